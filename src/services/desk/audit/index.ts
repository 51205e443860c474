import { findRow, findRows } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { DomainError } from '@/domain/errors'
import { t, tMaybe } from '@/i18n'
import { appendAudit } from '@/services/audit/append'
import { verifyOffice } from '@/services/health/verifyAudit'
import { SLUG } from '@/slugs'
import type { Desk } from '../desk'
import type { AuditQuery, AuditVM } from '../view/audit'
import { auditParams, auditWhere, GROUPS } from './query'
import { auditLine, auditStamp } from './words'

const PAGE = 50
const ANCHORS = 30

export const needAuditor = (desk: Desk): void => {
  if (!desk.holds('audit.view')) throw new DomainError('notAllowed')
}

/** Keeps that the auditor did something with the log: they are in it like everybody. */
export const recordAuditor = (desk: Desk, action: string, detail: Record<string, unknown>): Promise<void> =>
  withTransaction(desk.payload, (req) => appendAudit(req, {
    office: desk.viewer.office, action, actor: { kind: 'staff', id: desk.me.id, name: desk.me.name }, detail, ...(desk.acting.address ? { address: desk.acting.address } : {}),
  }))

const stateOf = async (desk: Desk): Promise<AuditVM['state']> => {
  const { lang, payload, viewer } = desk
  const head = await findRow({ payload }, SLUG.auditHeads, { where: { office: { equals: viewer.office } } })
  if (!head?.verifiedAt) return { tone: 'warn', title: t(lang, 'audit.state.never'), detail: t(lang, 'audit.state.neverWhy') }
  const params = { n: head.verifiedSeq ?? 0, when: auditStamp(head.verifiedAt, desk), seq: head.faultSeq ?? 0 }
  if (!head.faultSeq) return { tone: 'done', title: t(lang, 'audit.state.whole', params), detail: t(lang, 'audit.state.wholeWhy', params) }
  return { tone: 'late', title: t(lang, 'audit.state.broken', params), detail: `${tMaybe(lang, `audit.fault.${head.faultKind ?? ''}`, params) ?? ''} ${t(lang, 'audit.state.brokenWhy', params)}`.trim() }
}

const cutsOf = async (desk: Desk): Promise<string[]> =>
  (await findRows({ payload: desk.payload }, SLUG.auditSegments, { where: { office: { equals: desk.viewer.office } }, sort: '-toSeq', limit: ANCHORS })).map(({ fromSeq, toSeq, days, cutAt }) =>
    t(desk.lang, 'audit.cut', { from: fromSeq, to: toSeq, days, when: auditStamp(cutAt, desk) }))

/** The audit log as an auditor searches it. The search itself is an entry; turning its pages is none. Errors: `notAllowed`. */
export const auditView = async (desk: Desk, query: AuditQuery): Promise<AuditVM> => {
  needAuditor(desk)
  const { payload, viewer, lang } = desk
  const found = await findRows({ payload }, SLUG.audit, { where: await auditWhere(desk, query), sort: '-seq', limit: PAGE + 1 })
  const rows = found.slice(0, PAGE)
  const anchors = await findRows({ payload }, SLUG.auditAnchors, { where: { office: { equals: viewer.office } }, sort: '-seq', limit: ANCHORS })
  const params = auditParams(query)
  if (query.before === undefined) await recordAuditor(desk, 'audit.search', { conditions: [...params.keys()] })
  const next = new URLSearchParams(params)
  next.set('before', String(rows.at(-1)?.seq ?? 0))
  return {
    query, groups: Object.keys(GROUPS).map((code) => ({ code, name: t(lang, `audit.group.${code as keyof typeof GROUPS}`) })), rows: rows.map((row) => auditLine(row, desk)),
    ...(found.length > PAGE ? { next: `/desk/audit?${next.toString()}#rows` } : {}), fileQuery: params.toString(), state: await stateOf(desk), cuts: await cutsOf(desk),
    anchors: anchors.map(({ day, seq, hash }) => ({ day, seq, hash })),
  }
}

/** Verifies the office's log now. Errors: `notAllowed`. */
export const verifyNow = async (desk: Desk): Promise<void> => {
  needAuditor(desk)
  await verifyOffice(desk.payload, desk.viewer.office)
  await recordAuditor(desk, 'audit.verify', {})
}

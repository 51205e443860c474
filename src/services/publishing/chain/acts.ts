import type { PayloadRequest } from 'payload'
import { findRow, findRows } from '@/db/rows'
import { afterCommit, withTransaction } from '@/db/transaction'
import { DomainError } from '@/domain/errors'
import { cleanLine } from '@/domain/matter/text'
import { verdictOf } from '@/domain/publishing/check'
import { move, refusalOf, type Act, type Actor, type Facts } from '@/domain/publishing/chain'
import { mayAnywhere } from '@/domain/access/decide'
import { idOf } from '@/lib/idOf'
import { now } from '@/lib/clock'
import { appendAudit } from '@/services/audit/append'
import type { Desk } from '@/services/desk/desk'
import { forgetPages } from '@/services/site/pages/forget'
import { SLUG } from '@/slugs'
import { findingsOf } from '../check'
import { contentOf, digestOf, newestEdition } from './content'
import { withholdFiles } from './files'
import { iso, needChain, reviewersIn, saveChain, stepsOf, writeStep, type ChainRow } from './row'

export type Who = Pick<Desk, 'payload' | 'req' | 'viewer' | 'me' | 'acting' | 'model'>
export type Asked = { act: Exclude<Act, 'edit' | 'expire' | 'publish'> | 'publish'; notice: string; revision: number; note: string; at?: number }

const NOTE_MAX = 500

type Row = Record<string, unknown>

/** Codes of the roles that review a column, in their order. */
export const reviewRoles = async (req: Pick<PayloadRequest, 'payload'>, column: unknown): Promise<string[]> => {
  const id = idOf(column)
  const row = id ? await findRow(req, SLUG.columns, { where: { id: { equals: id } } }) : undefined
  const wanted = (row?.reviews ?? []).flatMap(({ role }) => idOf(role) ?? [])
  const roles = await findRows(req, SLUG.roles, { where: { id: { in: wanted } }, select: { code: true } })
  return wanted.map((role) => roles.find((each) => each.id === role)?.code ?? '')
}

const inForce = ({ from, until }: { from?: number; until?: number }): boolean => (from ?? 0) <= now() && (until ?? Infinity) > now()

/** What a person may do with a notice whose column is reviewed by these roles. */
export const actorOn = ({ viewer }: Pick<Who, 'viewer'>, chain: Pick<ChainRow, 'level'>, roles: readonly string[]): Actor => {
  const role = roles[chain.level - 1]
  return {
    id: viewer.id,
    mayEdit: mayAnywhere(viewer, 'content.edit', now()),
    mayPublish: mayAnywhere(viewer, 'content.publish', now()),
    mayReview: role !== undefined && viewer.grants.some((grant) => grant.role === role && inForce(grant)),
  }
}

export const factsOn = async (req: Pick<PayloadRequest, 'payload'>, chain: ChainRow, digest: string): Promise<Facts> => ({
  writers: chain.writers, reviewers: reviewersIn(await stepsOf(req, chain.notice), chain.round), unchanged: chain.digest === digest,
})

type Doing = { req: PayloadRequest; who: Who; asked: Asked; chain: ChainRow; row: Row; roles: string[]; digest: string }

const person = ({ me }: Who) => ({ person: me.id, personName: me.name })

const step = ({ req, who, asked, chain, digest }: Doing, of: ChainRow, more: object = {}): Promise<void> =>
  writeStep(req, of, { act: asked.act, round: of.round, level: chain.level, ...person(who), note: asked.note, digest, ...more })

/** Sends on: the checker looks it through, and what may stay is kept with the reason given. Errors: `invalid` with what must be mended; `guardFailed` where a reason is wanted. */
const submit = async (doing: Doing): Promise<void> => {
  const { req, who, asked, chain, row, roles, digest } = doing
  const findings = await findingsOf(req, who.model, row)
  const verdict = verdictOf(findings, asked.note)
  if (verdict === 'must') throw new DomainError('invalid', { findings: findings.length }, [{ field: 'findings', code: 'must' }])
  if (verdict === 'reason') throw new DomainError('guardFailed', { guard: 'findings' })
  const next = move(chain, 'submit', roles.length)
  if (!next) throw new DomainError('illegalStep')
  const writers = [...new Set([...chain.writers, ...(chain.writers.length === 0 ? [who.me.id] : [])])]
  const saved = await saveChain(req, chain, { ...next, digest, writers, submitted: contentOf(row), code: String(row.code) })
  const overridden = findings.filter(({ gravity }) => gravity === 'block')
  await step({ ...doing, chain: saved }, saved, { content: contentOf(row) })
  if (overridden.length > 0) await writeStep(req, saved, { act: 'override', round: saved.round, level: 0, ...person(who), note: asked.note, digest, findings: overridden })
}

const simple = async (doing: Doing, change: Partial<ChainRow> = {}): Promise<void> => {
  const next = move(doing.chain, doing.asked.act)
  if (!next) throw new DomainError('illegalStep')
  const saved = await saveChain(doing.req, doing.chain, { ...next, ...change })
  await step(doing, saved)
}

const needNote = ({ asked }: Doing): void => {
  if (asked.note === '') throw new DomainError('invalid', {}, [{ field: 'note', code: 'required' }])
}

const schedule = async (doing: Doing): Promise<void> => {
  const { at } = doing.asked
  if (at === undefined || Number.isNaN(at) || at <= now()) throw new DomainError('invalid', {}, [{ field: 'at', code: 'future' }])
  await simple(doing, { publishAt: iso(at) })
}

/** Through Payload's own save, which the hooks of the collection hold to the chain: there is one way out. */
const save = async ({ req, asked, chain }: Doing, data: Row): Promise<void> => {
  req.context.chainAct = asked.act
  await req.payload.update({ collection: SLUG.notices, id: chain.notice, data, draft: false, locale: 'zh', overrideAccess: true, req })
  await afterCommit(req, forgetPages)
}

const withdraw = async (doing: Doing): Promise<void> => {
  needNote(doing)
  await save(doing, { _status: 'draft' })
  await withholdFiles(doing.req, doing.row, doing.chain.notice)
  await simple(doing, { publishAt: null })
}

const archive = async (doing: Doing): Promise<void> => {
  await save(doing, { archived: true, _status: 'published', ...(await seen(doing)) })
  await simple(doing)
}

/** What looks like personal data was seen and answered for when it was submitted. */
const seen = async ({ req, chain }: Doing): Promise<{ privacySeen?: true }> => {
  const steps = await stepsOf(req, chain.notice)
  return steps.some(({ act }) => act === 'override') ? { privacySeen: true } : {}
}

const WORK: Record<Asked['act'], (doing: Doing) => Promise<void>> = {
  submit,
  approve: (doing) => simple(doing),
  sendBack: async (doing) => {
    needNote(doing)
    await simple(doing, { publishAt: null })
  },
  schedule,
  unschedule: (doing) => simple(doing, { publishAt: null }),
  publish: async (doing) => save(doing, { _status: 'published', ...(await seen(doing)) }),
  withdraw,
  archive,
}

/** Publishing records itself where the save is settled, whichever door it came through. */
const audited = async ({ req, who, asked, chain }: Doing): Promise<void> => {
  if (asked.act === 'publish') return
  await appendAudit(req, {
    office: chain.office, action: `notice.${asked.act}`, actor: { kind: 'staff', id: who.me.id, name: who.me.name }, targetKind: SLUG.notices, target: chain.notice, detail: { code: chain.code, level: chain.level }, address: who.acting.address,
  })
}

const REFUSED = { illegalStep: 'illegalStep', noRight: 'notAllowed', ownText: 'verifierHandled', reviewedBefore: 'verifierHandled', changed: 'conflict' } as const

/**
 * Does one act of the chain with a notice. Errors: `notFound`, `conflict` when it is not as the person saw it or its text is another than was reviewed,
 * `illegalStep`, `notAllowed`, `verifierHandled` (one's own text, or a second review of the round), `invalid` with fields, `guardFailed` when the checker
 * wants a reason.
 */
export const actOnNotice = async (who: Who, given: Asked): Promise<void> => {
  const asked = { ...given, note: cleanLine(given.note).slice(0, NOTE_MAX) }
  await withTransaction(who.payload, async (req) => {
    const row = await newestEdition(req, asked.notice)
    if (!row || idOf(row.office) !== who.viewer.office) throw new DomainError('notFound')
    const chain = await needChain(req, asked.notice)
    if (chain.revision !== asked.revision) throw new DomainError('conflict', { step: chain.step, live: chain.live })
    const roles = await reviewRoles(req, row.column)
    const digest = digestOf(row)
    const refusal = refusalOf(chain, asked.act, actorOn(who, chain, roles), await factsOn(req, chain, digest))
    if (refusal) throw new DomainError(REFUSED[refusal], { why: refusal })
    const doing: Doing = { req, who, asked, chain, row, roles, digest }
    await WORK[asked.act](doing)
    await audited(doing)
  }, { req: who.req })
}


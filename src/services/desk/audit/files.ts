import { findRows } from '@/db/rows'
import { DomainError } from '@/domain/errors'
import { toCsv } from '@/domain/registers/csv'
import { t } from '@/i18n'
import { idOf } from '@/lib/idOf'
import type { AuditLog } from '@/payload-types'
import { anchorLines } from '@/services/audit/anchors'
import { keptKeysText } from '@/services/audit/keptKeys'
import { exportLine } from '@/services/audit/verifyFile'
import { SLUG } from '@/slugs'
import type { Desk } from '../desk'
import type { AuditQuery } from '../view/audit'
import { needAuditor, recordAuditor } from './index'
import { auditParams, auditWhere } from './query'
import { auditLine } from './words'

export const AUDIT_FORMATS = ['csv', 'lines'] as const
export type AuditFormat = (typeof AUDIT_FORMATS)[number]

/** More entries than this are asked for in shorter periods. */
const MOST = 50_000

const COLUMNS = ['seq', 'at', 'who', 'where', 'what', 'outcome', 'object', 'more'] as const

const csvOf = (rows: AuditLog[], desk: Desk): string =>
  toCsv([COLUMNS.map((name) => t(desk.lang, `audit.column.${name}`)), ...rows.map((row) => {
    const line = auditLine(row, desk)
    return COLUMNS.map((name) => (name === 'outcome' ? t(desk.lang, `audit.outcome.${line.outcome}`) : String(line[name])))
  })])

const linesOf = (rows: AuditLog[]): string => rows.map((row) => `${exportLine({ ...row, office: idOf(row.office), actor: idOf(row.actor) })}\n`).join('')

/**
 * The entries that answer to a search, as a file: in words for people, or line by line so that their chain can be verified. The file is itself an entry.
 * Errors: `notAllowed`, `tooLarge` above 50,000 entries.
 */
export const auditFile = async (desk: Desk, query: AuditQuery, format: AuditFormat): Promise<{ name: string; type: string; text: string }> => {
  needAuditor(desk)
  // A chain is whole only without gaps: of the conditions, lines know the period alone.
  const asked = format === 'lines' ? { ...(query.from ? { from: query.from } : {}), ...(query.to ? { to: query.to } : {}) } : query
  const rows = await findRows({ payload: desk.payload }, SLUG.audit, { where: await auditWhere(desk, asked), sort: 'seq', limit: MOST + 1 })
  if (rows.length > MOST) throw new DomainError('tooLarge', { most: MOST })
  await recordAuditor(desk, 'audit.export', { count: rows.length, format, conditions: [...auditParams(asked).keys()], ...(asked.from ? { from: asked.from } : {}), ...(asked.to ? { to: asked.to } : {}) })
  return format === 'csv' ? { name: 'audit.csv', type: 'text/csv; charset=utf-8', text: csvOf(rows, desk) } : { name: 'audit.lines', type: 'text/plain; charset=utf-8', text: linesOf(rows) }
}

/** The anchors of the office, or the public key they are checked with, to be kept outside. Errors: `notAllowed`. */
export const anchorsFile = async (desk: Desk, what: 'anchors' | 'key'): Promise<{ name: string; type: string; text: string }> => {
  needAuditor(desk)
  await recordAuditor(desk, 'audit.export', { format: what })
  if (what === 'key') return { name: 'anchor-key.pem', type: 'text/plain; charset=utf-8', text: keptKeysText() }
  const lines = await anchorLines(desk, desk.viewer.office)
  return { name: `${desk.model.office.code}.anchors`, type: 'text/plain; charset=utf-8', text: lines.map((line) => `${line}\n`).join('') }
}

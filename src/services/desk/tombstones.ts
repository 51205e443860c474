import { findRow, findRows } from '@/db/rows'
import { dayIn } from '@/domain/clocks/dayIn'
import type { Words } from '@/domain/words'
import { t } from '@/i18n'
import { idOf } from '@/lib/idOf'
import type { RetentionRule } from '@/domain/privacy/retention'
import type { ErasureRun, Tombstone } from '@/payload-types'
import { digestHolds } from '@/services/forget/facts'
import { ms } from '@/services/matters/row'
import { SLUG } from '@/slugs'
import type { Desk } from './desk'

/** Whoever destroys and whoever audits read what is left of what went. */
export const seesMarks = ({ holds }: Desk): boolean => (['retention.run', 'audit.view'] as const).some(holds)

/** What is left of one thing: code, type, dates, rule and reason. */
export type Mark = { code: string; type: Words; openedAt?: number; closedAt?: number; lastAt?: number; erasedAt: number; days?: number; mode: 'anonymise' | 'delete'; reason: 'retention' | 'asked' }

const at = <K extends string>(name: K, value: string | null | undefined): Partial<Record<K, number>> => {
  const instant = ms(value)
  return (instant === undefined ? {} : { [name]: instant }) as Partial<Record<K, number>>
}

const markOf = (row: Tombstone): Mark => {
  const { days } = (row.rule ?? {}) as Partial<RetentionRule>
  return {
    code: row.code, type: (row.typeName ?? row.type) as Words, ...at('openedAt', row.receivedAt), ...at('closedAt', row.closedAt), ...at('lastAt', row.lastAt), erasedAt: Date.parse(row.erasedAt),
    ...(days === undefined ? {} : { days }), mode: row.mode, reason: row.reason,
  }
}

/** The marks of one run in the order they were left, and whether they give the digest of its certificate. Nothing for those who may not read them. */
export const marksOf = async (desk: Desk, run: ErasureRun): Promise<{ marks?: Mark[]; agrees?: boolean }> => {
  if (!seesMarks(desk)) return {}
  const rows = await findRows({ payload: desk.payload }, SLUG.tombstones, { where: { run: { equals: run.id } }, sort: 'id' })
  return { marks: rows.map(markOf), agrees: digestHolds(run.plannedDigest, rows, run.digest) }
}

/** What the search of the desk says of a number that is not there any more. */
export type Gone = { text: string; href?: string }

/** Looks for the mark of what was typed, if it is a whole number of a matter or a register and a code: only for those who read the marks. */
export const goneOf = async (desk: Desk, typed: string | undefined): Promise<Gone | undefined> => {
  const code = (typed ?? '').trim()
  if (code === '' || code.length > 120 || !seesMarks(desk)) return undefined
  const row = await findRow({ payload: desk.payload }, SLUG.tombstones, { where: { and: [{ office: { equals: desk.viewer.office } }, { code: { in: [code, code.toUpperCase()] } }] } })
  if (!row) return undefined
  const { type, erasedAt, days = 0, mode, reason } = markOf(row)
  const run = idOf(row.run)
  const rule = t(desk.lang, `retention.mode.${mode}`, { days })
  const text = t(desk.lang, reason === 'asked' ? 'retention.gone.asked' : `retention.gone.${mode}`, { code: row.code, type: desk.say(type), day: dayIn(desk.model.calendar.timeZone, erasedAt), rule })
  return { text, ...(run ? { href: `/desk/retention/${run}` } : {}) }
}

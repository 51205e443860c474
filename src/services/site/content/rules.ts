import type { Payload, Where } from 'payload'
import { DomainError } from '@/domain/errors'
import type { Lang } from '@/domain/words'
import { now } from '@/lib/clock'
import type { RuleDocument } from '@/payload-types'
import type { OfficeModel } from '@/services/structure/load'
import { SLUG } from '@/slugs'
import { t } from '@/i18n'
import { foundOf, holdsAll, type Found } from './found'

const read = async (payload: Payload, lang: Lang, where: Where, limit: number): Promise<RuleDocument[]> => {
  const { docs } = await payload.find({ collection: SLUG.rules, where, sort: ['order', 'code'], limit, pagination: false, depth: 0, locale: lang, overrideAccess: false, draft: false })
  return docs
}

// Staff's own documents never, whoever asks: this is the residents' site.
const open = (model: OfficeModel): Where => ({ and: [{ office: { equals: model.office.id } }, { audience: { equals: 'public' } }] })

const inForceFrom = (row: RuleDocument): number => Date.parse(row.effectiveAt ?? row.createdAt)

const itemOf = (row: RuleDocument) => ({
  path: `/rules/${row.code}`, ...(row.number ? { number: row.number } : {}), title: row.title, version: row.edition, effectiveFrom: inForceFrom(row), ...(row.summary ? { summary: row.summary } : {}),
})

const KINDS = ['system', 'measure', 'plan', 'standard'] as const
export type RuleKind = (typeof KINDS)[number]

/** The public rule documents by kind; kinds without any are left out. */
export const ruleList = async (payload: Payload, model: OfficeModel, lang: Lang) => {
  const rows = await read(payload, lang, open(model), 200)
  return KINDS.map((kind) => ({ kind, items: rows.filter((row) => (row.kind ?? 'system') === kind).map(itemOf) })).filter(({ items }) => items.length > 0)
}

/** Clauses and documents listed at once. */
const MOST_FOUND = 20

type Clause = NonNullable<RuleDocument['clauses']>[number]

const clauseFound = (row: RuleDocument, { code, heading, text }: Clause, lang: Lang, query: string): Found => {
  const label = [t(lang, 'resident.rules.clause', { number: code }), heading].filter(Boolean).join(' ')
  return foundOf(`/rules/${row.code}#c${code}`, `${row.title} · ${label}`, text.replace(/\n/g, ' '), query)
}

/** Public rule documents whose name or summary holds the words looked for, and the single clauses that do. */
export const searchRules = async (payload: Payload, model: OfficeModel, lang: Lang, query: string): Promise<Found[]> => {
  const rows = await read(payload, lang, open(model), 200)
  const found = rows.flatMap((row) => [
    ...(holdsAll([row.title, row.number ?? '', row.summary ?? ''].join(' '), query) ? [foundOf(`/rules/${row.code}`, row.title, row.summary ?? '', query)] : []),
    ...(row.clauses ?? []).filter(({ heading, text }) => holdsAll(`${heading ?? ''} ${text}`, query)).map((clause) => clauseFound(row, clause, lang, query)),
  ])
  return found.slice(0, MOST_FOUND)
}

/** One public rule document by its code. Errors: `notFound`. */
export const ruleByCode = async (payload: Payload, model: OfficeModel, lang: Lang, code: string) => {
  const [row] = await read(payload, lang, { and: [open(model), { code: { equals: code } }] }, 1)
  if (!row) throw new DomainError('notFound')
  const { path, number, title, version, effectiveFrom } = itemOf(row)
  return {
    ...(number ? { number } : {}), title, version, effectiveFrom,
    state: effectiveFrom > now() ? ('coming' as const) : ('inForce' as const),
    clauses: (row.clauses ?? []).map((clause) => ({ code: clause.code, ...(clause.heading ? { title: clause.heading } : {}), paragraphs: clause.text.split('\n').filter(Boolean) })),
    versions: [{ version, effectiveFrom, path, current: true }],
    attachments: [],
  }
}

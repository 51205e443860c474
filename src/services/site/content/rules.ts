import type { Payload, Where } from 'payload'
import { DomainError } from '@/domain/errors'
import type { Lang } from '@/domain/words'
import { now } from '@/lib/clock'
import type { RuleDocument } from '@/payload-types'
import type { OfficeModel } from '@/services/structure/load'
import { SLUG } from '@/slugs'

const read = async (payload: Payload, lang: Lang, where: Where, limit: number): Promise<RuleDocument[]> => {
  const { docs } = await payload.find({ collection: SLUG.rules, where, sort: ['order', 'code'], limit, pagination: false, depth: 0, locale: lang, overrideAccess: false, draft: false })
  return docs
}

// Staff's own documents never, whoever asks: this is the residents' site.
const open = (model: OfficeModel): Where => ({ and: [{ office: { equals: model.office.id } }, { audience: { equals: 'public' } }] })

const inForceFrom = (row: RuleDocument): number => Date.parse(row.effectiveAt ?? row.createdAt)

const itemOf = (row: RuleDocument) => ({
  path: `/rules/${row.code}`, number: row.number ?? row.code, title: row.title, version: row.edition, effectiveFrom: inForceFrom(row), ...(row.summary ? { summary: row.summary } : {}),
})

const KINDS = ['system', 'measure', 'plan', 'standard'] as const
export type RuleKind = (typeof KINDS)[number]

/** The public rule documents by kind; kinds without any are left out. */
export const ruleList = async (payload: Payload, model: OfficeModel, lang: Lang) => {
  const rows = await read(payload, lang, open(model), 200)
  return KINDS.map((kind) => ({ kind, items: rows.filter((row) => (row.kind ?? 'system') === kind).map(itemOf) })).filter(({ items }) => items.length > 0)
}

/** One public rule document by its code. Errors: `notFound`. */
export const ruleByCode = async (payload: Payload, model: OfficeModel, lang: Lang, code: string) => {
  const [row] = await read(payload, lang, { and: [open(model), { code: { equals: code } }] }, 1)
  if (!row) throw new DomainError('notFound')
  const { path, number, title, version, effectiveFrom } = itemOf(row)
  return {
    number, title, version, effectiveFrom,
    state: effectiveFrom > now() ? ('coming' as const) : ('inForce' as const),
    clauses: (row.clauses ?? []).map((clause) => ({ code: clause.code, ...(clause.heading ? { title: clause.heading } : {}), paragraphs: clause.text.split('\n').filter(Boolean) })),
    versions: [{ version, effectiveFrom, path, current: true }],
    attachments: [],
  }
}

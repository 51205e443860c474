import { SLUG } from '@/slugs'
import type { Carried, Source, StoredRow } from './source'
import { closedIn, codeIn, compact, inForce, isRecord, keywordsIn, listIn, numberOr, textIn, treeOrder, wordsIn, wordsOr } from './values'

type Row = Record<string, unknown>

const examplesOf = (value: unknown): unknown[] | undefined => {
  const examples = listIn(value).filter((item) => textIn(item) !== undefined)
  return examples.length > 0 ? examples : undefined
}

const categoryOf = (source: Source, row: StoredRow): Row => compact({
  code: row.code, name: wordsOr(row.name, row.code), parent: codeIn(source, SLUG.categories, row.parent), severity: numberOr(row.severity, 2), keywords: keywordsIn(row.keywords),
  matterType: codeIn(source, SLUG.types, row.matterType), lead: codeIn(source, SLUG.posts, row.lead), publicity: textIn(row.publicity) ?? 'reporter',
  help: wordsOr(row.help, row.name), notOurs: wordsIn(row.notOurs), examples: examplesOf(row.examples), closed: closedIn(row),
})

const typeOf = (source: Source, row: StoredRow): Row => compact({
  code: row.code, name: wordsOr(row.name, row.code), intro: wordsIn(row.intro), prefix: row.prefix, form: codeIn(source, SLUG.forms, row.form), workflow: codeIn(source, SLUG.workflows, row.workflow),
  openBy: listIn(row.openBy), publicity: row.publicity, confidentiality: row.confidentiality, reopenDays: row.reopenDays,
  contactRetentionDays: numberOr(row.contactRetentionDays, numberOr(source.office.contactRetentionDays, 90)), maxPhotos: row.maxPhotos,
  retentionDays: row.retentionDays ?? undefined, retentionMode: row.retentionMode ?? undefined, listed: row.listed === true, closed: closedIn(row),
})

/** Definitions in force; a draft that was never published goes along only where a matter type uses it. */
const definitionsOf = (source: Source, slug: Carried, used: (row: StoredRow) => boolean = () => false): unknown[] =>
  source.rows(slug).flatMap((row) => inForce(source, row) ?? (used(row) ? [row.definition] : []))

const usedBy = (source: Source, field: 'form' | 'workflow') => (row: StoredRow): boolean => source.rows(SLUG.types).some((type) => type[field] === row.id)

const firstOf = (source: Source, slug: Carried, empty: Row): unknown => definitionsOf(source, slug)[0] ?? empty

const routineOf = (row: StoredRow): Row => ({ ...(isRecord(row.definition) ? row.definition : {}), code: row.code, name: wordsOr(row.name, row.code), on: row.active !== false })

/** Categories, matter types and every definition. */
export const readMatters = (source: Source): Row => ({
  categories: treeOrder(source.rows(SLUG.categories)).map((row) => categoryOf(source, row)),
  matterTypes: source.rows(SLUG.types).map((row) => typeOf(source, row)),
  forms: definitionsOf(source, SLUG.forms, usedBy(source, 'form')),
  workflows: definitionsOf(source, SLUG.workflows, usedBy(source, 'workflow')),
  limits: firstOf(source, SLUG.limits, { code: 'limits', name: wordsOr(source.office.name, 'limits'), limits: [] }),
  routing: firstOf(source, SLUG.routing, { code: 'routing', name: wordsOr(source.office.name, 'routing'), rules: [] }),
  registers: definitionsOf(source, SLUG.registers),
  routines: source.rows(SLUG.routines).map(routineOf),
})

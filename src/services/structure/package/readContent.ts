import { SLUG } from '@/slugs'
import { blockOf } from './readBlocks'
import { plainText } from './plainText'
import type { Source, StoredRow } from './source'
import { byOrder, codeIn, codesIn, compact, isRecord, listIn, numberIn, textIn, wordsIn, wordsOr } from './values'

type Row = Record<string, unknown>

const published = (row: StoredRow): boolean => row._status === 'published'

const clauseOf = (value: unknown): Row[] => (isRecord(value) ? [{ code: value.code, heading: wordsOr(value.heading, value.code), text: wordsOr(value.text, value.heading) }] : [])

const ruleOf = (source: Source, row: StoredRow): Row => {
  const [boundTeams, edition] = [codesIn(source, SLUG.teams, row.boundTeams), textIn(row.edition)]
  const must = row.mustAcknowledge === true
  return compact({
    code: row.code, number: textIn(row.number) ?? String(row.code), title: wordsOr(row.title, row.code), kind: textIn(row.kind) ?? 'system', audience: row.audience, summary: wordsOr(row.summary, row.title),
    clauses: listIn(row.clauses).flatMap(clauseOf), boundTeams, edition: edition === '1' ? undefined : edition, mustAcknowledge: must === boundTeams.length > 0 ? undefined : must,
  })
}

const noticeOf = (source: Source, row: StoredRow): Row => {
  const body = plainText(row.body)
  return compact({
    code: row.code, title: wordsOr(row.title, row.code), column: codeIn(source, SLUG.columns, row.column), body: body.length > 0 ? body : [wordsOr(row.title, row.code)], pinned: row.pinned === true,
  })
}

const pageOf = (source: Source, row: StoredRow): Row => ({
  code: row.code, slug: row.code, title: wordsOr(row.title, row.code), blocks: listIn(row.blocks).filter(isRecord).flatMap((block) => blockOf(source, block) ?? []),
})

const replyOf = (source: Source, row: StoredRow): Row => {
  const [categories, steps] = [codesIn(source, SLUG.categories, row.categories), (textIn(row.steps) ?? '').split(/\s+/).filter(Boolean)]
  return compact({
    code: row.code, title: wordsOr(row.title, row.code), text: wordsOr(row.text, row.title), categories: categories.length > 0 ? categories : undefined, steps: steps.length > 0 ? steps : undefined,
  })
}

const someOf = (values: unknown[]): unknown[] | undefined => (values.length > 0 ? values : undefined)

const columnOf = (source: Source, row: StoredRow): Row => compact({
  code: row.code, name: wordsOr(row.name, row.code), staleDays: numberIn(row.staleDays), purpose: wordsIn(row.purpose), ownerTeam: codeIn(source, SLUG.teams, row.ownerTeam), ownerUnit: codeIn(source, SLUG.units, row.ownerUnit),
  reviews: someOf(listIn(row.reviews).filter(isRecord).flatMap(({ role }) => codeIn(source, SLUG.roles, role) ?? [])), needs: someOf(listIn(row.needs)), numbering: textIn(row.numbering), internal: row.internal === true ? true : undefined,
})

/** Published rule documents, notices and pages; columns and standard replies. What is only drafted is nobody's yet. */
export const readContent = (source: Source): Row => ({
  ruleDocuments: byOrder(source.rows(SLUG.rules).filter(published)).map((row) => ruleOf(source, row)),
  noticeColumns: byOrder(source.rows(SLUG.columns)).map((row) => columnOf(source, row)),
  notices: source.rows(SLUG.notices).filter(published).map((row) => noticeOf(source, row)),
  pages: source.rows(SLUG.pages).filter(published).map((row) => pageOf(source, row)),
  standardReplies: source.rows(SLUG.replies).map((row) => replyOf(source, row)),
})

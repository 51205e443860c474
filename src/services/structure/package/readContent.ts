import { SLUG } from '@/slugs'
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
    alert: row.alert === true ? true : undefined,
  })
}

const itemsOf = (value: unknown, item: (row: Row) => Row): Row[] => listIn(value).filter(isRecord).map((row) => compact(item(row)))

const holdsSomething = ({ paragraphs, items }: Row): boolean => [paragraphs, items].every((list) => !Array.isArray(list) || list.length > 0)

/** A block as packages write it; undefined where it holds nothing to carry. */
const blockOf = (source: Source, block: Row): Row | undefined => {
  const base = { type: block.blockType, heading: wordsIn(block.heading) }
  const made: Record<string, () => Row> = {
    richText: () => ({ ...base, paragraphs: plainText(block.body) }),
    facts: () => ({ ...base, items: itemsOf(block.items, ({ value, label, note }) => ({ value: wordsOr(value, label), label: wordsOr(label, value), note: wordsIn(note) })) }),
    steps: () => ({ ...base, items: itemsOf(block.items, ({ title, text }) => ({ title: wordsOr(title, text), text: wordsOr(text, title) })) }),
    people: () => ({ ...base, items: itemsOf(block.items, ({ post, text }) => ({ post: codeIn(source, SLUG.posts, post), text: wordsOr(text, block.heading) })).filter(({ post }) => post) }),
    links: () => ({ ...base, items: itemsOf(block.items, ({ label, href, note }) => ({ label: wordsOr(label, label), href, note: wordsIn(note) })) }),
    callout: () => ({ ...base, tone: textIn(block.tone) ?? 'info', text: wordsOr(block.text, block.heading) }),
  }
  const written = made[String(block.blockType)]?.()
  return written && holdsSomething(written) ? compact(written) : undefined
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

const columnOf = (row: StoredRow): Row => compact({ code: row.code, name: wordsOr(row.name, row.code), staleDays: numberIn(row.staleDays) })

/** Published rule documents, notices and pages; columns and standard replies. What is only drafted is nobody's yet. */
export const readContent = (source: Source): Row => ({
  ruleDocuments: byOrder(source.rows(SLUG.rules).filter(published)).map((row) => ruleOf(source, row)),
  noticeColumns: byOrder(source.rows(SLUG.columns)).map(columnOf),
  notices: source.rows(SLUG.notices).filter(published).map((row) => noticeOf(source, row)),
  pages: source.rows(SLUG.pages).filter(published).map((row) => pageOf(source, row)),
  standardReplies: source.rows(SLUG.replies).map((row) => replyOf(source, row)),
})

import { findRows } from '@/db/rows'
import type { FormDef } from '@/domain/forms/types'
import type { ListSection } from '@/domain/package/sections'
import type { WorkflowDef } from '@/domain/workflow/types'
import type { Words } from '@/domain/words'
import { wordsOf } from '@/lib/wordsOf'
import type { Desk } from '@/services/desk/desk'
import { SLUG } from '@/slugs'
import { bookOf, type Book } from './book'

/** The names of an office, by code and by the ids that stored rows refer to. */
export type OfficeBook = { book: Book; ids: ReadonlyMap<string, Words | string> }

type Row = { id: string; code: string; name: Words }

const defined = <T extends object>(rows: readonly { definition?: unknown }[], list: keyof T): T[] =>
  rows.flatMap(({ definition }) => (typeof definition === 'object' && definition !== null && list in definition ? [definition as T] : []))

/** What the office calls its rows: those of its model, and those that only changes need. */
export const officeBook = async ({ payload, model }: Desk): Promise<OfficeBook> => {
  const where = { office: { equals: model.office.id } }
  const roles = (await findRows({ payload }, SLUG.roles, { where, select: { code: true, name: true } })).map(({ id, code, name }): Row => ({ id, code, name: wordsOf(name) }))
  const documents = (await findRows({ payload }, SLUG.rules, { where, select: { code: true, title: true, clauses: true } }))
    .map(({ id, code, title, clauses }) => ({ id, code, title: wordsOf(title), clauses: (clauses ?? []).map((clause) => ({ code: clause.code, heading: wordsOf(clause.heading) })) }))
  const columns = (await findRows({ payload }, SLUG.columns, { where, select: { code: true, name: true } })).map(({ id, code, name }): Row => ({ id, code, name: wordsOf(name) }))
  const named = async (slug: typeof SLUG.lifeEvents | typeof SLUG.serviceCounters): Promise<Row[]> =>
    (await findRows({ payload }, slug, { where, select: { code: true, name: true } })).map(({ id, code, name }): Row => ({ id, code, name: wordsOf(name) }))
  const [lifeEvents, serviceCounters] = [await named(SLUG.lifeEvents), await named(SLUG.serviceCounters)]
  const tables: Partial<Record<ListSection, readonly Row[]>> = {
    levels: model.levels.all, units: model.units.all, categories: model.categories.all, matterTypes: model.types.all, forms: model.forms.all, workflows: model.workflows.all, registers: model.registers.all,
    sources: model.sources.all, teams: model.teams.all, posts: model.posts.all, tags: model.tags.all, roles, noticeColumns: columns, lifeEvents, serviceCounters, ruleDocuments: documents.map(({ id, code, title }) => ({ id, code, name: title })),
  }
  const sheets = (Object.entries(tables) as [ListSection, readonly Row[]][]).map(([section, rows]) => ({ section, rows }))
  return {
    book: bookOf({
      rows: sheets, documents, forms: defined<FormDef>(model.forms.all, 'pages'), steps: defined<WorkflowDef>(model.workflows.all, 'steps').flatMap(({ steps }) => steps),
      formOfType: new Map(model.types.all.map(({ code, form }) => [code, model.forms.byId.get(form)?.code ?? ''])),
    }),
    ids: new Map<string, Words | string>([...[...model.people.values()].map(({ id, name }): [string, string] => [id, name]), ...sheets.flatMap(({ rows }) => rows.map(({ id, name }): [string, Words] => [id, name]))]),
  }
}

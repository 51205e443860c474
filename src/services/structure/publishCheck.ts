import type { PayloadRequest } from 'payload'
import { findRows } from '@/db/rows'
import { pathIds } from '@/domain/grid'
import { definitionIssues, type OfficeContext } from '@/domain/package/definitionIssues'
import type { DefinitionIssue } from '@/domain/package/issue'
import type { DefinitionKind } from '@/domain/package/definitions'
import type { FormDef } from '@/domain/forms/types'
import type { Lang } from '@/domain/words'
import { t, tMaybe } from '@/i18n'
import type { Params } from '@/i18n/fill'
import { now } from '@/lib/clock'
import { holdsNow } from '@/services/health/people'
import { directoryOf } from '@/services/matters/directory'
import { SLUG } from '@/slugs'
import { flowOffice } from './holders'
import { loadOfficeModel, type OfficeModel, type Table } from './load'

const lineIn = <T extends { id: string; code: string; path: string }>(rows: Table<T>) => (code: string): string[] | undefined => {
  const row = rows.byCode.get(code)
  return row && pathIds(row.path).flatMap((id) => rows.byId.get(id)?.code ?? [])
}

/** Documents and their clauses, as definitions cite them. */
const citedIn = async (req: PayloadRequest, office: string): Promise<Set<string>> => {
  const documents = await findRows(req, SLUG.rules, { where: { office: { equals: office } } })
  return new Set(documents.flatMap(({ code, clauses }) => [code, ...(clauses ?? []).map((clause) => `${code}#${clause.code}`)]))
}

/** Keys of questions that any form asks, in a draft or in force: a rule may be written before its form is published. And those that mean several things. */
const questionsIn = async (req: PayloadRequest, office: string): Promise<{ questions: string[]; twofold: string[] }> => {
  const forms = await findRows(req, SLUG.forms, { where: { office: { equals: office } } })
  const asked = new Map<string, Set<string>>()
  for (const { key, kind, label } of forms.flatMap(({ definition }) => ((definition ?? {}) as Partial<FormDef>).pages ?? []).flatMap(({ questions }) => questions)) {
    asked.set(key, (asked.get(key) ?? new Set()).add(`${kind} ${label.zh}`))
  }
  return { questions: [...asked.keys()], twofold: [...asked].filter(([, things]) => things.size > 1).map(([key]) => key) }
}

const postsHeldIn = (model: OfficeModel): string[] => [...new Set(holdsNow(model, now()).flatMap(({ post }) => model.posts.byId.get(post ?? '')?.code ?? []))]

const contextOf = async (req: PayloadRequest, model: OfficeModel, kind: DefinitionKind): Promise<OfficeContext> => {
  const cited = await citedIn(req, model.office.id)
  const known = { category: model.categories, matterType: model.types, unit: model.units, team: model.teams, post: model.posts, source: model.sources } as const
  return {
    knows: (kind, code) => (kind in known ? known[kind as keyof typeof known].byCode.has(code) : cited.has(code)),
    routing: {
      trees: { category: lineIn(model.categories), unit: lineIn(model.units) }, directory: directoryOf(model),
      matterTypes: [...model.types.byCode.keys()], sources: [...model.sources.byCode.keys()], posts: [...model.posts.byCode.keys()], postsHeld: postsHeldIn(model), ...(await questionsIn(req, model.office.id)),
    },
    ...(kind === 'workflow' ? { flow: await flowOffice(req, model) } : {}),
  }
}

/** What stands in the way of publishing a draft (errors), and what is doubtful (warnings), in this office as it is now. */
export const publishIssues = async (req: PayloadRequest, { kind, office, definition }: { kind: DefinitionKind; office: string; definition: unknown }): Promise<DefinitionIssue[]> => {
  const model = await loadOfficeModel(req.payload, office)
  if (!model) throw new Error('a definition belongs to an office that is not there')
  return definitionIssues(kind, definition, await contextOf(req, model, kind))
}

/** Parts of the dictionaries that have words for values of closed lists. */
const WORDED: Record<string, string> = { kind: 'structure.lint.kind', permission: 'studioFlow.permission', signal: 'studioFlow.signal', phase: 'desk.phase' }

const wordedParam = (key: string, value: unknown, lang: Lang): string | number =>
  typeof value === 'number' ? value : ((key in WORDED ? tMaybe(lang, `${WORDED[key]}.${String(value)}`) : undefined) ?? String(value))

const wordedParams = (params: Record<string, unknown> = {}, lang: Lang): Params =>
  Object.fromEntries(Object.entries(params).map(([key, value]) => [key, wordedParam(key, value, lang)]))

type Worded = Pick<DefinitionIssue, 'path' | 'code' | 'params'>

/** Where and what, in words; a code without words is shown as it is. */
export const issueText = ({ path, code, params }: Worded, lang: Lang): string => {
  const key = code === 'unknownCode' && params?.kind !== undefined ? 'unknownCodeOf' : code
  const worded = wordedParams(params, lang)
  const what = tMaybe(lang, `structure.lint.codes.${key}`, worded) ?? tMaybe(lang, `structure.boundary.${code}`, worded) ?? code
  return path ? t(lang, 'structure.lint.at', { path, what }) : what
}

const SHOWN = 5

/** The first few issues in words, and how many there are. */
export const issueWords = (issues: readonly Worded[], lang: Lang): string => {
  const shown = issues.slice(0, SHOWN).map((issue) => issueText(issue, lang)).join(t(lang, 'structure.boundary.joint'))
  return issues.length > SHOWN ? t(lang, 'structure.lint.andMore', { shown, count: issues.length }) : shown
}

import type { Calendar, LimitSet } from '@/domain/clocks/types'
import { pathDepth, pathIds } from '@/domain/grid/path'
import type { Words } from '@/domain/words'
import { inTreeOrder } from '@/services/desk/queue'
import type { Desk } from '@/services/desk/desk'
import { listDrafts, readDraft, type DraftView } from '@/services/structure/drafts'
import { documentsOf } from '@/services/structure/rules'
import { yearGaps, type YearGap } from './calendar'

export type LimitCategory = { code: string; name: Words; active: boolean; depth: number; /** Codes from the category upwards. */ line: string[]; /** What it lies under, in the reader's language. */ above: string[]; /** The type that its matters become. */ type?: string }
export type LimitChoices = { categories: LimitCategory[]; types: { code: string; name: Words }[]; /** Documents and clauses that a limit may rest on. */ cites: { code: string; label: string }[] }

export type LimitsView = { draft?: DraftView<LimitSet>; sets: { code: string; name: string; here: boolean; inForce: boolean }[]; choices: LimitChoices; calendar: Calendar; gaps: YearGap[] }

const categoriesOf = ({ model, say }: Desk): LimitCategory[] =>
  inTreeOrder(model.categories.all).map(({ code, name, active, path, matterType }) => {
    const line = pathIds(path).flatMap((id) => model.categories.byId.get(id) ?? [])
    const type = model.types.byId.get(matterType ?? '')?.code
    return { code, name, active: active !== false, depth: pathDepth(path) - 1, line: line.map((row) => row.code).reverse(), above: line.slice(0, -1).map((row) => say(row.name)), ...(type ? { type } : {}) }
  })

const citesOf = async ({ payload, model, say }: Desk): Promise<LimitChoices['cites']> => {
  const documents = await documentsOf({ payload }, model.office.id)
  return documents.flatMap(({ code, title, clauses }) => [
    { code, label: say(title) }, ...clauses.map((clause) => ({ code: `${code}#${clause.code}`, label: `${say(title)} › ${clause.code} ${say(clause.heading)}`.trim() })),
  ])
}

/** The editor of the limits with this code, else of those in force, else of the first. Errors: `notFound` for an unknown code. */
export const limitsEditor = async (desk: Desk, code?: string): Promise<LimitsView> => {
  const lines = await listDrafts(desk, 'limits')
  const inForce = lines.find(({ number }) => number !== undefined)
  const key = code ?? inForce?.code ?? lines[0]?.code
  return {
    ...(key === undefined ? {} : { draft: await readDraft<LimitSet>(desk, 'limits', key) }),
    sets: lines.length > 1 ? lines.map((line) => ({ code: line.code, name: desk.say(line.name), here: line.code === key, inForce: line === inForce })) : [],
    choices: { categories: categoriesOf(desk), types: desk.model.types.all.filter(({ active }) => active !== false).map(({ code: type, name }) => ({ code: type, name })), cites: await citesOf(desk) },
    calendar: desk.model.calendar, gaps: await yearGaps(desk),
  }
}

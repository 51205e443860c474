import { eachInTurn } from '@/lib/eachInTurn'
import type { Where } from 'payload'
import { findRow, findRows } from '@/db/rows'
import { pathDepth } from '@/domain/grid/path'
import { DomainError } from '@/domain/errors'
import { questionsOf } from '@/domain/routines/edit'
import { tMaybe, type Key } from '@/i18n'
import type { Desk } from '@/services/desk/desk'
import { matterHref, unitRef } from '@/services/desk/names'
import { factsOf, type MatterRow } from '@/services/matters/row'
import { formVersion } from '@/services/structure/versions'
import { SLUG } from '@/slugs'
import { defOf, ms, routinesOf, type RoutineRow, type RunRow } from './row'
import type { Choices, Option, RoutineLine, RoutineView, RoutinesView, RunLine, TypeOption } from './view'

type Row = { id: string; code: string; name: { zh: string; en?: string }; active?: boolean | null }

const options = (desk: Desk, rows: readonly Row[]): Option[] => rows.filter(({ active }) => active !== false).map(({ code, name }) => ({ code, name: desk.say(name) }))

/** Options of a tree: those above stand beside the name, where one needs them to tell it from others. */
const unitOptions = (desk: Desk): Option[] =>
  desk.model.units.all.filter(({ active }) => active !== false).sort((one, other) => pathDepth(one.path) - pathDepth(other.path)).map(({ id, code, name }) => ({ code, name: desk.say(name), hint: unitRef(desk, id)?.above.slice(-1)[0] ?? code }))

const typeOptions = (desk: Desk): Promise<TypeOption[]> =>
  eachInTurn(desk.model.types.all.filter(({ active, openBy }) => active !== false && openBy.includes('staff')), async ({ code, name, form }) => {
    const current = desk.model.forms.byId.get(form)?.current
    return { code, name: desk.say(name), ...(current ? { form: await formVersion(desk.payload, current) } : {}) }
  })

/** Everything a routine may name. */
export const choicesOf = async (desk: Desk): Promise<Choices> => {
  const { categories, teams, posts, registers, forms } = desk.model
  return {
    types: await typeOptions(desk), categories: options(desk, categories.all), units: unitOptions(desk), teams: options(desk, teams.all), posts: options(desk, posts.all),
    registers: options(desk, registers.all.filter(({ current }) => current)), forms: options(desk, forms.all.filter(({ current }) => current)),
  }
}

/** What people call a question, by its key. */
type LabelOf = (key: string) => string | undefined

const faultWords = (field: string, desk: Desk, labelOf: LabelOf): string => {
  const [name = ''] = field.split(':')
  const key = name.startsWith('q.') ? name.slice(2) : name
  return tMaybe(desk.lang, name.startsWith('q.') ? 'routines.fault.field.q' : `routines.fault.field.${name.split('.')[0] ?? ''}`, { key: labelOf(key) ?? key }) ?? name
}

/** The questions of what a routine opened when it failed, as they are asked now. */
const labelsOf = async ({ model, payload, say }: Desk, { plan }: Pick<RunRow, 'plan'>): Promise<LabelOf> => {
  const opens = plan?.def.opens
  const type = opens?.kind === 'matter' ? model.types.byCode.get(opens.matterType) : undefined
  const current = type && model.forms.byId.get(type.form)?.current
  const labels = new Map(questionsOf(current ? await formVersion(payload, current) : undefined).map(({ key, label }) => [key, say(label)]))
  return (key) => labels.get(key)
}

/** What a failed run kept, in words. */
export const whyOf = async ({ error, plan }: Pick<RunRow, 'error' | 'plan'>, desk: Desk): Promise<string | undefined> => {
  if (!error) return undefined
  const [code = '', ...fields] = error.split(' ')
  const joint: Key = 'structure.boundary.joint'
  const labelOf = await labelsOf(desk, { plan })
  return [tMaybe(desk.lang, `routines.fault.${code}`) ?? code, ...fields.map((field) => faultWords(field, desk, labelOf))].join(tMaybe(desk.lang, joint))
}

const seesMatter = async (desk: Desk, id: string | null | undefined): Promise<MatterRow | undefined> => {
  const row = id ? ((await findRow({ payload: desk.payload }, SLUG.matters, { where: { id: { equals: id } } })) as unknown as MatterRow | undefined) : undefined
  return row && desk.may('matter.view', factsOf(row)) ? row : undefined
}

const runLine = async (desk: Desk, run: RunRow): Promise<RunLine> => {
  const [matter, openedAt, why] = [await seesMatter(desk, run.matter), ms(run.openedAt), await whyOf(run, desk)]
  const round = typeof run.total === 'number' ? { total: run.total, done: run.done ?? 0, ...(desk.holds('register.view') || desk.holds('register.edit') ? { href: `/desk/rounds/${run.id}` } : {}) } : {}
  return {
    id: run.id, dueAt: Date.parse(run.dueAt), state: run.state, title: run.title ?? '', missed: run.missed ?? 0, ...round,
    ...(openedAt === undefined ? {} : { openedAt }), ...(why ? { why } : {}), ...(matter ? { href: matterHref(matter.id), number: matter.number } : {}),
  }
}

const PAGE = 20

/** Runs of a routine, newest first, those before a moment. */
export const runsOf = async (desk: Desk, routine: string, { before, limit = PAGE }: { before?: number; limit?: number } = {}): Promise<{ runs: RunLine[]; more: boolean }> => {
  const where: Where[] = [{ office: { equals: desk.model.office.id } }, { routine: { equals: routine } }, ...(before === undefined ? [] : [{ dueAt: { less_than: new Date(before).toISOString() } }])]
  const rows = (await findRows({ payload: desk.payload }, SLUG.runs, { where: { and: where }, sort: '-dueAt', limit: limit + 1 })) as unknown as RunRow[]
  return { runs: await eachInTurn(rows.slice(0, limit), (run) => runLine(desk, run)), more: rows.length > limit }
}

const LAST = 3

const lineOf = async (desk: Desk, row: RoutineRow): Promise<RoutineLine> => {
  const [def, nextAt] = [defOf(row), ms(row.nextAt)]
  const { zh, en } = row.name
  return {
    id: row.id, code: row.code, name: { zh, ...(en ? { en } : {}) }, active: row.active !== false, runs: (await runsOf(desk, row.id, { limit: LAST })).runs,
    ...(def ? { def } : {}), ...(nextAt === undefined ? {} : { nextAt }),
  }
}

const canOf = (desk: Desk) => ({ edit: desk.holds('structure.edit') })

/** Every routine with its last runs. */
export const routinesView = async (desk: Desk): Promise<RoutinesView> => {
  const rows = await routinesOf({ payload: desk.payload }, desk.model.office.id)
  return { lines: await eachInTurn(rows, (row) => lineOf(desk, row)), choices: await choicesOf(desk), can: canOf(desk) }
}

const proposedCode = (rows: readonly RoutineRow[]): string => {
  const taken = new Set(rows.map(({ code }) => code))
  for (let at = rows.length + 1; ; at += 1) if (!taken.has(`routine-${at}`)) return `routine-${at}`
}

/** One routine in its editor, by its code; without one, a new one. Errors: `notFound`. */
export const routineView = async (desk: Desk, code?: string): Promise<RoutineView> => {
  const rows = await routinesOf({ payload: desk.payload }, desk.model.office.id)
  const base = { proposed: proposedCode(rows), choices: await choicesOf(desk), can: canOf(desk) }
  if (code === undefined) return { ...base, runs: [], more: false }
  const row = rows.find((each) => each.code === code)
  if (!row) throw new DomainError('notFound')
  return { ...base, line: await lineOf(desk, row), seen: row.updatedAt, ...(await runsOf(desk, row.id)) }
}

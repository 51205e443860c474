import { countRows, findRow, findRows } from '@/db/rows'
import { DomainError } from '@/domain/errors'
import { t, tMaybe } from '@/i18n'
import { wordsOf } from '@/lib/wordsOf'
import { say } from '@/domain/words'
import type { Desk } from '@/services/desk/desk'
import { SLUG } from '@/slugs'
import { undoPlan, type UndoPlan } from '../undo'
import { namedProblem, problemSaid, type ProblemSaid } from '../package/problemSaid'
import { passedOn, returningIn } from '../undoing/returns'
import { BY_HOOKS } from '../undoing/rights'
import type { UndoConflict } from '../undoing/steps'
import { lineOf, undoLineOf, type ChangeLine } from './list'
import { closedTables } from './closed'
import { officeBook } from './told/officeBook'
import { tableSaid } from './words'

const MOST = 200

/** What would follow from taking a change back, line by line. */
export type UndoView = { can: boolean; effects: { name: string; act: string }[]; more: number; conflicts: { name: string; why: string }[]; problems: ProblemSaid[] }

export type ChangeDetail = { change: ChangeLine; members: ChangeLine[]; more: number; undo?: UndoView }

/** One conflict in words. */
export const conflictSaid = ({ table, label, code, fields = [] }: UndoConflict, desk: Pick<Desk, 'lang'>): { name: string; why: string } => ({
  name: `${tableSaid(table, desk)} ${label}`.trim(),
  why: t(desk.lang, `packages.changes.conflict.${code}`, { fields: fields.map((field) => tMaybe(desk.lang, `packages.field.${field}`) ?? field).join(t(desk.lang, 'packages.value.listJoint')) }),
})

type Named = { slug: string; row: Record<string, unknown> | null | undefined }

const nameSaid = (desk: Desk, { slug, row }: Named): string => `${tableSaid(slug, desk)} ${say(wordsOf(row?.name ?? row?.title ?? row?.date ?? row?.code), desk.lang)}`.trim()

/** Rows that their collections' own hooks keep: what taking the change back does to each. */
const hookedEffects = (desk: Desk, members: UndoPlan['members']): UndoView['effects'] =>
  members.filter(({ table }) => BY_HOOKS.includes(table)).map(({ table, label, before, after }) => {
    const act = before ? (after ? 'back' : 'made') : 'removed'
    return { name: `${tableSaid(table, desk)} ${label ?? ''}`.trim(), act: t(desk.lang, `packages.changes.act.${act}`) }
  })

const effectsOf = (desk: Desk, { plan, removals, members }: UndoPlan): UndoView['effects'] => {
  const fates = new Map(removals.map((removal) => [removal.row.id, removal.fate]))
  const written = plan.writes.filter(({ slug }) => slug !== SLUG.definitions).map(({ slug, id, before, after }) => {
    const act = fates.get(id) ?? (before ? (after?.current !== before.current ? 'republish' : 'back') : 'made')
    return { name: nameSaid(desk, { slug, row: after ?? before }), act: t(desk.lang, `packages.changes.act.${act}`) }
  })
  const listed = new Set(plan.writes.map(({ id }) => id))
  const others = removals.filter(({ row }) => !listed.has(row.id)).map(({ slug, row, fate }) => ({ name: nameSaid(desk, { slug, row }), act: t(desk.lang, `packages.changes.act.${fate}`) }))
  return [...written, ...others, ...hookedEffects(desk, members)]
}

/** What becomes of open matters when a unit that was closed in favour of others comes back. */
const matterEffects = async (desk: Desk, { plan, handers }: UndoPlan): Promise<UndoView['effects']> => {
  const told: UndoView['effects'] = []
  for (const { id, heirs } of returningIn(plan.writes)) {
    const name = say(desk.model.units.byId.get(id)?.name, desk.lang)
    const whole = heirs.every((heir) => handers.has(heir))
    const count = await passedOn({ payload: desk.payload }, id)
    told.push({ name: t(desk.lang, whole ? 'studioTerritory.back.whole' : 'studioTerritory.back.came', { name, count }), act: t(desk.lang, 'studioTerritory.back.act') })
  }
  return told
}

/** Matters in progress stay on a version that is withdrawn: whoever takes it back learns how many, and where to bring them over. */
const flightEffects = async (desk: Desk, { plan }: UndoPlan): Promise<UndoView['effects']> => {
  const told: UndoView['effects'] = []
  for (const { slug, before, after } of plan.writes) {
    if (slug !== SLUG.workflows || !before?.current || after?.current === before.current) continue
    const count = await countRows({ payload: desk.payload }, SLUG.matters, { and: [{ office: { equals: desk.model.office.id } }, { open: { equals: true } }, { workflowVersion: { equals: before.current } }] })
    if (count > 0) told.push({ name: t(desk.lang, 'packages.changes.flight', { name: nameSaid(desk, { slug, row: before }), count }), act: t(desk.lang, 'packages.changes.act.inFlight') })
  }
  return told
}

const undoView = async (desk: Desk, id: string): Promise<UndoView | undefined> => {
  try {
    const plan = await undoPlan(desk, id)
    const effects = [...(await matterEffects(desk, plan)), ...(await flightEffects(desk, plan)), ...effectsOf(desk, plan)]
    return {
      can: plan.conflicts.length === 0 && plan.problems.length === 0, effects: effects.slice(0, MOST), more: Math.max(0, effects.length - MOST),
      conflicts: plan.conflicts.slice(0, MOST).map((conflict) => conflictSaid(conflict, desk)), problems: plan.problems.slice(0, 20).map((problem) => problemSaid(namedProblem(problem, plan.after), desk.lang)),
    }
  } catch (error) {
    // whoever may not take it back may still look at it
    if (error instanceof DomainError && (error.code === 'notAllowed' || error.code === 'conflict')) return undefined
    throw error
  }
}

/** One change with all it changed, and what taking it back would do. Errors: `notFound`. */
export const changeDetail = async (desk: Desk, id: string): Promise<ChangeDetail> => {
  const req = { payload: desk.payload }
  const closed = closedTables(desk.holds)
  const head = await findRow(req, SLUG.changes, { where: { and: [{ id: { equals: id } }, { office: { equals: desk.model.office.id } }, { table: { not_in: closed } }] } })
  if (!head) throw new DomainError('notFound')
  const members = head.batch === head.id ? await findRows(req, SLUG.changes, { where: { and: [{ batch: { equals: id } }, { id: { not_equals: id } }, { table: { not_in: [...closed, SLUG.definitions] } }] }, sort: 'id', limit: MOST }) : []
  const undo = await undoView(desk, id)
  const reading = { desk, names: await officeBook(desk) }
  return { change: await undoLineOf(reading, head), members: members.map((change) => lineOf(reading, change)), more: Math.max(0, (head.count ?? 0) - members.length), ...(undo ? { undo } : {}) }
}

import type { PayloadRequest } from 'payload'
import { findRow, type RowRequest } from '@/db/rows'
import { idOf } from '@/lib/idOf'
import { SLUG } from '@/slugs'
import { openWithin } from '../placeUnit'
import type { Leaving } from '../package/removals'
import type { RowWrite } from '../package/rows'
import type { Plan } from '../package/write'
import { queueTask } from '../tasks'

/** A unit that had been closed in favour of others and is open again. */
export type Returning = { id: string; heirs: string[] }

const heirsOf = (row: RowWrite['before']): string[] => (Array.isArray(row?.successors) ? row.successors.flatMap((heir: unknown) => idOf(heir) ?? []) : [])

/** The units that come back by what is written. */
export const returningIn = (writes: readonly RowWrite[]): Returning[] =>
  writes.flatMap(({ slug, id, before, after }) => {
    const heirs = slug === SLUG.units && before?.active === false && after && after.active !== false ? heirsOf(before) : []
    return heirs.length > 0 ? [{ id, heirs }] : []
  })

/** Units that were made to take over and are to go again, each with the unit that it hands everything back to. */
export const handersIn = (writes: readonly RowWrite[], leaving: readonly Leaving[]): Map<string, string> => {
  const going = new Set(leaving.filter(({ slug }) => slug === SLUG.units).map(({ row }) => row.id))
  return new Map(returningIn(writes).flatMap(({ id, heirs }) => heirs.filter((heir) => going.has(heir)).map((heir): [string, string] => [heir, id])))
}

/** A unit that is closed because its making was taken back is closed in favour of the one it was made from. */
export const withHeirs = (plan: Plan, handers: ReadonlyMap<string, string>): Plan => ({
  ...plan,
  writes: plan.writes.map((write) => {
    const heir = handers.get(write.id)
    return heir && write.after ? { ...write, after: { ...write.after, successors: [heir] } } : write
  }),
})

type Handing = { id: string; from: string }

/** Units that are closed in favour of others by what is written. */
const closingIn = (writes: readonly RowWrite[]): Handing[] =>
  writes.flatMap(({ slug, id, before, after }) => (slug === SLUG.units && before && before.active !== false && after?.active === false && heirsOf(after).length > 0 ? [{ id, from: String(before.path) }] : []))

/**
 * Open matters follow what was taken back, in tasks with progress: those that came from a unit that is open again go back to it, those of units that
 * are closed again go to the ones that take over.
 */
export const queueReturns = async (req: PayloadRequest, office: string, { plan, handers }: { plan: Plan; handers: ReadonlyMap<string, string> }): Promise<void> => {
  for (const { id, heirs } of returningIn(plan.writes)) {
    const staying = heirs.filter((heir) => !handers.has(heir))
    if (staying.length > 0) await queueTask(req, { office, kind: 'repath', subject: id, input: { back: staying }, total: await passedOn(req, id) })
  }
  for (const { id, from } of closingIn(plan.writes)) await queueTask(req, { office, kind: 'repath', subject: id, input: { from, heirs: true }, total: await openWithin(req, from) })
}

/** How many open matters had been passed on when a unit was closed. */
export const passedOn = async (req: RowRequest, unit: string): Promise<number> => {
  const task = await findRow(req, SLUG.tasks, { where: { and: [{ kind: { equals: 'repath' } }, { subject: { equals: unit } }] }, sort: '-id' })
  const input = (task?.input ?? {}) as { heirs?: boolean }
  return input.heirs === true ? (task?.done ?? 0) : 0
}

import type { PayloadRequest } from 'payload'
import { findRows, updateRowIf } from '@/db/rows'
import { DomainError } from '@/domain/errors'
import { idOf } from '@/lib/idOf'
import type { Desk } from '@/services/desk/desk'
import { writeBatch, type BatchChange } from '@/services/structure/batch'
import { forgetOfficeModel } from '@/services/structure/cache'
import { editing } from '@/services/structure/editing'
import { openWithin } from '@/services/structure/placeUnit'
import { storedRow, writeRow } from '@/services/structure/saveRow'
import { queueTask } from '@/services/structure/tasks'
import type { GridUnit } from '@/payload-types'
import { SLUG, type Slug } from '@/slugs'

/** Several rows changed as one: they are taken back as one, too. */
export type Restructuring = { req: PayloadRequest; desk: Desk; office: string; changes: BatchChange[] }

type Edit<T> = { label: string; reason: unknown; work: (on: Restructuring) => Promise<T> }

/** One change of several rows of structure by a person, in one transaction. Errors as `saveRow`; `invalid` without a reason. */
export const restructure = async <T>(desk: Desk, { label, reason, work }: Edit<T>): Promise<T> => {
  const office = desk.model.office.id
  const result = await editing({ desk, reason, work: async (req) => {
    req.context.gathersRepath = true
    const on: Restructuring = { req, desk, office, changes: [] }
    const done = await work(on)
    await writeBatch(req, { office, label, changes: on.changes })
    return done
  } })
  forgetOfficeModel()
  return result
}

/** Writes one row through the checks of its collection. Returns its id. */
export const putRow = async ({ req, changes }: Restructuring, slug: Slug, { id, data }: { id?: string; data: Record<string, unknown> }): Promise<string> => {
  const before = id === undefined ? null : await storedRow(req, slug, id)
  req.context.quietStructure = true
  const target = await writeRow(req, { slug, data, ...(id === undefined ? {} : { id }) })
  req.context.quietStructure = false
  changes.push({ collection: slug, target, before, after: await storedRow(req, slug, target) })
  return target
}

/** Removes one row that nothing refers to. */
export const dropRow = async ({ req, changes }: Restructuring, slug: Slug, id: string): Promise<void> => {
  const before = await storedRow(req, slug, id)
  req.context.quietStructure = true
  await req.payload.delete({ collection: slug as typeof SLUG.levels, id, req, overrideAccess: false })
  req.context.quietStructure = false
  changes.push({ collection: slug, target: id, before, after: null })
}

/** A unit of this office as it stands in the transaction. Errors: `notFound`. */
export const unitRow = async ({ req, office }: Pick<Restructuring, 'req' | 'office'>, id: string): Promise<GridUnit> => {
  const [unit] = await findRows(req, SLUG.units, { where: { and: [{ id: { equals: id } }, { office: { equals: office } }] } })
  if (!unit) throw new DomainError('notFound')
  return unit
}

/** The open units right below a unit. */
export const openChildren = ({ req }: Pick<Restructuring, 'req'>, id: string): Promise<GridUnit[]> =>
  findRows(req, SLUG.units, { where: { and: [{ parent: { equals: id } }, { active: { not_equals: false } }] }, sort: 'id' })

const replaced = (units: readonly unknown[], gone: string, heirs: readonly string[]): string[] =>
  [...new Set(units.flatMap((each) => (idOf(each) === gone ? heirs : (idOf(each) ?? []))))]

/** Whoever covered the unit covers its successors: what follows from the change, whoever may edit people. */
const passCoverage = async ({ req, changes }: Restructuring, gone: string, heirs: readonly string[]): Promise<void> => {
  for (const slug of [SLUG.memberships, SLUG.teams] as const) {
    for (const row of await findRows(req, slug, { where: { units: { equals: gone } } })) {
      const before = await storedRow(req, slug, row.id)
      await updateRowIf(req, slug, { id: { equals: row.id } }, { units: replaced(row.units ?? [], gone, heirs) })
      changes.push({ collection: slug, target: row.id, before, after: await storedRow(req, slug, row.id) })
    }
  }
}

type Heirs = { unit: GridUnit; heirs: readonly [string, ...string[]]; /** Which of them takes a unit below; the first where nothing is said. */ homes?: Readonly<Record<string, string>> }

/**
 * Closes a unit in favour of its successors: what is below hangs below them, who covered it covers them, and its open matters follow in a task
 * with progress. What is done stays where it was.
 */
export const closeInto = async (on: Restructuring, { unit, heirs, homes = {} }: Heirs): Promise<void> => {
  const { req, office } = on
  const path = unit.path ?? ''
  const total = await openWithin(req, path)
  for (const child of await openChildren(on, unit.id)) await putRow(on, SLUG.units, { id: child.id, data: { parent: homes[child.id] ?? heirs[0] } })
  await passCoverage(on, unit.id, heirs)
  req.context.heirs = true
  await putRow(on, SLUG.units, { id: unit.id, data: { active: false, successors: [...heirs] } })
  req.context.heirs = false
  await queueTask(req, { office, kind: 'repath', subject: unit.id, input: { from: path, heirs: true }, total })
}

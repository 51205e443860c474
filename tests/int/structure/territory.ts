import { expect } from 'vitest'
import { findRow, findRows, insertRow } from '@/db/rows'
import type { Desk } from '@/services/desk/desk'
import { forgetOfficeModel, needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { ownerDesk } from '../../helpers/deskOfUser'
import type { openScene } from './scene'

/** What the tests of the territory make and look at, in a scene. */
export const openTerritory = ({ payload, put, rows }: Pick<ReturnType<typeof openScene>, 'payload' | 'put' | 'rows'>) => {
  /** The owner at the desk, as the structure stands now. */
  const owner = (): Promise<Desk> => {
    forgetOfficeModel()
    return ownerDesk(payload())
  }
  const fresh = async (id: string) => (await findRow(rows(), SLUG.units, { where: { id: { equals: id } } }))!
  const newestBatch = async () => String((await findRows(rows(), SLUG.changes, { where: { table: { equals: SLUG.changes } }, sort: '-id', limit: 1 }))[0]?.id)
  let serial = 0
  /** A new unit of a level below another. */
  const makeUnit = async (parent: string, level: string, more: Record<string, unknown> = {}) => {
    serial += 1
    const model = await needModel(payload())
    const made = await put(SLUG.units, { code: `t-${serial}`, name: `试点${serial}`, level: model.levels.byCode.get(level)?.id, parent, active: true, ...more })
    forgetOfficeModel()
    return { id: String(made.id), code: `t-${serial}` }
  }
  /** An entry of the first register, as it stands under a unit; and a place of a round that nobody has been to yet. */
  const makeEntry = async (unit: string, at: { lng?: number; lat?: number } = {}): Promise<{ id: string; check: string }> => {
    const [{ id: office }, path, when] = [(await needModel(payload())).office, (await fresh(unit)).path, new Date().toISOString()]
    const register = (await findRows(rows(), SLUG.registers, { sort: 'code', limit: 1 }))[0]
    const id = await insertRow(rows(), SLUG.entries, {
      office, register: register!.id, version: String(register!.current), code: `e-${serial += 1}`, title: '一处', answers: {}, unit, path, ...at, revision: 1, active: true, editedAt: when, reviewedAt: when,
    })
    const run = await insertRow(rows(), SLUG.runs, { office, routine: (await findRows(rows(), SLUG.routines, { limit: 1 }))[0]!.id, dueAt: new Date(Date.parse(when) + serial * 1000).toISOString(), state: 'opened', title: '检查' })
    const check = await insertRow(rows(), SLUG.checks, { office, run, entry: id, title: '一处', unit, path, state: 'open' })
    return { id, check }
  }
  const lies = async ({ id, check }: { id: string; check: string }) => {
    const [entry, place] = [await findRow(rows(), SLUG.entries, { where: { id: { equals: id } } }), await findRow(rows(), SLUG.checks, { where: { id: { equals: check } } })]
    expect([place?.unit, place?.path]).toEqual([entry?.unit, entry?.path])
    expect(entry?.path).toBe((await fresh(String(entry?.unit))).path)
    return String(entry?.unit)
  }
  return { owner, fresh, newestBatch, makeUnit, makeEntry, lies }
}

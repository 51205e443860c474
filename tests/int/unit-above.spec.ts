import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unitAbove } from '@/services/matters/refs'
import { needModel } from '@/services/structure/cache'
import type { OfficeModel } from '@/services/structure/load'
import { openPortal, type TestPortal } from '../helpers/portal'

let portal: TestPortal
let model: OfficeModel
beforeAll(async () => {
  portal = await openPortal()
  model = await needModel(portal.payload)
})
afterAll(() => portal.close())

type Change = { lead?: string; active?: boolean }

/** The model with the units above a deepest one changed, the nearest first. */
const above = (...changes: Change[]): { given: OfficeModel; unit: string; line: string[] } => {
  const deepest = model.units.all.reduce((deep, unit) => (unit.path.length > deep.path.length ? unit : deep))
  const line = deepest.path.split('/').filter(Boolean).slice(0, -1).reverse()
  const byId = new Map(model.units.byId)
  for (const [height, id] of line.entries()) {
    const unit = byId.get(id)
    if (unit) byId.set(id, { ...unit, lead: null, ...changes[height] })
  }
  const people = new Map(model.people)
  people.set('here', { id: 'here', name: 'A', active: true })
  people.set('left', { id: 'left', name: 'B', active: false })
  return { given: { ...model, units: { ...model.units, byId }, people }, unit: deepest.id, line }
}

describe('the unit a matter is taken up to', () => {
  it.each<[string, Change[], number]>([
    ['is the next one, where nobody leads any', [], 0],
    ['is the next one, if it has a lead', [{ lead: 'here' }, { lead: 'here' }], 0],
    ['is not one without a lead, if one above has one', [{}, { lead: 'here' }], 1],
    ['is not one whose lead has left', [{ lead: 'left' }, { lead: 'here' }], 1],
    ['is never one that is closed', [{ active: false }, {}], 1],
  ])('%s', (_what, changes, height) => {
    const { given, unit, line } = above(...changes)
    expect(line.length).toBeGreaterThan(1)
    expect(unitAbove(given, unit)).toBe(line[height])
  })

  it('is none above the top', () => {
    expect(unitAbove(model, model.units.all.find(({ parent }) => !parent)?.id ?? '')).toBeUndefined()
  })
})

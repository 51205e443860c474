import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareRouting } from './compare'
import { evaluateRouting } from './evaluate'
import { directory, factsArb, factsOf, ruleOf, setArb, setOf } from './office.fixture'

const day = ruleOf('day', [{ field: 'category', op: 'within', codes: ['noise'] }], { result: { kind: 'team', team: 'day' } })
const night = ruleOf('night', [{ field: 'timeOfDay', op: 'between', from: '20:00', to: '07:00' }])
const matters = [{ id: 'm1', facts: factsOf() }, { id: 'm2', facts: factsOf({ minuteOfDay: 600 }) }, { id: 'm3', facts: factsOf({ categoryCodes: ['waste'], unitCodes: ['top'] }) }]
const compare = (before: ReturnType<typeof setOf>, after: ReturnType<typeof setOf>) => compareRouting({ before, after, matters, directory })

describe('what would have happened', () => {
  it('groups what goes elsewhere by where it went, where it goes and by which rules', () => {
    const { shifts, same, hits } = compare(setOf(day), setOf(night, day))
    expect(same).toBe(1)
    expect(hits).toEqual({ night: 2, day: 1 })
    expect(shifts).toEqual([
      { from: { mode: 'trusted', rule: { code: 'day', number: 1, name: day.name }, goes: day.result }, to: { mode: 'trusted', rule: { code: 'night', number: 1, name: night.name }, goes: night.result }, ids: ['m1'] },
      { from: { mode: 'fallback', goes: { kind: 'lead' } }, to: { mode: 'trusted', rule: { code: 'night', number: 1, name: night.name }, goes: night.result }, ids: ['m3'] },
    ])
  })

  it('counts a proposal made into an assignment, but not another rule with the same end', () => {
    expect(compare(setOf(day), setOf({ ...day, mode: 'proposed' })).shifts.map(({ ids }) => ids)).toEqual([['m1', 'm2']])
    expect(compare(setOf(day), setOf({ ...day, code: 'other', name: { zh: '另一条' } }))).toMatchObject({ shifts: [], same: 3, hits: { other: 2 } })
  })

  it('puts the largest first', () => {
    expect(compare(setOf(), setOf(day, night)).shifts.map(({ ids }) => ids.length)).toEqual([2, 1])
  })

  const facts = fc.array(factsArb, { maxLength: 12 }).map((list) => list.map((each, at) => ({ id: `m${at}`, facts: each })))

  it('says nothing of a set compared with itself', () => {
    fc.assert(fc.property(setArb, facts, (set, list) => {
      expect(compareRouting({ before: set, after: set, matters: list, directory })).toMatchObject({ shifts: [], same: list.length })
    }))
  })

  it('agrees with the engine, matter by matter', () => {
    fc.assert(fc.property(setArb, setArb, facts, (before, after, list) => {
      const { shifts, same } = compareRouting({ before, after, matters: list, directory })
      const moved = shifts.flatMap(({ ids }) => ids)
      expect(moved.length + same).toBe(list.length)
      for (const { id, facts: each } of list) {
        const ends = [before, after].map((set) => evaluateRouting({ set, facts: each, directory })).map(({ mode, team, unit, person }) => JSON.stringify([mode, team, unit, person]))
        expect(moved.includes(id)).toBe(ends[0] !== ends[1])
      }
    }))
  })
})

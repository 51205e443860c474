import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addRule, blankCondition, changedRules, changeRule, moveRule, removeRule } from './edit'
import { ruleOf, setArb, setOf } from './office.fixture'
import { readRouting } from './schema'

const codes = (set: ReturnType<typeof setOf>): string => set.rules.map(({ code }) => code).join(' ')
const five = setOf(ruleOf('a'), ruleOf('b'), ruleOf('c'), ruleOf('d'), ruleOf('e'))
const told = (after: ReturnType<typeof setOf>, before = five): string => changedRules(before.rules, after.rules).map(({ kind, code, number }) => `${kind} ${code} ${number}`).join(', ')

describe('editing a set of rules', () => {
  it('adds a rule that only proposes, with a code that is free', () => {
    const { set, code } = addRule(setOf(ruleOf('rule-2')), { zh: '新' })
    expect(code).toBe('rule-3')
    expect(set.rules.at(-1)).toMatchObject({ code, mode: 'proposed', on: true, conditions: [] })
    expect(addRule(set, { zh: '新' }).code).toBe('rule-4')
  })

  it.each([
    { from: 0, to: 2, is: 'b c a d e' }, { from: 4, to: 0, is: 'e a b c d' }, { from: 2, to: 2, is: 'a b c d e' },
    { from: 5, to: 0, is: 'a b c d e' }, { from: 0, to: 5, is: 'a b c d e' }, { from: 0, to: -1, is: 'a b c d e' },
  ])('moves rule $from to $to', ({ from, to, is }) => expect(codes(moveRule(five, from, to))).toBe(is))

  it('keeps every rule when one is moved, and moving back restores the order', () => {
    fc.assert(fc.property(setArb, fc.nat(6), fc.nat(6), (set, from, to) => {
      fc.pre(from < set.rules.length && to < set.rules.length)
      expect(moveRule(moveRule(set, from, to), to, from)).toEqual(set)
    }))
  })

  it('changes and removes one rule only', () => {
    expect(changeRule(five, 'c', { on: false }).rules.map(({ on }) => on)).toEqual([true, true, false, true, true])
    expect(codes(removeRule(five, 'c'))).toBe('a b d e')
  })

  it('makes conditions that are whole once something is chosen', () => {
    for (const field of ['severity', 'timeOfDay', 'workingTime'] as const) expect(readRouting(setOf(ruleOf('r', [blankCondition(field)]))).ok).toBe(true)
    for (const field of ['category', 'unit', 'matterType', 'source', 'text', 'answer'] as const) expect(readRouting(setOf(ruleOf('r', [blankCondition(field)]))).ok).toBe(false)
  })
})

describe('what changed', () => {
  it.each([
    { why: 'nothing', after: five, is: '' },
    { why: 'one moved down', after: moveRule(five, 0, 3), is: 'moved a 4' },
    { why: 'one moved up', after: moveRule(five, 4, 1), is: 'moved e 2' },
    { why: 'one changed', after: changeRule(five, 'b', { mode: 'proposed' }), is: 'changed b 2' },
    { why: 'one gone', after: removeRule(five, 'd'), is: 'removed d 4' },
    { why: 'one new', after: addRule(five, { zh: '新' }).set, is: 'added rule-6 6' },
    { why: 'all at once', after: moveRule(changeRule(removeRule(five, 'b'), 'e', { on: false }), 0, 1), is: 'moved a 2, changed e 4, removed b 2' },
  ])('tells $why', ({ after, is }) => expect(told(after)).toBe(is))

  it('tells nothing of a set and itself, and every rule of a new one', () => {
    fc.assert(fc.property(setArb, (set) => {
      expect(changedRules(set.rules, set.rules)).toEqual([])
      expect(changedRules([], set.rules).map(({ kind }) => kind)).toEqual(set.rules.map(() => 'added'))
    }))
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commonPasswords } from './commonWords'
import { isCommonPassword } from './common'
import { passwordProblem, passwordTooOld } from './password'

describe('passwordProblem', () => {
  it.each([
    ['Aa1-', 'short'], ['Lamp-42-x', 'short'], ['灯-Lamp-42-', null], ['Quiet-River-42', null], ['quiet-river-hat', 'simple'], ['QUIETRIVER42', 'simple'],
    ['li.ming-Xk93t', 'name'], ['Xk93t-LIMING-q', 'name'], ['王小明-Lamp-42x', 'name'],
    ['Passw0rd-2026', 'common'], ['P@$$w0rd!!1', 'common'], ['Woaini-1314', 'common'], ['Beijing@2026', 'common'], ['Qwer1234!@', 'common'], ['1qaz@WSX3edc', 'common'],
    ['Zhangwei#19880808', 'common'], ['Admin@123456', 'common'], ['Aaaaaa-1111', 'common'], ['Guanliyuan888!', 'common'], ['Abcd1234!@', 'common'], ['ＰａｓｓＷｏｒｄ１２３！', 'common'],
    ['Beijing-lamp-42-Tram', null], ['kT9$wq-2Lm!e', null],
  ])('%s: %s', (password, problem) => expect(passwordProblem(password, ['liming', '王小明'])).toBe(problem))

  it('asks for the length it is given', () => {
    expect(passwordProblem('Quiet-Riv-4', [], 12)).toBe('short')
    expect(passwordProblem('Quiet-Rive-4', [], 12)).toBeNull()
  })

  it('does not take a name of two letters for part of a password', () => expect(passwordProblem('Quiet-River-42', ['ri'])).toBeNull())
})

describe('isCommonPassword', () => {
  it('knows more than a thousand that are tried first, in any capitals, behind leet and with a sign more', () => {
    const all = commonPasswords()
    expect(new Set(all).size).toBeGreaterThan(1000)
    const missed = all.flatMap((word) => [word, word.toUpperCase(), `${word}!`, word.replaceAll('a', '@').replaceAll('o', '0').replaceAll('e', '3')]).filter((word) => !isCommonPassword(word))
    expect(missed).toEqual([])
  })

  it('leaves what is drawn at random', () => {
    const signs = [...'ABCDEFGHJKMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789']
    fc.assert(fc.property(fc.array(fc.constantFrom(...signs), { minLength: 20, maxLength: 20 }), (drawn) => !isCommonPassword(drawn.join('-'))))
  })

  it('ends on any text', () => fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 300 }).map((units) => String.fromCharCode(...units)), (text) => typeof isCommonPassword(text) === 'boolean'), { numRuns: 50 }))
})

describe('passwordTooOld', () => {
  const day = 86_400_000
  it.each([[0, 9999, false], [90, 90, false], [90, 90.1, true]])('limit %d days, age %d days: %s', (days, age, old) => expect(passwordTooOld({ changedAt: 0, days, now: age * day })).toBe(old))
})

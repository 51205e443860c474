import { describe, expect, it } from 'vitest'
import enStudio from '../../../i18n/en/studio.json'
import en from '../../../i18n/en/studioForms.json'
import zhStudio from '../../../i18n/zh/studio.json'
import zh from '../../../i18n/zh/studioForms.json'
import { flatten } from '../../../i18n'
import { wordsOf } from './placeWords'

const all = (dictionary: object): Record<string, string> => Object.fromEntries(flatten(dictionary as typeof zh).map(([key, text]) => [`studioForms.${key}`, text]))

// What the fields editor says; the rest of the dictionary is the pages' around it.
const SAID = /^studioForms\.(fields|page|question|kind|options|limit|condition|answer|try|part|at)\./
// A register has no days of keeping, no larger text to try, and is tried on one sheet.
const UNSAID = /\.(answer\.(retention|retentionHint|days|kept)|try\.(large|normal|page|next)|at\.name|part\.retention|fields\.newOption)$/

const said = (dictionary: object): [string, string][] => Object.entries(wordsOf('register', all(dictionary))).filter(([key]) => SAID.test(key) && !UNSAID.test(key))

describe('the words of a register', () => {
  it.each([
    ['zh', zh, /问题|回答|事项|第 1 (题|页)|这一页|整页|长者|当一回居民|交上|必答|选答|表单/],
    ['en', en, /question|matter|answer|\bpage|\bform\b|Be a resident|would be sent/i],
  ])('are not those of a form that residents send: %s', (_lang, dictionary, foreign) => {
    expect(said(dictionary).filter(([, text]) => foreign.test(text.replaceAll(/\{[^}]*\}/g, '1')))).toEqual([])
  })

  it('each stand over words of the form', () => {
    const keys = Object.keys(all(zh))
    const own = keys.filter((key) => key.startsWith('studioForms.register.')).map((key) => key.replace('.register.', '.'))
    expect(own.filter((key) => !keys.includes(key))).toEqual([])
  })

  it.each([['zh', zhStudio, /事项|在办/], ['en', enStudio, /matter/i]])('publish entries, not matters: %s', (_lang, dictionary, foreign) => {
    const flat = Object.fromEntries(flatten(dictionary as typeof zhStudio).map(([key, text]) => [`studio.${key}`, text]))
    expect(Object.entries(wordsOf('register', flat)).filter(([key, text]) => /^studio\.(publish|version)\./.test(key) && foreign.test(text))).toEqual([])
  })

  it('leave a form its own', () => {
    expect(wordsOf('form', all(zh))['studioForms.fields.heading']).toBe('问题')
    expect(wordsOf('register', all(zh))['studioForms.fields.heading']).toBe('栏目')
  })
})

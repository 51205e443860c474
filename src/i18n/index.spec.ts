import { describe, expect, it } from 'vitest'
import { DICTIONARIES, flatten, t, tMaybe, words } from './index'
import { fill, slotsOf } from './fill'

const HAN = /\p{Script=Han}/u

describe('dictionaries', () => {
  const zh = DICTIONARIES.zh
  const en = DICTIONARIES.en

  it('have the same keys in both languages', () => {
    expect([...en.keys()].filter((key) => !zh.has(key))).toEqual([])
    expect([...zh.keys()].filter((key) => !en.has(key))).toEqual([])
  })

  it('have the same slots in both languages', () => {
    const differing = [...zh].filter(([key, text]) => slotsOf(text).join() !== slotsOf(en.get(key) ?? '').join())
    expect(differing.map(([key]) => key)).toEqual([])
  })

  it('have no empty text and no Chinese left in English, except names of languages', () => {
    expect([...zh, ...en].filter(([, text]) => !text.trim())).toEqual([])
    expect([...en].filter(([key, text]) => HAN.test(text) && !key.startsWith('common.language.'))).toEqual([])
  })
})

describe('fill', () => {
  it.each([
    ['共{count}张', { count: 3 }, '共3张'],
    ['{count} {count|photo|photos}', { count: 1 }, '1 photo'],
    ['{count} {count|photo|photos}', { count: 0 }, '0 photos'],
    ['{a}、{b}、{a}', { a: 'x', b: 'y' }, 'x、y、x'],
    ['还剩{hours}小时', {}, '还剩{hours}小时'],
    ['没有空格的{名字}', { 名字: 'x' }, '没有空格的{名字}'],
  ])('%s', (text, params, expected) => {
    expect(fill(text, params as Record<string, string | number>)).toBe(expected)
  })

  it('does not fill what a value brings along', () => {
    expect(fill('{a}{b}', { a: '{b}', b: '1' })).toBe('{b}1')
  })

  it('names slots once, sorted', () => {
    expect(slotsOf('{b} {a} {b|x|y}')).toEqual(['a', 'b'])
  })
})

describe('t', () => {
  it('reads a key in each language', () => {
    expect(t('zh', 'common.nav.track')).toBe('查进度')
    expect(t('en', 'common.nav.track')).toBe('Track a report')
  })

  it('knows what is missing', () => {
    expect(tMaybe('zh', 'common.nav.nothing')).toBeUndefined()
  })

  it('gives a client component only its own words', () => {
    const nav = words('en', 'common.nav')
    expect(nav.track).toBe('Track a report')
    expect(Object.keys(nav).every((key) => DICTIONARIES.zh.has(`common.nav.${key}`))).toBe(true)
  })

  it('flattens nested files', () => {
    expect(flatten({ a: { b: 'x', c: { d: 'y' } } })).toEqual([['a.b', 'x'], ['a.c.d', 'y']])
  })
})

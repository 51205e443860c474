import { describe, expect, it } from 'vitest'
import { inverseOf } from './inverse'

const name = (zh: string, en?: string) => ({ name: { zh, ...(en === undefined ? {} : { en }) } })

describe('inverseOf', () => {
  it('gives back what nobody touched since', () => expect(inverseOf({ a: 1, b: 2 }, { a: 3, b: 2 }, { a: 3, b: 9 })).toEqual({ fields: { a: 1 }, conflicts: [] }))
  it('names what was changed again', () => expect(inverseOf({ a: 1 }, { a: 3 }, { a: 4 })).toEqual({ fields: {}, conflicts: ['a'] }))
  it('has nothing to do where it is already as it was', () => expect(inverseOf({ a: 1 }, { a: 3 }, { a: 1 })).toEqual({ fields: {}, conflicts: [] }))
  it('empties what was not there', () => expect(inverseOf({}, { a: 3 }, { a: 3 })).toEqual({ fields: { a: null }, conflicts: [] }))
  it('gives a title back like any other field', () => expect(inverseOf({ title: '一' }, { title: '二' }, { title: '二' })).toEqual({ fields: { title: '一' }, conflicts: [] }))
  it('leaves what it is told to leave', () => expect(inverseOf({ title: '一' }, { title: '二' }, { title: '三' }, ['title'])).toEqual({ fields: {}, conflicts: [] }))

  it.each([
    ['an empty English name', name('新', ''), {}], ['no English name', name('新'), {}], ['a name without the language', { name: { zh: '新', en: null } }, {}],
  ])('takes %s for the same as the one that was written', (_what, current, rest) =>
    expect(inverseOf({ ...name('旧', 'Old') }, { ...name('新') }, { ...current, ...rest })).toEqual({ fields: name('旧', 'Old'), conflicts: [] }))

  it('sees an English name that somebody wrote since', () => expect(inverseOf(name('旧'), name('新'), name('新', 'New')).conflicts).toEqual(['name']))
  it('does not mind the ids of parts of a list', () => expect(inverseOf({ list: [] }, { list: [{ id: 'a', text: '甲' }] }, { list: [{ id: 'b', text: '甲' }] })).toEqual({ fields: { list: [] }, conflicts: [] }))
  it('leaves what the system works out and what publishing writes', () => expect(inverseOf({ path: '/a/', current: 'x' }, { path: '/b/', current: 'y' }, { path: '/c/', current: 'z' })).toEqual({ fields: {}, conflicts: [] }))
})

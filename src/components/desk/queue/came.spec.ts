import { describe, expect, it } from 'vitest'
import { row } from '../desk.fixture'
import { listed, longer, neighboursOf, parseList, wantsMore, type CameFrom } from './came'

const list = (change: Partial<CameFrom> = {}): CameFrom => ({ href: '/desk/queue?clock=late', name: '已超时', rows: [{ id: 'a', title: 'A' }, { id: 'b', title: 'B' }], total: 3, next: 'c1', ...change })

describe('the list a person came from', () => {
  it.each([
    ['a', { position: 1, prev: undefined, next: '/desk/matters/b', nextTitle: 'B' }],
    ['b', { position: 2, prev: '/desk/matters/a', next: undefined }],
  ])('knows what stands before and after %s', (id, expected) => {
    expect(neighboursOf(list(), id)).toMatchObject({ list: '已超时', listHref: '/desk/queue?clock=late', total: 3, ...expected })
  })

  it('knows only the way back for a matter that is not in it', () => {
    expect(neighboursOf(list(), 'x')).toEqual({ list: '已超时', listHref: '/desk/queue?clock=late' })
  })

  it.each([
    ['at its known end', 'b', {}, true],
    ['before it', 'a', {}, false],
    ['when that was all', 'b', { next: undefined, total: 2 }, false],
    ['of a short list that has more rows', 'b', { next: undefined, total: 3 }, true],
  ])('asks for more %s', (_name, id, change, expected) => {
    expect(wantsMore(list(change), id)).toBe(expected)
  })

  it('grows at its end and keeps what was there; an answer with nothing new ends it', () => {
    const grown = longer(list(), [row({ id: 'b' }), row({ id: 'c' })], undefined)
    expect(grown.rows.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(wantsMore(longer(list({ next: undefined }), [row({ id: 'a' })], undefined), 'b')).toBe(false)
  })

  it.each([null, '', '{', '{"rows":[1],"href":"/desk"}', '{"rows":[],"href":"https://elsewhere"}', 'null'])('is none in %s', (text) => {
    expect(parseList(text)).toBeUndefined()
  })

  it('is what was kept', () => {
    expect(parseList(JSON.stringify(list({ rows: listed([row()]) })))?.rows).toEqual([{ id: 'm1', title: '路灯不亮' }])
  })
})

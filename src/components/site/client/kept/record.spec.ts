import { describe, expect, it } from 'vitest'
import { belongsHere, bodyOf, isOld, isWaiting, KEEP_DAYS, newSending, patience, wasTaken, type KeptPage } from './record'

const page = (over: Partial<KeptPage> = {}): KeptPage => ({
  door: '/do/report/photos', action: '/en/do/report/photos', page: '/en/report/photos', draft: 'abcd1234', sending: 's1',
  fields: [['draft', 'abcd1234'], ['q.since', 'today'], ['q.since', 'week']], files: [], keptAt: 1_000_000, ...over,
})

const file = (name: string, bytes: number) => new File([new Uint8Array(bytes)], name, { type: 'image/jpeg' })

describe('a page kept on the device', () => {
  it.each([
    ['of the same draft and door', { draft: 'abcd1234', door: '/do/report/photos' }, true],
    ['of another draft', { draft: 'zzzz9999', door: '/do/report/photos' }, false],
    ['at another door', { draft: 'abcd1234', door: '/do/report/where' }, false],
    ['where no draft is left', { draft: 'new', door: '/do/report/photos' }, false],
  ])('%s: filled in again is %s', (_name, here, expected) => expect(belongsHere(page(), here)).toBe(expected))

  it('begins a new report with the words of one that is gone, and only with the words', () => {
    expect(belongsHere(page({ door: '/do/report/describe' }), { draft: 'new', door: '/do/report/describe' })).toBe(true)
  })

  it.each([
    ['one nobody wanted to send yet', page(), 1],
    ['one that waits', page({ act: ['do', 'next'] }), KEEP_DAYS],
  ])('%s is forgotten after its days', (_name, kept, days) => {
    const end = kept.keptAt + days * 86_400_000
    expect([isOld(kept, end), isOld(kept, end + 1)]).toEqual([false, true])
  })

  it('waits once a button was pressed', () => {
    expect([isWaiting(page()), isWaiting(page({ act: ['do', 'next'] }))]).toEqual([false, true])
  })

  it('is sent with its button, its name and every value, as a plain form without files', () => {
    const body = bodyOf(page({ act: ['do', 'upload'] }))
    expect(body).toBeInstanceOf(URLSearchParams)
    expect([...body]).toEqual([['draft', 'abcd1234'], ['q.since', 'today'], ['q.since', 'week'], ['do', 'upload'], ['sending', 's1']])
  })

  it('takes its photos along under their names', () => {
    const body = bodyOf(page({ files: [['photos', file('a.jpg', 3)], ['photos', file('b.jpg', 4)]] }))
    if (!(body instanceof FormData)) throw new Error('no form that carries files')
    expect(body.getAll('photos').map((each) => (each instanceof File ? `${each.name} ${each.size}` : each))).toEqual(['a.jpg 3', 'b.jpg 4'])
  })

  it('waits longer for more bytes', () => {
    expect([patience(page()), patience(page({ files: [['photos', file('a.jpg', 1_000_000)]] }))]).toEqual([60_000, 160_000])
  })
})

it('knows from the address whether its draft was gone', () => {
  expect([wasTaken('https://a.example/report/where'), wasTaken('https://a.example/en/report?over')]).toEqual([true, false])
})

it('names each sending anew', () => {
  const names = Array.from({ length: 100 }, newSending)
  expect(new Set(names).size).toBe(100)
  for (const name of names) expect(name).toMatch(/^[0-9a-f]{32}$/)
})

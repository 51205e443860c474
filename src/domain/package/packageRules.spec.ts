import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packageChanges, valueChanges } from './diff'
import { inverseOf } from './inverse'
import { mergePackages } from './merge'
import { closureOf, partOf, withoutIdleClosed } from './part'
import { preset, presetJson } from './preset.fixture'
import { PACKAGE_CAPS, readPackage } from './read'
import { checkPackage } from './check'
import { keyOf, LISTS, rowName, rowsOf, SECTIONS, SINGLES } from './sections'
import { serialise } from './serialise'
import { upgradePackage } from './upgrade'

const pkg = preset()

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).reverse().map(([key, inner]) => [key, shuffled(inner)]))
}

describe('a package as a file', () => {
  it('has the same bytes whatever the order of its keys', () => {
    expect(serialise(shuffled(pkg) as typeof pkg)).toBe(serialise(pkg))
    expect(serialise(pkg)).not.toBe(serialise({ ...pkg, tags: [...pkg.tags].reverse() }))
  })

  it('says the same when it is read again, with two spaces and a line end', () => {
    const text = serialise(pkg)
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(pkg)))
    expect(text.startsWith('{\n  "schemaVersion": 3,\n')).toBe(true)
    expect(text.endsWith('\n}\n')).toBe(true)
    expect(text).toMatch(/\[\d+\.\d+, \d+\.\d+\]/)
  })

  it('keeps texts that look like positions', () => {
    const tags = [{ code: 'x', name: { zh: '[\n 1,\n 2\n]' } }]
    expect(JSON.parse(serialise({ ...pkg, tags })).tags).toEqual(tags)
  })
})

describe('an older version', () => {
  const { registers: _registers, routines: _routines, ...first } = presetJson as Record<string, unknown>

  it('gets what it lacks', () => {
    const read = readPackage(JSON.stringify({ ...first, schemaVersion: 1 }))
    expect(read).toMatchObject({ ok: true, from: 1, package: { schemaVersion: 3, registers: [], routines: [] } })
  })

  it.each([[null], [[]], ['text'], [{ schemaVersion: 7 }], [{ schemaVersion: '1' }]])('is left alone when it is none: %j', (json) => {
    expect(upgradePackage(json)).toEqual({ json })
  })

  it('does not change what it was given', () => {
    const given = Object.freeze({ schemaVersion: 1 })
    expect(upgradePackage(given)).toEqual({ json: { schemaVersion: 3, registers: [], routines: [], lifeEvents: [], serviceCounters: [], serviceItems: [] }, from: 1 })
  })
})

describe('reading never throws', () => {
  it('on any text', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => { expect(readPackage(text).ok).toBe(false) }), { numRuns: 300 })
  })

  it.each([['constructor'], ['prototype'], ['__proto__']])('on a key that reaches into every object: %s', (key) => {
    expect(readPackage(`{"schemaVersion":3,"office":{"${key}":{"x":1}}}`)).toEqual({ ok: false, problems: [{ path: '/office', code: 'unknownKey', params: { keys: key } }] })
  })

  it('says in which line a text breaks off, and takes a byte order mark', () => {
    expect(readPackage('{\n  "a": 1,\n  oops')).toMatchObject({ ok: false, problems: [{ code: 'notReadable', params: { line: 3 } }] })
    expect(readPackage(`\uFEFF${serialise(pkg)}`).ok).toBe(true)
  })

  it('refuses what is too large before it is read', () => {
    expect(readPackage(' '.repeat(PACKAGE_CAPS.bytes + 1))).toMatchObject({ ok: false, problems: [{ code: 'tooLarge' }] })
  })

  it('ends on a tree as deep as a file can hold', () => {
    const units = Array.from({ length: 20_000 }, (_, at) => ({ ...pkg.units[0]!, boundary: undefined, code: `u${at}`, ...(at > 0 ? { parent: `u${at - 1}` } : {}) }))
    const started = performance.now()
    expect(checkPackage({ ...pkg, units }).ok).toBe(false)
    expect(performance.now() - started).toBeLessThan(20_000)
  })
})

describe('the difference', () => {
  it('of a package to itself is nothing', () => {
    expect(packageChanges(pkg, JSON.parse(JSON.stringify(pkg)))).toEqual([])
  })

  const cases: [string, unknown, unknown, unknown][] = [
    ['a value', { a: 1 }, { a: 2 }, [{ path: ['a'], before: 1, after: 2 }]],
    ['a value more', {}, { a: 1 }, [{ path: ['a'], after: 1 }]],
    ['a value less', { a: 1 }, {}, [{ path: ['a'], before: 1 }]],
    ['a list of plain values, as one', { a: ['x'] }, { a: ['x', 'y'] }, [{ path: ['a'], before: ['x'], after: ['x', 'y'] }]],
    ['rows by their code', { a: [{ code: 'x', n: 1 }, { code: 'y', n: 1 }] }, { a: [{ code: 'y', n: 2 }] }, [{ path: ['a', 'x'], before: { code: 'x', n: 1 } }, { path: ['a', 'y', 'n'], before: 1, after: 2 }]],
    ['rows in another order', [{ key: 'x' }, { key: 'y' }], [{ key: 'y' }, { key: 'x' }], [{ path: ['#order'], before: ['x', 'y'], after: ['y', 'x'] }]],
    ['rows without a code, by place', [{ n: 1 }, { n: 2 }], [{ n: 1 }, { n: 3 }], [{ path: ['2', 'n'], before: 2, after: 3 }]],
    ['a boundary, as one', [[[1, 2]]], [[[1, 3]]], [{ path: [], before: [[[1, 2]]], after: [[[1, 3]]] }]],
  ]

  it.each(cases)('%s', (_what, before, after, expected) => {
    expect(valueChanges(before, after)).toEqual(expected)
  })

  it('is found in every section', () => {
    for (const section of LISTS.filter((list) => rowsOf(pkg, list).length > 0)) {
      const [first, ...rest] = rowsOf(pkg, section)
      expect(packageChanges(pkg, { ...pkg, [section]: rest })).toEqual([{ section, key: keyOf(first!), kind: 'removed', before: first, values: [] }])
      expect(packageChanges({ ...pkg, [section]: rest }, pkg).map(({ kind }) => kind)).toEqual(['added'])
    }
    expect(SECTIONS.length).toBe(LISTS.length + SINGLES.length)
  })
})

describe('a file laid over an office', () => {
  it('is the file where it says everything and what it lacks goes; the three separated roles stay', () => {
    const file = { ...pkg, tags: pkg.tags.slice(1), roles: pkg.roles.filter(({ exclusive }) => !exclusive) }
    expect(packageChanges(mergePackages(pkg, file, { remove: true }), { ...file, roles: pkg.roles })).toEqual([])
  })

  it('takes nothing away otherwise', () => {
    const merged = mergePackages(pkg, { ...pkg, tags: [] }, { remove: false })
    expect(packageChanges(pkg, merged)).toEqual([])
  })

  it('leaves skipped sections alone', () => {
    const merged = mergePackages(pkg, { ...pkg, tags: [], posts: [], office: { ...pkg.office, seal: '新' } }, { remove: true, skip: ['tags', 'office'] })
    expect([merged.tags, merged.posts, merged.office]).toEqual([pkg.tags, [], pkg.office])
  })

  it('knows at most one type that is taken where nobody names one', () => {
    const own = pkg.matterTypes.find(({ listed }) => listed)!
    const file = { ...pkg, matterTypes: [{ ...own, code: 'another', prefix: 'ZZ' }] }
    expect(mergePackages(pkg, file, { remove: false }).matterTypes.filter(({ listed }) => listed).map(({ code }) => code)).toEqual(['another'])
  })
})

describe('a part', () => {
  it('of any section can be read by itself', () => {
    for (const section of SECTIONS) {
      const checked = checkPackage(JSON.parse(serialise(partOf(pkg, { [section]: 'all' }))))
      expect(checked.ok ? [] : checked.problems, section).toEqual([])
    }
  })

  it('changes only what was chosen, and adds what that needs', () => {
    const category = pkg.categories.find(({ lead }) => lead)!
    const part = partOf(pkg, { categories: [category.code] })
    expect(part.part).toEqual([rowName('categories', category.code)])
    expect(part.posts.map(({ code }) => code)).toContain(category.lead)
    const empty = { ...pkg, ...Object.fromEntries(LISTS.filter((list) => list !== 'roles').map((list) => [list, []])) }
    expect(mergePackages(empty, part, { remove: true }).posts).toEqual(part.posts)
    const other = { ...pkg, posts: pkg.posts.map((post) => ({ ...post, duty: { zh: '我们自己的说法' } })) }
    expect(mergePackages(other, part, { remove: true })).toEqual(other)
  })

  it('needs what its needs need', () => {
    const unit = pkg.units.find(({ parent }) => parent)!
    expect([...closureOf(pkg, [rowName('units', unit.code)])]).toEqual(expect.arrayContaining([rowName('units', unit.parent!), rowName('levels', unit.level)]))
  })

  it('keeps closed rows only where something open names them', () => {
    const lead = pkg.categories.find((row) => row.lead)!.lead!
    const posts = [...pkg.posts.map((post) => (post.code === lead ? { ...post, closed: true as const } : post)), { code: 'idle', name: { zh: '停用的' }, duty: { zh: '没有' }, closed: true as const }]
    expect(withoutIdleClosed({ ...pkg, posts }).posts.map(({ code }) => code)).toEqual(pkg.posts.map(({ code }) => code))
  })
})

describe('taking a change of a row back', () => {
  const row = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.oneof(fc.integer(), fc.string(), fc.constant(null)))

  it('gives what was before, where nobody changed it since', () => {
    fc.assert(fc.property(row, row, (before, after) => {
      const { fields, conflicts } = inverseOf(before, after, after)
      expect(conflicts).toEqual([])
      expect(inverseOf(before, { ...after, ...fields }, { ...after, ...fields })).toEqual({ fields: {}, conflicts: [] })
    }))
  })

  it.each([
    [{ a: 1 }, { a: 2 }, { a: 3 }, { fields: {}, conflicts: ['a'] }],
    [{ a: 1, b: 1 }, { a: 2, b: 2 }, { a: 2, b: 9 }, { fields: { a: 1 }, conflicts: ['b'] }],
    [{ a: 1 }, { a: 2 }, { a: 1 }, { fields: {}, conflicts: [] }],
    [{ path: '/a/' }, { path: '/b/' }, { path: '/b/' }, { fields: {}, conflicts: [] }],
    [{}, { a: 2 }, { a: 2 }, { fields: { a: null }, conflicts: [] }],
  ])('%j → %j, now %j', (before, after, current, expected) => {
    expect(inverseOf(before, after, current)).toEqual(expected)
  })
})

import type { Where } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { type KeysetOrder, keysetPage, keysetQuery } from '@/db/keyset'
import { deleteRows, insertRows, isNotUnique } from '@/db/rows'
import { withTransaction } from '@/db/transaction'

import { type Opened, openDatabases } from '../helpers/dbPayload'
import { type Box, committed, findBoxes, findParts, insertBox, insertPart, updateBoxIf, updatePartIf } from '../helpers/dbRows'

describe.each(openDatabases)('rows on $name', ({ name, open, atomic }) => {
  let db: Opened
  beforeAll(async () => {
    db = await open()
  })
  afterAll(() => db.close())
  beforeEach(async () => {
    await deleteRows(db, 'parts' as never, {})
    await deleteRows(db, 'boxes' as never, {})
  })

  it('takes the id and the times it is given, and makes those it is not', async () => {
    const { payload } = db
    const given = { id: '01GIVEN', title: 'given', createdAt: '2024-02-03T04:05:06.789Z' }
    expect(await insertBox({ payload }, given)).toBe('01GIVEN')
    const made = await insertBox({ payload }, { title: 'made' })
    const rows = await findBoxes({ payload }, { sort: 'title' })
    expect(rows).toMatchObject([
      { ...given, updatedAt: given.createdAt },
      { id: made, title: 'made' },
    ])
    expect(made).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/)
  })

  it('does not change what it is given', async () => {
    const { payload } = db
    const row = { title: 'a', dueAt: '2024-02-03T04:05:06.789Z' }
    const part = { label: 'p', tags: ['x'], rows: [{ word: 'w' }] }
    await insertBox({ payload }, Object.freeze(row))
    await insertPart({ payload }, part)
    expect(part).toEqual({ label: 'p', tags: ['x'], rows: [{ word: 'w' }] })
    expect(await findParts({ payload })).toMatchObject([part])
  })

  it('keeps the order of rows written together, by their ids', async () => {
    const { payload } = db
    const titles = Array.from({ length: 30 }, (_, index) => `row ${index}`)
    const ids = await insertRows({ payload }, 'boxes' as never, titles.map((title) => ({ title })) as never)
    expect([...ids].sort()).toEqual(ids)
    expect((await findBoxes({ payload }, { sort: 'id' })).map((box) => box.title)).toEqual(titles)
  })

  it.runIf(name === 'SQLite')('takes more rows at once than one statement can hold', async () => {
    const { payload } = db
    const rows = Array.from({ length: 6_000 }, (_, index) => ({ title: `row ${index}`, revision: index }))
    await insertRows({ payload }, 'boxes' as never, rows as never)
    expect(await committed(payload, 'boxes')).toBe(6_000)
    expect(await findBoxes({ payload }, { sort: '-revision', limit: 1 })).toMatchObject([{ title: 'row 5999' }])
  })

  it('refuses a second row of one unique value, or of one id, by name', async () => {
    const { payload } = db
    await insertPart({ payload }, { id: 'first', label: 'taken' })
    for (const twin of [{ label: 'taken' }, { id: 'first', label: 'other' }]) {
      const error: unknown = await insertPart({ payload }, twin).catch((reason: unknown) => reason)
      expect(error).toMatchObject({ code: 'conflict' })
      expect(isNotUnique(error)).toBe(true)
    }
    expect(await committed(payload, 'parts')).toBe(1)
  })

  it('changes one row that answers to the condition, and says so', async () => {
    const { payload } = db
    const id = await insertBox({ payload }, { title: 'a', revision: 1, createdAt: '2024-01-01T00:00:00.000Z' })
    await insertBox({ payload }, { title: 'b', revision: 1 })
    const at = (revision: number): Where => ({ and: [{ id: { equals: id } }, { revision: { equals: revision } }] })
    expect(await updateBoxIf({ payload }, at(2), { title: 'no' })).toBe(0)
    expect(await updateBoxIf({ payload }, at(1), { title: 'yes', revision: 2 })).toBe(1)
    expect(await updateBoxIf({ payload }, at(1), { title: 'again', revision: 2 })).toBe(0)
    const [changed, other] = await findBoxes({ payload }, { sort: '-title' })
    expect(changed).toMatchObject({ id, title: 'yes', revision: 2, createdAt: '2024-01-01T00:00:00.000Z' })
    expect(changed).not.toMatchObject({ updatedAt: '2024-01-01T00:00:00.000Z' })
    expect(other).toMatchObject({ title: 'b', revision: 1 })
  })

  it.each([
    { change: { label: 'new' }, now: { label: 'new', tags: ['x', 'y'], rows: [{ word: 'w' }] } },
    { change: { tags: ['z'] }, now: { label: 'old', tags: ['z'], rows: [{ word: 'w' }] } },
    { change: { rows: [{ word: 'v' }, { word: 'u' }] }, now: { label: 'old', tags: ['x', 'y'], rows: [{ word: 'v' }, { word: 'u' }] } },
  ])('changes $change and leaves the rest of the row, wherever it is kept', async ({ change, now }) => {
    const { payload } = db
    const box = await insertBox({ payload }, { title: 'box' })
    const id = await insertPart({ payload }, { label: 'old', box, tags: ['x', 'y'], rows: [{ word: 'w' }] })
    expect(await updatePartIf({ payload }, { id: { equals: id } }, change)).toBe(1)
    expect(await findParts({ payload })).toMatchObject([{ id, box, ...now }])
  })

  it('lets exactly one of twenty competitors win each revision', async () => {
    const { payload } = db
    const id = await insertBox({ payload }, { title: 'contested', revision: 0 })
    for (let revision = 0; revision < 5; revision += 1) {
      const where: Where = { and: [{ id: { equals: id } }, { revision: { equals: revision } }] }
      const compete = (competitor: number) =>
        withTransaction(payload, (req) => updateBoxIf(req, where, { revision: revision + 1, title: `won by ${competitor}` }), { attempts: 30 })
      const results = await Promise.all(Array.from({ length: 20 }, (_, competitor) => compete(competitor)))
      expect(results.reduce<number>((sum, changed) => sum + changed, 0)).toBe(1)
      expect((await findBoxes({ payload }))[0]).toMatchObject({ revision: revision + 1, title: `won by ${results.indexOf(1)}` })
    }
  })

  it.runIf(atomic)('undoes inserts and changes with their transaction', async () => {
    const { payload } = db
    const id = await insertBox({ payload }, { title: 'before', revision: 1 })
    const work = withTransaction(payload, async (req) => {
      await insertBox(req, { title: 'new' })
      expect(await updateBoxIf(req, { id: { equals: id } }, { title: 'after' })).toBe(1)
      expect((await findBoxes(req, { sort: 'title' })).map((box) => box.title)).toEqual(['after', 'new'])
      throw new Error('halfway')
    })
    await expect(work).rejects.toThrow('halfway')
    expect(await findBoxes({ payload })).toMatchObject([{ id, title: 'before' }])
  })

  const read = async (order: KeysetOrder, limit: number): Promise<string[]> => {
    const { payload } = db
    const valueOf = (box: Box) => (order.column === 'dueAt' ? box.dueAt : box.revision)
    const titles: string[] = []
    let cursor: string | undefined
    do {
      const query = keysetQuery(order, { title: { not_equals: 'hidden' } }, cursor)
      const page = keysetPage({ order, rows: await findBoxes({ payload }, { ...query, limit: limit + 1 }), limit, valueOf })
      titles.push(...page.rows.map((box) => box.title))
      cursor = page.next
    } while (cursor !== undefined)
    return titles
  }

  it.each([
    { column: 'revision', direction: 'asc' },
    { column: 'revision', direction: 'desc' },
    { column: 'dueAt', direction: 'asc', nullable: true },
    { column: 'dueAt', direction: 'desc', nullable: true },
  ] satisfies KeysetOrder[])('reads every row once, page by page: $column $direction', async (order) => {
    const { payload } = db
    await withTransaction(payload, async (req) => {
      for (let index = 0; index < 23; index += 1) {
        const dueAt = index % 4 === 0 ? null : `2024-01-0${1 + (index % 3)}T00:00:00.000Z`
        await insertBox(req, { id: `id-${(index * 7) % 23}`, title: `${index}`, revision: index % 5, dueAt })
      }
      await insertBox(req, { title: 'hidden', revision: 2 })
    })
    const value = (box: Box) => (order.column === 'dueAt' ? (box.dueAt ?? '') : String(box.revision))
    const sorted = (await findBoxes({ payload }, { where: { title: { not_equals: 'hidden' } } }))
      .map((box) => ({ title: box.title, key: `${value(box)} ${box.id}` }))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map(({ title }) => title)
    const expected = order.direction === 'asc' ? sorted : sorted.toReversed()
    for (const limit of [1, 4, 23, 50]) expect(await read(order, limit)).toEqual(expected)
  })
})

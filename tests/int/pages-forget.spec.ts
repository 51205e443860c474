import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '@/db/ids'
import { deleteRows, findRow, insertRow, updateRowIf } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { watchPages } from '@/services/site/pages/forget'
import { SLUG } from '@/slugs'
import { openPortal, type TestPortal } from '../helpers/portal'

/** Whatever residents' pages show says so when it changes, once it is committed. */

let portal: TestPortal
let unwatch: () => void
let office: string
let before = 0

const generation = (): number => (globalThis as { [key: symbol]: { generation: number } | undefined })[Symbol.for('portal.pages')]?.generation ?? 0
const req = () => ({ payload: portal.payload })

beforeAll(async () => {
  portal = await openPortal()
  unwatch = watchPages(portal.payload)
  office = (await findRow(req(), SLUG.offices, {}))?.id ?? ''
})
afterAll(async () => {
  unwatch()
  await portal.close()
})
beforeEach(() => {
  before = generation()
})

/** A row of an open register, as its service writes it. */
const entry = async () => {
  const { id: register, current: version } = (await findRow(req(), SLUG.registers, { where: { current: { exists: true } } })) ?? {}
  const id = newId()
  const at = new Date().toISOString()
  return { id, office, register, version, code: `forget-${id}`, title: '一处', answers: {}, state: 'active', revision: 1, editedAt: at, createdAt: at, updatedAt: at } as never
}

describe('pages are told', () => {
  it.each([SLUG.notices, SLUG.pages, SLUG.rules, SLUG.columns, SLUG.units, SLUG.offices] as const)('of a change of %s', async (collection) => {
    const row = await findRow(req(), collection, {})
    if (!row) return expect(collection).toBe(SLUG.pages)
    await portal.payload.update({ collection, id: row.id, data: {}, overrideAccess: true })
    expect(generation()).toBeGreaterThan(before)
  })

  it('of entries that services write below every hook, once for each commit', async () => {
    const row = await entry()
    const id = await insertRow(req(), SLUG.entries, row)
    const made = generation()
    expect(made).toBe(before + 1)
    await updateRowIf(req(), SLUG.entries, { id: { equals: id } }, { title: '另一处' })
    expect(generation()).toBe(made + 1)
    await updateRowIf(req(), SLUG.entries, { id: { equals: newId() } }, { title: '没有这一处' })
    expect(generation()).toBe(made + 1)
    await deleteRows(req(), SLUG.entries, { id: { equals: id } })
    expect(generation()).toBe(made + 2)
  })

  it('not before the commit: a page made in between would show what was', async () => {
    const row = await entry()
    await withTransaction(portal.payload, async (inner) => {
      await insertRow(inner, SLUG.entries, row)
      expect(generation()).toBe(before)
    })
    expect(generation()).toBe(before + 1)
  })

  it('nothing of what was taken back', async () => {
    const row = await entry()
    const work = withTransaction(portal.payload, async (inner) => {
      await insertRow(inner, SLUG.entries, row)
      throw new Error('taken back')
    })
    await expect(work).rejects.toThrow('taken back')
    expect(generation()).toBe(before)
  })

  it('nothing of rows that no page shows', async () => {
    await insertRow(req(), SLUG.views, { id: newId(), office, name: '一份', query: {}, createdAt: new Date().toISOString() } as never)
    expect(generation()).toBe(before)
  })
})

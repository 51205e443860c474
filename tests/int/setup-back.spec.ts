import { readFile } from 'node:fs/promises'
import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findRow, findRows, updateRowIf } from '@/db/rows'
import { serialise } from '@/domain/package/serialise'
import { resetEnv } from '@/lib/env'
import { firstRun } from '@/services/boot/firstRun'
import { deskOf, type Desk } from '@/services/desk/desk'
import { replaceStart } from '@/services/setup/replace'
import { setupView } from '@/services/setup/view'
import { forgetOfficeModel, needModel } from '@/services/structure/cache'
import { applyImport, startImport } from '@/services/structure/package/imports'
import { packageOf } from '@/services/structure/package/read'
import { readSource } from '@/services/structure/package/source'
import { undoChange } from '@/services/structure/undo'
import { saveRow } from '@/services/structure/saveRow'
import { SLUG } from '@/slugs'
import { emptied } from '../helpers/emptied'
import { openPortal, type TestPortal } from '../helpers/portal'

let portal: TestPortal
const rows = () => ({ payload: portal.payload })
const officeId = async () => (await needModel(portal.payload)).office.id
const asStored = async () => serialise(packageOf(await readSource(rows(), await officeId())))

const owner = async (): Promise<Desk> => {
  const user = (await findRow(rows(), SLUG.users, { where: { username: { equals: 'owner' } } }))!
  await updateRowIf(rows(), SLUG.users, { id: { equals: user.id } }, { mustChangePassword: false })
  const full = await portal.payload.findByID({ collection: SLUG.users, id: user.id, overrideAccess: true, depth: 0 })
  const req = await createLocalReq({ user: { ...full, collection: SLUG.users } }, portal.payload)
  return deskOf({ req, person: { id: user.id, office: String(full.office), name: full.name, username: 'owner' }, lang: 'zh' })
}

beforeAll(async () => {
  portal = await openPortal()
  await firstRun(portal.payload)
  await updateRowIf(rows(), SLUG.offices, { id: { equals: await officeId() } }, { setup: 'pending' })
  forgetOfficeModel()
})
afterAll(() => portal.close())

const lastReplacement = async (): Promise<string> => {
  const [last] = await findRows(rows(), SLUG.audit, { where: { action: { equals: 'setup.replace' } }, sort: '-seq', limit: 1 })
  return (last!.detail as { batch: string }).batch
}
const guide = async () => {
  const { current, settled } = await setupView(await owner())
  return { current, settled }
}
const listed = async (collection: 'pages' | 'notices' | 'rule-documents') => (await portal.payload.find({ collection, draft: true, overrideAccess: true, depth: 0, limit: 0 })).docs.length

describe('a start that is put in place', () => {
  it('brings its own name and telephones where nobody wrote others, and leaves nothing of the old one in the lists', async () => {
    const before = await asStored()
    expect(await listed('pages')).toBeGreaterThan(0)
    await replaceStart(await owner(), 'empty')
    expect((await owner()).model.office).toMatchObject({ name: { zh: '新街道' }, dutyPhone: null })
    expect([await listed('pages'), await listed('notices'), await listed('rule-documents')]).toEqual([0, 0, 0])

    await undoChange(await owner(), await lastReplacement())
    expect(await asStored()).toBe(before)
    expect(await guide()).toEqual({ current: 'jianwai', settled: undefined })
  })

  it('is taken back after another one, one after the other, and what was taken back comes again', async () => {
    const first = await asStored()
    await replaceStart(await owner(), 'zhucheng')
    const [second, one] = [await asStored(), await lastReplacement()]
    await replaceStart(await owner(), 'shichahai')
    const two = await lastReplacement()
    await expect(undoChange(await owner(), one)).rejects.toMatchObject({ code: 'conflict' })
    const back = await undoChange(await owner(), two)
    expect(await asStored()).toBe(second)
    await undoChange(await owner(), one)
    expect([await asStored(), await guide()]).toEqual([first, { current: 'jianwai', settled: undefined }])
    expect(back).not.toBe(two)
  })

  it('is taken back only by those who may exchange it, and not once the structure was changed by hand', async () => {
    await replaceStart(await owner(), 'empty')
    const batch = await lastReplacement()
    const desk = await owner()
    await expect(undoChange({ ...desk, holds: (permission) => permission !== 'settings.edit' && desk.holds(permission) }, batch)).rejects.toMatchObject({ code: 'notAllowed' })
    await saveRow(await owner(), { slug: SLUG.teams, data: { code: 'own', name: { zh: '自己的队' } } })
    expect(await guide()).toEqual({ current: 'empty', settled: 'changed' })
    await expect(undoChange(await owner(), batch)).rejects.toMatchObject({ code: 'notAllowed' })
  })

  it('may be the file of another street, once it was begun from nothing', async () => {
    const file = await readFile('presets/shichahai.json', 'utf8')
    const handIn = async () => {
      const { id, work } = await startImport(await owner(), { name: 'other.json', text: file, remove: true })
      await work
      return (await findRow(rows(), SLUG.imports, { where: { id: { equals: id } } }))!
    }
    const taken = await handIn()
    expect(taken).toMatchObject({ state: 'staged' })
    const { work } = await applyImport(await owner(), taken.id, '别的街道给的')
    await work
    const { model } = await owner()
    expect([model.levels.all.map(({ code }) => code).sort(), model.office.name.zh !== '新街道']).toEqual([['area', 'community', 'lane'], true])
    expect(await guide()).toEqual({ current: 'empty', settled: 'changed' })
  })
})

describe('the first run', () => {
  const kept = { ...process.env }
  const given = (env: Record<string, string | undefined>) => {
    process.env = { ...kept, PRESET: '', DEMO: '', ...env }
    resetEnv()
  }
  afterAll(() => given(kept))

  // each way once: a whole preset takes its time
  it.each([[{}, 'jianwai', 'pending'], [{ PRESET: 'none' }, 'none', 'done'], [{ PRESET: 'empty', DEMO: '1' }, 'empty', 'done']])('with %j applies %s and leaves the guide %s', { timeout: 60_000 }, async (env, preset, setup) => {
    await emptied(portal.payload)
    given(env)
    await firstRun(portal.payload)
    expect(await findRow(rows(), SLUG.offices, {})).toMatchObject({ setup })
    expect((await needModel(portal.payload)).units.all.length > 0).toBe(preset === 'jianwai')
    // started again, nothing is made and nothing asked anew
    await updateRowIf(rows(), SLUG.offices, { id: { equals: await officeId() } }, { setup: 'done' })
    await firstRun(portal.payload)
    expect((await findRow(rows(), SLUG.offices, {}))?.setup).toBe('done')
  })
})

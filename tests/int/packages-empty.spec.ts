import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createLocalReq } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findRows } from '@/db/rows'
import { readPackage } from '@/domain/package/read'
import type { StructurePackage } from '@/domain/package/schema'
import { serialise } from '@/domain/package/serialise'
import { deskOf, type Desk } from '@/services/desk/desk'
import { applyPackage } from '@/services/structure/package/apply'
import { needModel } from '@/services/structure/cache'
import { applyImport, importRow, startImport } from '@/services/structure/package/imports'
import { exportOf } from '@/services/structure/package/read'
import { readSource } from '@/services/structure/package/source'
import { undoChange } from '@/services/structure/undo'
import { SLUG } from '@/slugs'
import { emptied } from '../helpers/emptied'
import { addPerson } from '../helpers/people'
import { openPortal, type TestPortal } from '../helpers/portal'

const FOLDER = path.resolve('presets')
const textOf = (file: string): string => readFileSync(path.join(FOLDER, file), 'utf8')
// the demonstration is people and matters, no package
const PRESETS = readdirSync(FOLDER).filter((file) => file.endsWith('.json') && !['demo.json', 'empty.json'].includes(file))

// one way a preset keeps the file short; both are tried
const WAYS = PRESETS.map((file, at): [file: string, how: string, remove: boolean] => (at === 0 ? [file, 'added to what is there', false] : [file, 'in place of what is there', true]))

let portal: TestPortal
let owner: string

beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal.close())

beforeEach(async () => {
  await emptied(portal.payload)
  const empty = readPackage(textOf('empty.json'))
  if (!empty.ok) throw new Error(JSON.stringify(empty.problems))
  await applyPackage({ payload: portal.payload, pack: empty.package })
  owner = (await addPerson(portal.payload, { username: 'e-owner', roles: [{ role: 'owner' }, { role: 'publisher' }, { role: 'reviewer' }] })).id
})

const desk = async (): Promise<Desk> => {
  const user = await portal.payload.findByID({ collection: SLUG.users, id: owner, depth: 0, overrideAccess: true })
  const req = await createLocalReq({ user: { ...user, collection: SLUG.users } }, portal.payload)
  return deskOf({ req, person: { id: user.id, office: String(user.office), name: user.name, username: String(user.username) }, lang: 'zh' })
}
const fileNow = async () => serialise(exportOf(await readSource(portal, (await needModel(portal.payload)).office.id)))

/** Roles are not the owner's to bring: the security administrator has made them. */
const withRoles = async (file: string): Promise<void> => {
  const model = await needModel(portal.payload)
  const { roles } = JSON.parse(textOf(file)) as StructurePackage
  const there = new Set((await findRows(portal, SLUG.roles)).map(({ code }) => code))
  for (const { name, description, ...role } of roles.filter(({ code }) => !there.has(code))) {
    await portal.payload.create({ collection: SLUG.roles, data: { ...role, office: model.office.id, name: name.zh, description: description.zh }, overrideAccess: true })
  }
}

const staged = async (file: string, remove: boolean) => {
  const { id, work } = await startImport(await desk(), { name: file, text: textOf(file), remove })
  await work
  return importRow(await desk(), id)
}

describe('a preset applied in an office without structure', () => {
  it.each(WAYS)('%s, %s, is taken back by one click, to the byte', async (file, _how, remove) => {
    await withRoles(file)
    const before = await fileNow()
    const row = await staged(file, remove)
    expect(row.state, JSON.stringify(row.problems)).toBe('staged')
    await (await applyImport(await desk(), row.id, '照着搭')).work
    const done = await importRow(await desk(), row.id)
    expect(done, JSON.stringify(done.error)).toMatchObject({ state: 'applied' })
    expect(await fileNow()).not.toBe(before)
    await undoChange(await desk(), done.batch!, '不合适')
    expect(await fileNow()).toBe(before)
  })
})

describe('a package whose registers name a role that its bearer may not bring', () => {
  it('says which role is to be made first', async () => {
    const row = await staged('zhucheng.json', false)
    expect(row.state).toBe('refused')
    expect(row.problems).toContainEqual(expect.objectContaining({ code: 'roleFirst', params: expect.objectContaining({ value: 'cityReviewer' }) }))
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { updateRowIf } from '@/db/rows'
import { serialise } from '@/domain/package/serialise'
import { now } from '@/lib/clock'
import type { StructureImport } from '@/payload-types'
import type { Desk } from '@/services/desk/desk'
import { needModel } from '@/services/structure/cache'
import { applyImport, dropImport, importRow, startImport } from '@/services/structure/package/imports'
import { packagesView } from '@/services/structure/package/packagesView'
import { exportOf } from '@/services/structure/package/read'
import { readSource } from '@/services/structure/package/source'
import { SLUG } from '@/slugs'
import { deskOfUser } from '../helpers/deskOfUser'
import { makePeople, type People, type Person } from '../helpers/people'
import { openPortal, type TestPortal } from '../helpers/portal'

const DAY = 86_400_000

let portal: TestPortal
let people: People

beforeAll(async () => {
  portal = await openPortal()
  people = await makePeople(portal.payload)
})
afterAll(() => portal.close())

const deskFor = ({ id }: Person): Promise<Desk> => deskOfUser(portal.payload, id)
const owner = () => deskFor(people.as('owner'))

const file = async (tag: string): Promise<string> => {
  const pack = exportOf(await readSource(portal, (await needModel(portal.payload)).office.id))
  return serialise({ ...pack, tags: [...pack.tags, { code: tag, name: { zh: tag } }] })
}

const taken = async (text: string): Promise<StructureImport> => {
  const { id, work } = await startImport(await owner(), { name: 'file.json', text })
  await work
  return importRow(await owner(), id)
}

const applied = async (tag: string): Promise<StructureImport> => {
  const { id } = await taken(await file(tag))
  await (await applyImport(await owner(), id, '要用')).work
  return importRow(await owner(), id)
}

const failed = async (tag: string): Promise<StructureImport> => {
  const { id } = await taken(await file(tag))
  await updateRowIf(portal, SLUG.imports, { id: { equals: id } }, { state: 'failed', error: 'stopped' })
  return importRow(await owner(), id)
}

const listed = async (): Promise<string[]> => (await packagesView(await owner())).recent.map(({ id }) => id)

const aged = (id: string, days: number) => updateRowIf(portal, SLUG.imports, { id: { equals: id } }, { requestedAt: new Date(now() - days * DAY).toISOString() })

describe('the list of the last imports', () => {
  it.each<[string, () => Promise<StructureImport>]>([['refused', () => taken('{')], ['staged', async () => taken(await file('waits'))], ['failed', () => failed('stopped')]])('loses what is %s when somebody lets it go', async (state, make) => {
    const row = await make()
    expect(row.state).toBe(state)
    expect(await listed()).toContain(row.id)
    await expect(dropImport(await deskFor(people.as('director')), row.id)).rejects.toMatchObject({ code: 'notAllowed' })
    expect(await listed()).toContain(row.id)
    await dropImport(await owner(), row.id)
    expect(await listed()).not.toContain(row.id)
    expect(await importRow(await owner(), row.id)).toMatchObject({ state: 'dropped', staged: null, diff: null, problems: null })
  })

  it('keeps what was applied, whatever anybody asks and however old it grows', async () => {
    const row = await applied('stays')
    await expect(dropImport(await owner(), row.id)).rejects.toMatchObject({ code: 'conflict' })
    await aged(row.id, 400)
    expect(await listed()).toContain(row.id)
    expect(await importRow(await owner(), row.id)).toMatchObject({ state: 'applied', batch: row.batch })
  })

  it.each<[string, number, () => Promise<StructureImport>]>([['refused', 3, () => taken('{')], ['staged', 7, async () => taken(await file('waits-too'))], ['failed', 7, () => failed('stopped-too')]])('loses what is %s by itself after %i days', async (_state, days, make) => {
    const row = await make()
    await aged(row.id, days - 0.1)
    expect(await listed()).toContain(row.id)
    await aged(row.id, days + 0.1)
    expect(await listed()).not.toContain(row.id)
    expect((await importRow(await owner(), row.id)).state).toBe('dropped')
  })

  it('does not bring back what was let go while it was still being read', async () => {
    const { id, work } = await startImport(await owner(), { name: 'file.json', text: await file('meanwhile') })
    await dropImport(await owner(), id)
    await work
    expect((await importRow(await owner(), id)).state).toBe('dropped')
  })
})

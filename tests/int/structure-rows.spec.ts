import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findRow } from '@/db/rows'
import type { Desk } from '@/services/desk/desk'
import { saveRow } from '@/services/structure/saveRow'
import { SLUG } from '@/slugs'
import { deskOfUser } from '../helpers/deskOfUser'
import { makePeople, type People } from '../helpers/people'
import { openPortal, type TestPortal } from '../helpers/portal'

let portal: TestPortal
let people: People

beforeAll(async () => {
  portal = await openPortal()
  people = await makePeople(portal.payload)
})
afterAll(() => portal.close())

const owner = (): Promise<Desk> => deskOfUser(portal.payload, people.as('owner').id)
const team = async (id: string) => (await findRow(portal, SLUG.teams, { where: { id: { equals: id } } })) as unknown as { name: unknown; duty?: unknown }
const made = async (code: string, data: Record<string, unknown>): Promise<string> => saveRow(await owner(), { slug: SLUG.teams, data: { code, kind: 'team', active: true, ...data } })
const changed = async (id: string, data: Record<string, unknown>) => {
  await saveRow(await owner(), { slug: SLUG.teams, id, data })
  return team(id)
}

// What an editor sends of a row: every field, with empty English where nobody wrote any.
describe('a row with a name that must be', () => {
  it('is changed without any English words', async () => {
    const id = await made('rows-1', { name: { zh: '防火队' }, duty: { zh: '打草', en: '' } })
    expect(await changed(id, { name: { zh: '防火队', en: '' }, duty: { zh: '打草、扑火', en: '' } })).toMatchObject({ name: { zh: '防火队' }, duty: { zh: '打草、扑火' } })
    expect(JSON.stringify(await team(id))).not.toContain('"en"')
  })

  it('takes English words for another field, is called by its Chinese name beside them, and loses them again', async () => {
    const id = await made('rows-2', { name: { zh: '兽医站' }, duty: { zh: '看病畜', en: 'Sick animals' } })
    expect(await team(id)).toMatchObject({ name: { zh: '兽医站', en: '兽医站' }, duty: { zh: '看病畜', en: 'Sick animals' } })
    expect(await changed(id, { name: { zh: '兽医站', en: 'Vets' }, duty: { zh: '看病畜', en: ' ' } })).toMatchObject({ name: { zh: '兽医站', en: 'Vets' }, duty: { zh: '看病畜' } })
    expect((await team(id)).duty).not.toMatchObject({ en: 'Sick animals' })
  })
})

import { createLocalReq, type PayloadRequest } from 'payload'
import { findRow } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { enterMatter } from '@/services/desk/create'
import { deskOf, type Desk } from '@/services/desk/desk'
import { revisionOf } from '@/services/desk/matter/open'
import { staffOf } from '@/services/matters/actor'
import { transitionMatter } from '@/services/matters/transition'
import { unsafeAddPerson, unsafeGrant } from '@/services/people/addPerson'
import { forgetOfficeModel, needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { openPortal, type TestPortal } from './portal'

/** A portal with one person per role that the desk knows, and the means to act as each. */
export type DeskPortal = TestPortal & {
  ids: Record<string, string>
  /** The desk of a person as it stands now: each answer has a clock of its own. */
  deskFor: (username: string, lang?: 'zh' | 'en') => Promise<Desk>
  /** A matter entered by the clerk; `again` repeats the last key. */
  enter: (input?: { text?: string; again?: boolean }) => ReturnType<typeof enterMatter>
  move: (username: string, id: string, action: string, input?: Record<string, unknown>) => Promise<unknown>
}

const PEOPLE = [['clerk', 'intake'], ['dispatch', 'dispatcher'], ['worker', 'handler'], ['check', 'supervisor'], ['audit', 'auditor'], ['nobody', 'publisher'], ['far', 'dispatcher']] as const

/** The smallest picture. */
export const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

const addPeople = async (req: PayloadRequest): Promise<Record<string, string>> => {
  const model = await needModel(req)
  const office = model.office.id
  const ids: Record<string, string> = {}
  for (const [username, code] of PEOPLE) {
    const role = (await findRow(req, SLUG.roles, { where: { code: { equals: code } } }))!
    const { id } = await unsafeAddPerson(req, { office, username, name: `name-${username}`, password: 'Street-2026-x', mustChangePassword: false })
    const far = username === 'far' ? model.units.all.find(({ path }) => path.split('/').length === 4)?.id : undefined
    await unsafeGrant(req, { office, person: id, role: role.id, reason: 'test', ...(far ? { unit: far } : {}) })
    ids[username] = id
  }
  await req.payload.create({ collection: SLUG.memberships, data: { office, person: ids.worker!, team: model.teams.all[0]!.id } as never, overrideAccess: true, req })
  return ids
}

export const openDeskPortal = async (): Promise<DeskPortal> => {
  const portal = await openPortal()
  const { payload } = portal
  const ids = await withTransaction(payload, addPeople)
  forgetOfficeModel()
  let key = 0
  const deskFor: DeskPortal['deskFor'] = async (username, lang = 'zh') => {
    const user = await payload.findByID({ collection: SLUG.users, id: ids[username]!, overrideAccess: true, depth: 0 })
    const req = await createLocalReq({ user: { ...user, collection: SLUG.users } }, payload)
    return deskOf({ req, person: { id: user.id, office: String(user.office), name: user.name, username }, lang })
  }
  return {
    ...portal, ids, deskFor,
    enter: async ({ text = '井盖松了,车一过就响', again = false } = {}) => {
      const desk = await deskFor('clerk')
      if (!again) key += 1
      return enterMatter(desk, {
        key: `test-key-${key}`, source: desk.model.sources.byCode.get('hotline')!.id, text, category: desk.model.categories.byCode.get('public-safety-road')!.id,
        unit: desk.model.units.all.at(-1)!.id, answers: { danger: 'no', since: 'week' }, contact: { phone: '13800138000', callback: true },
      }, [])
    },
    move: async (username, id, action, input = {}) => {
      const desk = await deskFor(username)
      const { revision } = await revisionOf(desk, id, 1_000_000)
      return transitionMatter({ payload, matter: id, action, input, expectedRevision: revision, acting: staffOf(desk.req) })
    },
  }
}

/** The desk of a new person who holds one role, everywhere or within one unit. */
export const deskOfRole = async (portal: DeskPortal, { username, role, unit }: { username: string; role: string; unit?: string }): Promise<Desk> => {
  portal.ids[username] = await withTransaction(portal.payload, async (req) => {
    const row = (await findRow(req, SLUG.roles, { where: { code: { equals: role } } }))!
    const office = String((await findRow(req, SLUG.offices, {}))!.id)
    const person = await unsafeAddPerson(req, { office, username, name: `name-${username}`, password: 'Street-2026-x', mustChangePassword: false })
    await unsafeGrant(req, { office, person: person.id, role: row.id, reason: 'test', ...(unit ? { unit } : {}) })
    return person.id
  })
  return portal.deskFor(username)
}

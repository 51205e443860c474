import { createLocalReq, type CollectionSlug } from 'payload'
import type { Lang } from '@/domain/words'
import { deskOf, type Desk } from '@/services/desk/desk'
import { healthView } from '@/services/desk/health'
import { forgetOfficeModel, needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { makePeople } from './people'
import { openPortal } from './portal'

/** A portal with people, as its health page sees it. Read at the clock that is set. */
export const openHealth = async () => {
  const portal = await openPortal()
  const people = await makePeople(portal.payload)
  const deskFor = async (role: string, lang: Lang = 'en'): Promise<Desk> => {
    const { id, username } = people.as(role)
    const user = await portal.payload.findByID({ collection: SLUG.users, id, depth: 0, overrideAccess: true })
    const req = await createLocalReq({ user: { ...user, collection: SLUG.users } }, portal.payload)
    return deskOf({ req, person: { id, username, office: String(user.office), name: user.name }, lang })
  }
  const looked = async (role = 'owner', lang: Lang = 'en') => healthView(await deskFor(role, lang))
  /** What the page says of one fault, or nothing. */
  const finding = async (code: string, role?: string) => {
    const { groups } = await looked(role)
    for (const { gravity, findings } of groups) {
      const found = findings.find(({ key }) => key.split('-')[1] === code)
      if (found) return { ...found, gravity }
    }
    return undefined
  }
  const change = async (collection: CollectionSlug, id: string, data: Record<string, unknown>): Promise<void> => {
    await portal.payload.update({ collection, id, data: data as never, overrideAccess: true, depth: 0 })
    forgetOfficeModel()
  }
  const office = async (): Promise<string> => (await needModel(portal.payload)).office.id
  return { portal, people, deskFor, looked, finding, change, office }
}

export type HealthPortal = Awaited<ReturnType<typeof openHealth>>

import { createLocalReq, type Payload } from 'payload'
import { findRow } from '@/db/rows'
import { deskOf, type Desk } from '@/services/desk/desk'
import { SLUG } from '@/slugs'

/** The desk of an account as it stands now. */
export const deskOfUser = async (payload: Payload, id: string, lang: 'zh' | 'en' = 'zh'): Promise<Desk> => {
  const user = await payload.findByID({ collection: SLUG.users, id, overrideAccess: true, depth: 0 })
  const req = await createLocalReq({ user: { ...user, collection: SLUG.users } }, payload)
  return deskOf({ req, person: { id: user.id, office: String(user.office), name: user.name, username: String(user.username) }, lang })
}

/** The desk of whoever owns the office. */
export const ownerDesk = async (payload: Payload): Promise<Desk> => {
  const role = await findRow({ payload }, SLUG.roles, { where: { code: { equals: 'owner' } } })
  const grant = await findRow({ payload }, SLUG.grants, { where: { role: { equals: role?.id } } })
  return deskOfUser(payload, String(grant?.person))
}

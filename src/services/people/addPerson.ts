import type { PayloadRequest } from 'payload'
import { SLUG } from '@/slugs'
import { oneTimePassword } from './oneTimePassword'

export type NewPerson = { office: string; username: string; name: string; publicName?: string; unit?: string; phone?: string; password?: string; mustChangePassword?: boolean }

/**
 * Makes an account with a one-time password. For the portal's own acts (first owner, appointments, demonstration): whoever calls
 * it has asked for the right. Returns the password, which is shown once and stored nowhere.
 */
export const unsafeAddPerson = async (req: PayloadRequest, person: NewPerson): Promise<{ id: string; password: string }> => {
  const password = person.password ?? oneTimePassword()
  const row = await req.payload.create({
    collection: SLUG.users,
    data: { ...person, password, active: true, mustChangePassword: person.mustChangePassword ?? true },
    overrideAccess: true,
    depth: 0,
    req,
  })
  return { id: String(row.id), password }
}

/** Gives a role without asking who gives: only for the portal's own first grants. The separation of the three is still checked. */
export const unsafeGrant = async (req: PayloadRequest, grant: { office: string; person: string; role: string; unit?: string; team?: string; reason: string }): Promise<void> => {
  await req.payload.create({ collection: SLUG.grants, data: grant, overrideAccess: true, depth: 0, req })
}

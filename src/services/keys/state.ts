import type { Payload, Where } from 'payload'
import { countRows, findRow } from '@/db/rows'
import { now } from '@/lib/clock'
import { contactKeys } from '@/lib/keys'
import { SLUG } from '@/slugs'
import type { KeyState } from './word'

const sealed: Where = { keyId: { exists: true } }

/** Contact details of matters, and of bookings for the days that they last: no key is dropped that either needs. */
const countSealed = async (payload: Payload, where: Where): Promise<number> => (await countRows({ payload }, SLUG.contacts, where)) + (await countRows({ payload }, SLUG.bookings, where))

/** Rows of contact details by the key that sealed them. */
export const keyState = async (payload: Payload): Promise<KeyState> => {
  const { ids } = contactKeys()
  const uses: Record<string, number> = {}
  for (const id of ids) uses[id] = await countSealed(payload, { keyId: { equals: id } })
  return { at: now(), ring: ids, uses, unknown: await countSealed(payload, { and: [sealed, { keyId: { not_in: ids } }] }) }
}

/** One of the key ids that rows name and the ring lacks. */
export const missingKey = async (payload: Payload): Promise<string | undefined> => {
  const where: Where = { and: [sealed, { keyId: { not_in: contactKeys().ids } }] }
  const found = (await findRow({ payload }, SLUG.contacts, { where })) ?? (await findRow({ payload }, SLUG.bookings, { where }))
  return found?.keyId ?? undefined
}

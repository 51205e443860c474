import type { Payload, Where } from 'payload'
import { countRows, findRow } from '@/db/rows'
import { now } from '@/lib/clock'
import { contactKeys } from '@/lib/keys'
import { SLUG } from '@/slugs'
import type { KeyState } from './word'

const sealed: Where = { keyId: { exists: true } }

/** Rows of contact details by the key that sealed them. */
export const keyState = async (payload: Payload): Promise<KeyState> => {
  const { ids } = contactKeys()
  const uses: Record<string, number> = {}
  for (const id of ids) uses[id] = await countRows({ payload }, SLUG.contacts, { keyId: { equals: id } })
  return { at: now(), ring: ids, uses, unknown: await countRows({ payload }, SLUG.contacts, { and: [sealed, { keyId: { not_in: ids } }] }) }
}

/** One of the key ids that rows name and the ring lacks. */
export const missingKey = async (payload: Payload): Promise<string | undefined> =>
  (await findRow({ payload }, SLUG.contacts, { where: { and: [sealed, { keyId: { not_in: contactKeys().ids } }] } }))?.keyId ?? undefined

import type { Payload } from 'payload'
import { updateRowIf } from '@/db/rows'
import { now } from '@/lib/clock'
import { SLUG } from '@/slugs'

/** The person says that they know of the reset of their second factor. */
export const knowOfReset = async (payload: Payload, person: string): Promise<void> => {
  await updateRowIf({ payload }, SLUG.factors, { person: { equals: person } }, { toldAt: new Date(now()).toISOString() })
}

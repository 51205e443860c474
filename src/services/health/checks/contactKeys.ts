import { keyState, missingKey } from '@/services/keys/state'
import type { Finding, Ground } from '../types'

/** Contact details that no key of the ring opens: the ring that sealed them is to be put back. */
export const unopened = async ({ payload }: Pick<Ground, 'payload'>): Promise<Finding[]> => {
  const { unknown } = await keyState(payload)
  return unknown > 0 ? [{ code: 'keyMissing', gravity: 'now', params: { n: unknown, key: (await missingKey(payload)) ?? '' } }] : []
}

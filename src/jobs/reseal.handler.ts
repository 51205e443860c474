import type { Payload } from 'payload'
import { env } from '@/lib/env'
import { resealContacts } from '@/services/keys/reseal'
import { keyState } from '@/services/keys/state'
import { leaveWord } from '@/services/keys/word'

/** Follows the ring of contact keys: seals anew what older keys sealed, and leaves word of how far it is. Returns how many rows were sealed anew. */
export const reseal = async (payload: Payload, stopping: () => boolean = () => false): Promise<number> => {
  const { resealed } = await resealContacts(payload, stopping)
  leaveWord(env().DATA_DIR, await keyState(payload))
  return resealed
}

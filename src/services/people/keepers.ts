import type { Payload } from 'payload'
import { createLocalReq } from 'payload'
import { overlaps } from '@/domain/access/exclusion'
import { now } from '@/lib/clock'
import { holdingsOf } from './assertGrantable'

/** Whether a person is owner or security administrator now: those who must get in when nothing else works. */
export const holdsKeeping = async (payload: Payload, person: string): Promise<boolean> => {
  const held = await holdingsOf(await createLocalReq({}, payload), person)
  return held.some((holding) => (holding.exclusive === 'owner' || holding.exclusive === 'security') && overlaps(holding, { from: now(), until: now() + 1 }))
}

import type { Payload } from 'payload'
import { now } from '@/lib/clock'
import { sendDue } from '@/services/outbox/send'
import { sweepOutbox } from '@/services/outbox/sweep'

const SWEEP_EVERY = 3_600_000
const swept = new WeakMap<Payload, number>()

/** Sends what acts have queued, and once an hour removes what was sent long ago. Returns how many messages were looked at. */
export const sendOutbox = async (payload: Payload, stopping: () => boolean = () => false): Promise<number> => {
  if (now() - (swept.get(payload) ?? 0) > SWEEP_EVERY) {
    swept.set(payload, now())
    await sweepOutbox(payload)
  }
  return sendDue(payload, { stopping })
}

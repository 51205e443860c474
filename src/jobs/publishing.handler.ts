import type { Payload } from 'payload'
import { officeModel } from '@/services/structure/cache'
import { moveAlertFlags } from '@/services/publishing/alerts/moveFlags'
import { publishDue } from '@/services/publishing/chain/sweep'
import { remindReaders } from '@/services/publishing/reading/remind'
import { turnPages } from '@/services/publishing/pageTimes'

/** Publishes what is scheduled, marks what has expired, reminds who has not read, and lets pages be made anew when a time has come that they show. */
export const publishing = async (payload: Payload): Promise<number> => {
  const model = await officeModel(payload)
  if (!model) return 0
  const moved = await moveAlertFlags(payload)
  const done = await publishDue(payload)
  const told = await remindReaders(payload, model)
  await turnPages(payload, model.office.id)
  return moved + done + told
}

import type { Payload } from 'payload'
import { officeModel } from '@/services/structure/cache'
import { remindReviews } from '@/services/registers/reminders'

/** Reminds of entries that are to be looked at again. Nothing to do while there is no office. */
export const registerReviews = async (payload: Payload): Promise<number> => {
  const model = await officeModel(payload)
  return model ? remindReviews(payload, model) : 0
}

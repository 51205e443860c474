import type { AfterErrorHook } from 'payload'
import { recordRequestRefusal } from '@/services/audit/ofRequests'
import { notKept } from '@/services/http'

/** Whoever is refused at a door of Payload's leaves a record, as at the desk; a disk or database that takes nothing is no fault without a name. */
export const recordRefusals: AfterErrorHook = async ({ error, req }) => {
  await recordRequestRefusal(req, error)
  return notKept(error)
}

import config from '@payload-config'
import { getPayload } from 'payload'
import { fromBrowserHere } from '@/services/session/sameSite'
import { field, formIn } from '../../../_server/forms'
import { askedIn, refused, runRetentionAct } from '../../../_server/retentionActs'

/** POST: run, hold, lift, answer, as the pages of keeping and forgetting ask. */
export const POST = async (request: Request): Promise<Response> => {
  try {
    fromBrowserHere(request)
    const form = await formIn(request)
    return await runRetentionAct({ payload: await getPayload({ config }), headers: request.headers }, askedIn((name) => field(form, name)))
  } catch (error) {
    return refused(error)
  }
}

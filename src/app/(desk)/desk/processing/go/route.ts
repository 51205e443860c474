import config from '@payload-config'
import { getPayload } from 'payload'
import { needDesk } from '@/services/desk/desk'
import { fromBrowserHere } from '@/services/session/sameSite'
import { formIn } from '../../../_server/forms'
import { langOf } from '../../../_server/lang'
import { refusedProcessing, takeProcessing } from '../../../_server/processingForm'

/** POST key, purpose, basis, who, recipients, privacySeen: what the office writes beside one activity of the register. */
export const POST = async (request: Request): Promise<Response> => {
  try {
    fromBrowserHere(request)
    const form = await formIn(request)
    return await takeProcessing(await needDesk({ payload: await getPayload({ config }), headers: request.headers, lang: langOf(request.headers) }), form)
  } catch (error) {
    return refusedProcessing(error)
  }
}

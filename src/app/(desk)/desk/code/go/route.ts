import config from '@payload-config'
import { getPayload } from 'payload'
import { DomainError } from '@/domain/errors'
import { giveCode } from '@/services/session/factor/give'
import { fromBrowserHere } from '@/services/session/sameSite'
import { formFault } from '../../../_server/formFault'
import { field, formIn, goTo } from '../../../_server/forms'
import { localPath } from '../../../_server/paths'

/** POST code, next: the second factor of a session that waits for it. */
export const POST = async (request: Request): Promise<Response> => {
  const form = await formIn(request)
  const next = localPath(field(form, 'next'))
  try {
    fromBrowserHere(request)
    await giveCode({ payload: await getPayload({ config }), headers: request.headers, code: field(form, 'code') })
    return goTo(next)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'notSignedIn') return goTo(`/desk/sign-in?${new URLSearchParams({ said: 'ended', next }).toString()}`)
    return goTo(`/desk/code?${new URLSearchParams({ ...formFault(error), next }).toString()}`)
  }
}

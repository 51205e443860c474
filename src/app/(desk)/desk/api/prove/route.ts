import { readJson } from '@/services/http'
import { proofAsked, prove } from '@/services/session/prove'
import { door } from '../../../_server/door'

/** GET: what a proof of who acts is asked as (`code`, `password`, `provider`). */
export const GET = door(async ({ desk, request }) => ({ asked: await proofAsked({ payload: desk.payload, headers: request.headers }) }))

/** POST {proof}: proves anew who acts. */
export const POST = door(async ({ desk, request }) => {
  const { proof } = await readJson(request)
  await prove({ payload: desk.payload, headers: request.headers, proof: typeof proof === 'string' ? proof : '' })
  return {}
})

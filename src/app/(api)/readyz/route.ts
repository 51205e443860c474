import config from '@payload-config'
import { getPayload } from 'payload'
import { readiness } from '@/services/health/ready'

/** GET: whether the portal can serve, for whatever watches over it. 503 when it cannot. */
export const GET = async (): Promise<Response> => {
  const state = await readiness(await getPayload({ config }))
  return Response.json(state, { status: state.status === 'failing' ? 503 : 200, headers: { 'cache-control': 'no-store' } })
}

export const dynamic = 'force-dynamic'

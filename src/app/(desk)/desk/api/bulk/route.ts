import type { BulkRequest } from '@/components/desk/types'
import { bulk } from '@/services/desk/bulk'
import { readJson } from '@/services/http'
import { door } from '../../../_server/door'

const recordIn = (value: unknown): Record<string, unknown> => (value && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : {})

/** POST {act, rows, input, preview}: many matters, each with its own result. */
export const POST = door(async ({ desk, request }) => {
  const body = await readJson(request)
  return bulk(desk, { ...(body as BulkRequest), input: recordIn(body.input) })
})

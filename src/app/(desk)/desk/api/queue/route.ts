import { parseQuery } from '@/components/desk/queue/query'
import { PAGE_SIZE, readQueuePage } from '@/services/desk/queue'
import { door } from '../../../_server/door'

/** GET ?<query>&after=<cursor>&limit=<n>: one page of a queue. */
export const GET = door(({ desk, url: { searchParams } }) =>
  readQueuePage(desk, { query: parseQuery(searchParams), after: searchParams.get('after') || undefined, limit: Number(searchParams.get('limit') ?? PAGE_SIZE) }))

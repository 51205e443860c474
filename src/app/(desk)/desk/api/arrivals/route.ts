import { parseQuery } from '@/components/desk/queue/query'
import { countArrivals } from '@/services/desk/queue'
import { door } from '../../../_server/door'

/** GET ?<query>&since=<at>: how many came in since. */
export const GET = door(({ desk, url: { searchParams } }) => countArrivals(desk, parseQuery(searchParams), Number(searchParams.get('since') ?? Number.NaN)))

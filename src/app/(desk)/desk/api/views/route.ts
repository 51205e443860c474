import { parseQuery, queryString } from '@/components/desk/queue/query'
import { DomainError } from '@/domain/errors'
import { listViews, removeView, saveView } from '@/services/desk/views'
import { readJson } from '@/services/http'
import { door } from '../../../_server/door'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** What is kept of a query is what its address keeps: closed names and checked values. */
const queryIn = (value: unknown) => {
  if (!value || typeof value !== 'object') throw new DomainError('invalid', {}, [{ field: 'query', code: 'required' }])
  const lists = Object.fromEntries(Object.entries(value).map(([name, each]) => [name, Array.isArray(each) ? each.map(String) : each]))
  return parseQuery(queryString(lists))
}

export const GET = door(async ({ desk }) => ({ views: await listViews(desk) }))

/** POST {name, query, team?} keeps a view; {id, remove: true} takes one's own away. */
export const POST = door(async ({ desk, request }) => {
  const body = await readJson(request)
  if (body.remove === true) {
    await removeView(desk, text(body.id))
    return {}
  }
  return { view: await saveView(desk, { name: text(body.name), query: queryIn(body.query), ...(body.team ? { team: text(body.team) } : {}) }) }
})

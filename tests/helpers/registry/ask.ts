import { filled, handlersOf, paramsOf, routeFiles, type RouteFile } from './files'
import { ROUTES, type Who } from './routes'

export type Door = { route: RouteFile; method: string; who: Who | undefined; name: string }

export const CHANGING = ['POST', 'PUT', 'PATCH', 'DELETE']

/** Every method of every route of the tree, with what the list says of it. */
export const allDoors = (): Door[] =>
  routeFiles().flatMap((route) => route.methods.map((method) => ({ route, method, who: ROUTES[route.address]?.[method], name: `${method} ${route.address}` })))

export type Ask = { door: Door; token?: string; headers?: Record<string, string>; body?: string; query?: string; params?: Record<string, string> }
export type Heard = { status: number; text: string; headers: Headers }

const FORMS = /\/do\/|\/go$|sign-out|acknowledge/

const bodyOf = ({ door: { route, method }, body = '{}' }: Ask): RequestInit => {
  if (!CHANGING.includes(method)) return {}
  const form = FORMS.test(route.address)
  return { body: form ? '' : body, headers: { 'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json' } }
}

/** One request to a door's own handler, as the server in front of it hands it on. */
export const askDoor = async (asked: Ask): Promise<Heard> => {
  const { door: { route, method }, token, headers = {}, query = '', params } = asked
  const handler = (await handlersOf(route))[method]
  if (!handler) throw new Error(`${route.file} has no ${method}`)
  const { body, headers: kind } = bodyOf(asked)
  const request = new Request(`http://localhost${filled(route.address, params)}${query}`, {
    method, ...(body === undefined ? {} : { body }), headers: { host: 'localhost', ...(kind as Record<string, string>), ...(token ? { cookie: `payload-token=${token}` } : {}), ...headers },
  })
  const answer = await handler(request, { params: Promise.resolve(paramsOf(route.address, params)) })
  return { status: answer.status, text: await answer.text(), headers: answer.headers }
}

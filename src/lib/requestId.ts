import { AsyncLocalStorage } from 'node:async_hooks'

type Store = AsyncLocalStorage<{ id: string }>

/** The server in front of Next opens it for each request; this code stands in bundles of its own and finds it here. */
const KEY = Symbol.for('portal.request')
const holder = globalThis as typeof globalThis & { [KEY]?: Store }

/** What each request is worked on in. */
export const requests = (): Store => (holder[KEY] ??= new AsyncLocalStorage())

/** The id of the request that is being worked on: in the answer's header, on error pages and in every line of the log. Undefined in jobs. */
export const requestId = (): string | undefined => requests().getStore()?.id

import type {
  ActAnswer, ApiError, ArrivalsAnswer, BulkAnswer, BulkRequest, MatterAct, MatterVM, NewMatterAnswer, NewMatterInput, PhotoVM, PickAnswer,
  QueuePage, QueueQuery, RevisionAnswer, SavedView, SuggestAnswer, UnitsAnswer,
} from './types'
import { withProof } from '../ui/proof'
import { queryString } from './queue/query'

/** What came back: data, or the one error shape. `status` 0: the server was not reached. */
export type Answer<T> = { ok: true; data: T } | { ok: false; status: number; error: ApiError }

type Call = { method?: 'GET' | 'POST' | 'PUT'; json?: unknown; form?: FormData; signal?: AbortSignal; /** The page looks for news by itself: that keeps no session alive. */ unattended?: boolean }

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The error of an answer; a body that is not ours (a proxy's page) becomes `internal`. */
const errorOf = (body: unknown, status: number): ApiError => {
  const error = isRecord(body) && isRecord(body.error) ? body.error : undefined
  if (error && typeof error.code === 'string') return error as ApiError
  return { code: status === 401 ? 'notSignedIn' : status === 503 ? 'busy' : 'internal' }
}

const readJson = async (response: Response): Promise<unknown> => {
  const text = await response.text()
  try {
    return text ? JSON.parse(text) : {}
  } catch {
    return undefined
  }
}

const initOf = ({ method = 'GET', json, form, signal, unattended }: Call): RequestInit => ({
  method,
  signal,
  credentials: 'same-origin',
  headers: {
    accept: 'application/json',
    'x-requested-with': 'desk',
    ...(unattended ? { 'x-desk-unattended': '1' } : {}),
    ...(json === undefined ? {} : { 'content-type': 'application/json' }),
  },
  body: form ?? (json === undefined ? undefined : JSON.stringify(json)),
})

const askOnce = async <T>(path: string, call: Call = {}): Promise<Answer<T>> => {
  try {
    const response = await fetch(path, initOf(call))
    const body = await readJson(response)
    if (response.ok && isRecord(body)) return { ok: true, data: body as T }
    return { ok: false, status: response.status, error: errorOf(body, response.status) }
  } catch (fault) {
    const aborted = fault instanceof DOMException && fault.name === 'AbortError'
    return { ok: false, status: 0, error: { code: aborted ? 'aborted' : 'offline' } }
  }
}

/**
 * One request to the desk's doors. Never throws: `offline` when unreachable, `aborted` when given up by the caller. Where a recent proof of who
 * acts is wanted, it is asked for, and the request sent again.
 */
export const ask = <T>(path: string, call: Call = {}): Promise<Answer<T>> => withProof(() => askOnce<T>(path, call), (answer) => !answer.ok && answer.error.code === 'proofNeeded')

const at = (id: string): string => `/api/matters/${encodeURIComponent(id)}`

const params = (values: Record<string, string | number | undefined>): string => {
  const found = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) if (value !== undefined && value !== '') found.set(name, String(value))
  return found.toString()
}

export type TransitionCall = { id: string; action: string; input: Record<string, unknown>; expectedRevision: number; key: string }
export type ActCall = { id: string; act: MatterAct; input: Record<string, unknown>; expectedRevision: number }

const MOVED = ['conflict', 'illegalStep']

/** A conflict brings what happened meanwhile, in the reader's language: the desk is asked for it. */
const told = async <T>(id: string, since: number, answer: Answer<T>): Promise<Answer<T>> => {
  if (answer.ok || !MOVED.includes(answer.error.code)) return answer
  const now = await readRevision(id, since)
  return now.ok && now.data.detail ? { ...answer, error: { ...answer.error, detail: now.data.detail } } : answer
}

/** The one door that changes a step. */
export const transition = async ({ id, ...body }: TransitionCall) =>
  told(id, body.expectedRevision, await ask<ActAnswer>(`${at(id)}/transition`, { method: 'POST', json: body }))

/** Everything else that can be done with a matter. */
export const act = async <T = ActAnswer>({ id, ...body }: ActCall) =>
  told(id, body.expectedRevision, await ask<T>(`/desk${at(id)}/act`, { method: 'POST', json: body }))

export const bulk = (json: BulkRequest) => ask<BulkAnswer>('/desk/api/bulk', { method: 'POST', json })

/** The matter as it stands now, and the server's clock. */
export const readMatter = (id: string) => ask<{ matter: MatterVM; now: number }>(`/desk/api/matters/${encodeURIComponent(id)}`)

/** Whether somebody changed it since `since`, and what. */
export const readRevision = (id: string, since: number, signal?: AbortSignal) =>
  ask<RevisionAnswer>(`/desk/api/matters/${encodeURIComponent(id)}/revision?since=${since}`, { signal, unattended: signal !== undefined })

export const readQueue = (query: QueueQuery, page: { after?: string; limit?: number; signal?: AbortSignal } = {}) =>
  ask<QueuePage>(`/desk/api/queue?${[queryString(query), params({ after: page.after, limit: page.limit })].filter(Boolean).join('&')}`, { signal: page.signal })

export const readArrivals = (query: QueueQuery, since: number, signal?: AbortSignal) =>
  ask<ArrivalsAnswer>(`/desk/api/arrivals?${[queryString(query), params({ since })].filter(Boolean).join('&')}`, { signal, unattended: true })

export const readViews = (signal?: AbortSignal) => ask<{ views: SavedView[] }>('/desk/api/views', { signal, unattended: true })
export const saveView = (name: string, query: QueueQuery, team?: string) => ask<{ view: SavedView }>('/desk/api/views', { method: 'POST', json: { name, query, team } })
export const removeView = (id: string) => ask<Record<string, never>>('/desk/api/views', { method: 'POST', json: { id, remove: true } })

export type PickKind = 'lead' | 'team' | 'unit' | 'person' | 'verifier' | 'matter' | 'owner'
export const pick = (kind: PickKind, q: string, rest: { matter?: string; signal?: AbortSignal } = {}) =>
  ask<PickAnswer>(`/desk/api/pick?${params({ kind, q, matter: rest.matter })}`, { signal: rest.signal })

export const readUnits = (parent?: string, signal?: AbortSignal) => ask<UnitsAnswer>(`/desk/api/units?${params({ parent })}`, { signal })

export const suggest = (facts: { text: string; unit?: string; category?: string }, signal?: AbortSignal) =>
  ask<SuggestAnswer>(`/desk/api/suggest?${params(facts)}`, { signal })

/** One picture, cleaned and kept by the server until an action takes it. */
export const uploadPhoto = (file: File, matter?: string) => {
  const form = new FormData()
  form.set('photo', file)
  if (matter) form.set('matter', matter)
  return ask<{ photo: PhotoVM }>('/desk/api/photos', { method: 'POST', form })
}

export const createMatter = (input: NewMatterInput, photos: File[]) => {
  const form = new FormData()
  form.set('data', JSON.stringify(input))
  for (const photo of photos) form.append('photos', photo)
  return ask<NewMatterAnswer>('/desk/api/matters', { method: 'POST', form })
}

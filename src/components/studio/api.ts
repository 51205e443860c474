import { withProof } from '../ui/proof'
import type { DefinitionKind } from '../../domain/package/definitions'
import type { DraftView } from '../../services/structure/drafts'

/** A refusal as the doors answer it. `said` is in the reader's language already. */
export type Fault = { code: string; status: number; message?: string; said: { path: string; text: string; severity?: string }[]; fields: { field: string; code: string }[]; detail: Record<string, unknown>; reference?: string }
export type Answer<T> = { ok: true; data: T } | { ok: false; fault: Fault }

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const faultOf = (body: unknown, status: number): Fault => {
  const error = isRecord(body) && isRecord(body.error) ? body.error : {}
  const detail = isRecord(error.detail) ? error.detail : {}
  return {
    status, detail,
    code: typeof error.code === 'string' ? error.code : 'internal',
    said: Array.isArray(detail.said) ? (detail.said as Fault['said']) : [],
    fields: Array.isArray(error.fields) ? (error.fields as Fault['fields']) : [],
    ...(typeof error.message === 'string' ? { message: error.message } : {}),
    ...(typeof error.reference === 'string' ? { reference: error.reference } : {}),
  }
}

type Call = { method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'; json?: unknown; form?: FormData; /** A file as it is. */ body?: Blob; signal?: AbortSignal }

const parsed = (text: string): unknown => {
  try {
    return text ? JSON.parse(text) : {}
  } catch {
    return undefined
  }
}

const initOf = ({ method = 'GET', json, form, body, signal }: Call): RequestInit => ({
  method, signal, credentials: 'same-origin',
  headers: { accept: 'application/json', 'accept-language': document.documentElement.lang, ...(json === undefined ? {} : { 'content-type': 'application/json' }) },
  body: form ?? body ?? (json === undefined ? undefined : JSON.stringify(json)),
})

const unreached = (error: unknown): Fault => {
  const aborted = error instanceof DOMException && error.name === 'AbortError'
  return { code: aborted ? 'aborted' : 'offline', status: 0, said: [], fields: [], detail: {} }
}

const askOnce = async <T>(path: string, call: Call = {}): Promise<Answer<T>> => {
  try {
    const response = await fetch(`/admin/structure/api/${path}`, initOf(call))
    const body = parsed(await response.text())
    return response.ok && body !== undefined ? { ok: true, data: body as T } : { ok: false, fault: faultOf(body, response.status) }
  } catch (error) {
    return { ok: false, fault: unreached(error) }
  }
}

/**
 * One request to a door of the editors (`path` below `/admin/structure/api`). Never throws: an unreached server is `offline`. Where a recent proof of
 * who acts is wanted, it is asked for, and the request sent again.
 */
export const ask = <T>(path: string, call: Call = {}): Promise<Answer<T>> => withProof(() => askOnce<T>(path, call), (answer) => !answer.ok && answer.fault.code === 'proofNeeded')

const draftPath = (kind: DefinitionKind, key: string): string => `definitions/${kind}/${encodeURIComponent(key)}`

export const readDraft = <D>(kind: DefinitionKind, key: string) => ask<DraftView<D>>(draftPath(kind, key))
export const saveDraft = <D>(kind: DefinitionKind, key: string, json: { definition: D; seen: string; reason?: string }) => ask<DraftView<D>>(draftPath(kind, key), { method: 'PUT', json })
export const removeDraft = (kind: DefinitionKind, key: string, json: { reason?: string } = {}) => ask<Record<string, never>>(draftPath(kind, key), { method: 'DELETE', json })
export const publishDraft = <D>(kind: DefinitionKind, key: string, json: { reason: string; seen: string }) =>
  ask<{ number: number; published: boolean; draft: DraftView<D> }>(`${draftPath(kind, key)}/publish`, { method: 'POST', json })
export const takeVersion = <D>(kind: DefinitionKind, key: string, version?: string) => ask<DraftView<D>>(`${draftPath(kind, key)}/take`, { method: 'POST', json: { version } })
export const checkDefinition = <D>(kind: DefinitionKind, definition: D, signal?: AbortSignal) =>
  ask<Pick<DraftView<D>, 'issues'>>(`definitions/${kind}/check`, { method: 'POST', json: { definition }, signal })
export const createDraft = <D>(kind: DefinitionKind, definition: D) => ask<{ id: string }>(`definitions/${kind}`, { method: 'POST', json: { definition } })

/** Keeps a row of structure: localised fields as `{zh, en}`. `seen` is the `updatedAt` it was read with. */
export const saveRow = (slug: string, { id, ...json }: { id?: string; data: Record<string, unknown>; seen?: string; reason?: string }) =>
  ask<{ id: string }>(id ? `rows/${slug}/${encodeURIComponent(id)}` : `rows/${slug}`, { method: id ? 'PATCH' : 'POST', json })
export const removeRow = (slug: string, id: string, json: { reason?: string } = {}) => ask<Record<string, never>>(`rows/${slug}/${encodeURIComponent(id)}`, { method: 'DELETE', json })

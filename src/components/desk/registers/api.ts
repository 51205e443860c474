import type { DoneImport, EntryInput, EntryPage, ImportVM, SavedEntry } from '../../../services/registers/view'
import type { PickedEntry } from '../../../services/registers/pointing'
import { ask } from '../api'

const base = (register: string): string => `/desk/api/registers/${encodeURIComponent(register)}`
const entryPath = (register: string, code: string): string => `${base(register)}/entries/${encodeURIComponent(code)}`

export const readEntries = (register: string, query: string, after: string) =>
  ask<EntryPage>(`${base(register)}/entries?${[query, `after=${encodeURIComponent(after)}`].filter(Boolean).join('&')}`)

export const saveEntry = (register: string, input: EntryInput, code?: string) =>
  ask<SavedEntry>(code === undefined ? `${base(register)}/entries` : entryPath(register, code), { method: code === undefined ? 'POST' : 'PUT', json: input })


export const actOnEntry = (register: string, code: string, act: 'close' | 'reopen' | 'review', json: { revision: number; reason: string }) =>
  ask<SavedEntry>(`${entryPath(register, code)}/${act}`, { method: 'POST', json })

export const stageFile = (register: string, file: File) => {
  const form = new FormData()
  form.set('file', file)
  return ask<ImportVM>(`${base(register)}/imports`, { method: 'POST', form })
}

export const applyFile = (register: string, id: string, reason: string) =>
  ask<ImportVM>(`${base(register)}/imports/${encodeURIComponent(id)}`, { method: 'POST', json: { reason } })

export const undoFile = (register: string, id: string, reason: string) =>
  ask<DoneImport>(`${base(register)}/imports/${encodeURIComponent(id)}/undo`, { method: 'POST', json: { reason } })

export const findUnits = (register: string, q: string, signal?: AbortSignal) =>
  ask<{ units: { id: string; name: string; hint: string }[] }>(`${base(register)}/units?q=${encodeURIComponent(q)}`, { signal })

export const findEntries = (type: string, q: string, signal?: AbortSignal) =>
  ask<{ options: PickedEntry[]; offered: boolean }>(`/desk/api/registers?${new URLSearchParams({ type, q }).toString()}`, { signal })

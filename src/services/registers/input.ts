import type { EntryInput } from './view'

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value.slice(0, 2000) : undefined)

const number = (value: unknown): number | null => {
  if (typeof value === 'number') return value
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : null
}

const record = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {})

/** What a body says of an entry. Nothing in it is trusted: `saveEntry` checks it. */
export const entryInputOf = (body: Record<string, unknown>): EntryInput => ({
  answers: record(body.answers), unit: text(body.unit) ?? null, address: text(body.address) ?? '', lng: number(body.lng), lat: number(body.lat),
  ...(text(body.code) ? { code: text(body.code) } : {}), ...(text(body.reason) ? { reason: text(body.reason) } : {}), ...(typeof body.revision === 'number' ? { revision: body.revision } : {}),
})

import type { Answers } from '@/domain/forms/types'

type Ref = string | null | undefined

/** An entry as the database holds it. Instants are ISO texts there; `path` is null where it lies nowhere. */
export type EntryRow = {
  id: string; office: string; register: string; version: string; code: string; title: string; answers: Answers
  unit?: Ref; path?: string | null; address?: string | null; lng?: number | null; lat?: number | null; searchText?: string | null
  revision: number; reviewedAt?: string | null; reviewDue?: string | null; remindedAt?: string | null; active?: boolean | null; anonymisedAt?: string | null
  editedBy?: Ref; editedAt: string; createdAt: string
}

export const iso = (at: number): string => new Date(at).toISOString()
export const ms = (text: string | null | undefined): number | undefined => (text ? Date.parse(text) : undefined)

/** The path that access looks at: "" for an entry that lies nowhere. */
export const pathOf = ({ path }: Pick<EntryRow, 'path'>): string => path ?? ''

import type { FormDef } from '../../domain/forms/types'
import type { ReviewState } from '../../domain/registers/review'
import type { MapSymbol } from '../../domain/registers/types'

/* View models of registers at the desk: words already in the reader's language, nothing the reader may not see. */

export type RegisterLine = { code: string; name: string; intro: string; href: string; subject: string; symbol?: MapSymbol; entries: number; late: number; soon: number; open: boolean; canEdit: boolean }

/** A column that is a field. `options` are those a filter offers. */
export type FieldColumn = { key: string; label: string; kind: string; options?: { code: string; label: string }[] }

export type EntryLine = {
  id: string; code: string; title: string; href: string; cells: Record<string, string>; unit?: string; address?: string
  review: ReviewState; due?: string; editedAt: string; active: boolean
}

/** What a list is asked for. `fields`: by key, a code, "yes"/"no", part of a text, or "from..to". */
export type EntryQuery = { text?: string; unit?: string; state?: 'closed' | 'all'; review?: 'late' | 'soon'; fields?: Record<string, string>; sort?: string }

export type EntryPage = { rows: EntryLine[]; next?: string; total?: number }

export type RegisterHead = {
  code: string; name: string; intro: string; subject: string; version: number; symbol?: MapSymbol; open: boolean; review?: string; grid: 'required' | 'optional' | 'none'
  canEdit: boolean; href: string; publicHref?: string
}

export type RegisterVM = { head: RegisterHead; columns: FieldColumn[]; /** The column that names an entry. */ titleKey: string; query: EntryQuery; unitName?: string; page: EntryPage }

export type Change = { label: string; before: string; after: string }
export type HistoryLine = { id: string; at: number; who: string; what: string; reason?: string; changes: Change[] }
export type MatterLine = { id: string; number: string; title: string; href: string; step: string; at: number; open: boolean }

export type EntryVM = {
  head: RegisterHead
  code: string; title: string; href: string; revision: number; active: boolean
  lines: { key: string; label: string; text: string; public: boolean }[]
  unit?: { id: string; name: string; above: string[] }
  address?: string
  point?: { lng: number; lat: number }
  /** Filled in with an older version than is in force. */
  older?: number
  review: ReviewState; due?: string; reviewed?: string; reviewers: string[]
  canEdit: boolean
  history: HistoryLine[]
  matters: MatterLine[]
  /** Where a matter about it is registered; absent where none may point here, or by whom. */
  newMatterHref?: string
  publicHref?: string
  qrHref: string
}

export type EntryFormVM = {
  head: RegisterHead
  /** Absent for a new entry. */
  code?: string; title?: string; revision?: number
  proposed: string
  form: FormDef
  answers: Record<string, unknown>
  unit?: { id: string; name: string; above: string[] }
  address: string; lng?: number; lat?: number
  backHref: string
}

export type MapPoint = { id: string; title: string; href: string; x: number; y: number; late: boolean; exact: boolean }
export type MapVM = { head: RegisterHead; width: number; height: number; outlines: { id: string; name: string; path: string; x: number; y: number; strong: boolean }[]; points: MapPoint[]; unplaced: number; query: EntryQuery; unitName?: string }

export type QrVM = { head: RegisterHead; office: string; cards: { code: string; title: string; place: string; size: number; dark: number[]; address: string }[]; more: boolean; closed: boolean }

export type EntryInput = { code?: string; answers: Record<string, unknown>; unit?: string | null; address?: string; lng?: number | null; lat?: number | null; reason?: string; revision?: number }
export type SavedEntry = { code: string; href: string; revision: number }

export type ImportFault = { where: string; text: string }
/** A file that was written. `at`: epoch milliseconds. */
export type DoneImport = { id: string; name: string; by: string; at: number; count: number; undone: boolean }

export type ImportVM = {
  id: string; state: 'refused' | 'staged' | 'applied' | 'dropped' | 'failed'; name: string; added: number; changed: number; same: number
  faults: ImportFault[]; faultCount: number
  rows: { row: number; kind: 'added' | 'changed' | 'same'; code: string; title: string; changes: Change[] }[]
}

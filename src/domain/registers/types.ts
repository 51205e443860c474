import type { FormDef } from '../forms/types'
import type { RetentionRule } from '../privacy/retention'
import type { Words } from '../words'

/** What a register lists. Places, things and undertakings: never residents (domain.md §8), so no kind of this list is a person. */
export const REGISTER_SUBJECTS = ['place', 'organisation', 'facility', 'site', 'activity', 'equipment', 'honour', 'plan'] as const
export type RegisterSubject = (typeof REGISTER_SUBJECTS)[number]

/** How an entry lies in the territory. */
export const GRID_LINKS = ['required', 'optional', 'none'] as const
export type GridLink = (typeof GRID_LINKS)[number]

/** Signs on maps and QR sheets, drawn by the portal itself. */
export const MAP_SYMBOLS = ['dot', 'shop', 'crane', 'help', 'water', 'plug', 'book', 'flag', 'medal', 'box', 'tree', 'shield'] as const
export type MapSymbol = (typeof MAP_SYMBOLS)[number]

/** Every `every` days or months an entry is looked at again; `remindDays` before, whoever answers for it is told. */
export type ReviewCycle = { every: number; unit: 'days' | 'months'; remindDays: number; /** Of its unit; without one, the unit's lead. */ post?: string }

/**
 * One immutable published version of a register: the fields of its entries are the questions of a form, and what goes for questions goes for
 * them. A field whose publicity is `public` may be shown to residents where the register itself is public.
 */
export type RegisterDef = FormDef & {
  subject: RegisterSubject
  intro?: Words
  /** Key of the text question whose answer names an entry. */
  titleQuestion: string
  /** Key of the public text question whose answer says when a place is open; residents then see whether it is open now. */
  hoursQuestion?: string
  grid: GridLink
  symbol?: MapSymbol
  review?: ReviewCycle
  /** Codes of roles. Empty: everybody who holds `register.view`, or `register.edit`. */
  viewers: string[]
  editors: string[]
  /** Whether residents find its entries. */
  open: boolean
  /** What becomes of an entry that was closed, and when; nothing where it is left out. */
  retention?: RetentionRule
  /** Matter types that can point at an entry. */
  matterTypes: string[]
}

import { diffForms } from '../forms/diff'
import { canonical } from '../canonical'
import type { Words } from '../words'
import type { RegisterDef, RegisterSubject } from './types'

const SYMBOLS: Partial<Record<RegisterSubject, RegisterDef['symbol']>> = { organisation: 'shop', facility: 'plug', site: 'crane', activity: 'book', equipment: 'box', honour: 'medal', plan: 'flag' }

/** What lies somewhere has a unit; what is done or won may have one. */
const GRID: Record<RegisterSubject, RegisterDef['grid']> = { place: 'required', organisation: 'required', facility: 'required', site: 'required', activity: 'optional', equipment: 'optional', honour: 'none', plan: 'none' }

type Begin = { code: string; name: Words; subject: RegisterSubject; page: Words; field: Words }

/** A register as it begins: one field, which names its entries; for staff alone. */
export const emptyRegister = ({ code, name, subject, page, field }: Begin): RegisterDef => ({
  code, name, pages: [{ title: page, questions: [{ key: 'name', kind: 'text', label: field, required: true, publicity: 'public' }] }],
  subject, titleQuestion: 'name', grid: GRID[subject], ...(SYMBOLS[subject] ? { symbol: SYMBOLS[subject] } : {}), viewers: [], editors: [], open: false, matterTypes: [],
})

/** A code that no register has yet. */
export const nextRegisterCode = (taken: readonly string[]): string => {
  const numbers = taken.flatMap((code) => /^list-(\d{1,6})$/.exec(code)?.[1] ?? []).map(Number)
  return `list-${Math.max(0, ...numbers) + 1}`
}

const OWN = ['name', 'intro', 'subject', 'titleQuestion', 'grid', 'symbol', 'review', 'viewers', 'editors', 'open', 'matterTypes'] as const

/** How many things differ between two versions: fields, and what goes for the whole register. */
export const countChanges = (before: RegisterDef | undefined, after: RegisterDef): number => {
  if (!before) return 0
  const own = OWN.filter((key) => canonical(before[key] ?? null) !== canonical(after[key] ?? null)).length
  return own + diffForms({ ...before, name: after.name }, after).length
}

/** A register without an optional part. */
export const without = (def: RegisterDef, key: 'intro' | 'symbol' | 'review' | 'retention' | 'hoursQuestion'): RegisterDef => {
  const { [key]: _gone, ...rest } = def
  return rest
}

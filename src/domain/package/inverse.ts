import { canonical } from '../canonical'

type Row = Record<string, unknown>

/** What the system works out by itself, and finds anew. */
const DERIVED: readonly string[] = ['id', 'path', 'updatedAt', 'createdAt', 'nextAt']

/** `current`, its number and date follow from publishing, which is taken back by publishing again. */
export const PUBLISHING: readonly string[] = ['current', 'currentNumber', 'publishedAt']

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * What a value says, whatever a database adds when it gives it back: words in no language are none, an empty text is not there, and parts of
 * a list have ids of their own.
 */
const meant = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map((part) => (isRow(part) ? meant({ ...part, id: null }) : meant(part)))
  if (!isRow(value)) return value === '' ? null : (value ?? null)
  const parts = Object.entries(value).map(([key, part]) => [key, meant(part)] as const).filter(([, part]) => part !== null)
  return parts.length === 0 && Object.keys(value).length > 0 ? null : Object.fromEntries(parts)
}

const same = (one: unknown, other: unknown): boolean => canonical(meant(one)) === canonical(meant(other))

export type Inverse = { /** Fields as they were. */ fields: Row; /** Fields that somebody changed again since: taking back would lose that. */ conflicts: string[] }

/**
 * Takes one change of a row back, field by field: what nobody touched since becomes what it was; what was changed again is named and left. Derived
 * fields and those of publishing are not looked at.
 */
export const inverseOf = (before: Row, after: Row, current: Row, skip: readonly string[] = PUBLISHING): Inverse => {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => !DERIVED.includes(key) && !skip.includes(key) && !same(before[key], after[key]))
  const open = keys.filter((key) => !same(current[key], before[key]))
  return {
    fields: Object.fromEntries(open.filter((key) => same(current[key], after[key])).map((key) => [key, before[key] ?? null])),
    conflicts: open.filter((key) => !same(current[key], after[key])),
  }
}

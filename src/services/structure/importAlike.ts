import { bareName, namesAlike } from '@/domain/tables'
import type { ImportKind } from './importColumns'

/** Something that stands already and may be what a row of the file means. */
export type Alike = { id: string; code: string; name: string }

type Stored = { id: string; code: string; name: { zh: string }; parent?: string | null; active?: boolean | null }

const MOST = 3
/** Shorter names ("other") stand in every branch and mean nothing. */
const TELLING = 3

const push = <T>(map: Map<string, T[]>, key: string, value: T): void => {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

const told = ({ id, code, name }: Stored): Alike => ({ id, code, name: name.zh })

/**
 * Finds what a new row may mean that stands already: beside it a name that is nearly the same, and for categories the same name anywhere. Units of one
 * name stand below many parents and are different places.
 */
export const alikeFinder = (kind: ImportKind, rows: readonly Stored[]): ((row: { name: string; parent?: string }) => Alike[]) => {
  const open = rows.filter(({ active }) => active !== false)
  const [beside, named] = [new Map<string, Stored[]>(), new Map<string, Stored[]>()]
  for (const row of open) {
    push(beside, row.parent ?? '', row)
    if (bareName(row.name.zh).length >= TELLING) push(named, bareName(row.name.zh), row)
  }
  return ({ name, parent }) => {
    const near = (beside.get(parent ?? '') ?? []).filter((row) => namesAlike(row.name.zh, name))
    const elsewhere = kind === 'categories' ? (named.get(bareName(name)) ?? []) : []
    return [...new Set([...near, ...elsewhere])].slice(0, MOST).map(told)
  }
}

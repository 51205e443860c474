import type { MatterRow } from '../types'

/**
 * The list a person came from, kept in this tab: going through it, the next matter is the next of the list as it was read, whatever
 * became of those before it.
 */
export type CameFrom = {
  /** Address of the list, and what it is called. */
  href: string
  name: string
  rows: { id: string; title: string }[]
  total?: number
  /** Cursor of what comes after the rows; absent: that was all, or it has to be asked from the start. */
  next?: string
}

export type Neighbours = { list: string; listHref: string; position?: number; total?: number; prev?: string; next?: string; nextTitle?: string }

const NAME = 'desk:list'
const CHANGED = 'desk:list'
const MOST = 500

/** Only what another page needs of a row. */
export const listed = (rows: readonly MatterRow[]): CameFrom['rows'] => rows.slice(0, MOST).map(({ id, title }) => ({ id, title: [...title].slice(0, 40).join('') }))

export const keepList = (list: CameFrom): void => {
  try {
    window.sessionStorage.setItem(NAME, JSON.stringify(list))
  } catch {
    // Without storage the way back is the queue.
    return
  }
  window.dispatchEvent(new Event(CHANGED))
}

export const readList = (): string | null => {
  try {
    return window.sessionStorage.getItem(NAME)
  } catch {
    return null
  }
}

export const onListChange = (run: () => void) => {
  window.addEventListener(CHANGED, run)
  return () => window.removeEventListener(CHANGED, run)
}

const isRows = (value: unknown): value is CameFrom['rows'] =>
  Array.isArray(value) && value.every((row) => typeof row === 'object' && row !== null && typeof (row as { id?: unknown }).id === 'string')

/** The list in a stored text; what is not one, or leads off the desk, is none. */
export const parseList = (text: string | null): CameFrom | undefined => {
  if (!text) return undefined
  try {
    const value = JSON.parse(text) as Partial<CameFrom> | null
    return value && isRows(value.rows) && typeof value.href === 'string' && value.href.startsWith('/desk') ? { ...value, href: value.href, name: String(value.name ?? ''), rows: value.rows } : undefined
  } catch {
    return undefined
  }
}

const hrefOf = (row: CameFrom['rows'][number] | undefined): string | undefined => row && `/desk/matters/${row.id}`

/** Where a matter stands in a list. Of a matter that is not in it only the way back is known. */
export const neighboursOf = (list: CameFrom, id: string): Neighbours => {
  const { href, name, rows, total = rows.length } = list
  const at = rows.findIndex((row) => row.id === id)
  if (at < 0) return { list: name, listHref: href }
  const next = rows[at + 1]
  return { list: name, listHref: href, position: at + 1, total: Math.max(total, rows.length), prev: hrefOf(rows[at - 1]), next: hrefOf(next), nextTitle: next?.title }
}

/** Whether the rows after the last known one have to be asked for. */
export const wantsMore = ({ rows, total = 0, next }: CameFrom, id: string): boolean =>
  rows.length > 0 && rows.length < MOST && rows.at(-1)?.id === id && (next !== undefined || rows.length < total)

/** The list with more rows; those already in it are kept where they are. */
export const longer = (list: CameFrom, rows: readonly MatterRow[], next: string | undefined): CameFrom => {
  const known = new Set(list.rows.map(({ id }) => id))
  const added = listed(rows.filter(({ id }) => !known.has(id)))
  const { next: _next, ...rest } = list
  return { ...rest, rows: [...list.rows, ...added], ...(next ? { next } : {}), ...(added.length === 0 && !next ? { total: list.rows.length } : {}) }
}

import { plainWord } from './columns'
import type { Cell, Sheet } from './types'

/** A column whose cells are the names of one level of a tree; `level` 0 is the top. */
export type LevelHead = { level: number; column: number }

/** A word for a level alone, or followed by a noun (“level 1”, “level 1 category”). */
const withNouns = (stems: readonly string[], nouns: readonly string[]): string[] => stems.flatMap((stem) => [stem, ...nouns.map((noun) => stem + noun)])

/** Columns that hold a tree side by side, one a level, if the file is written so. `levels`: words for each level, top first. */
export const levelHeads = (head: readonly Cell[], { nouns, levels }: { nouns: readonly string[]; levels: readonly (readonly string[])[] }): LevelHead[] => {
  const known = levels.map((stems) => new Set(withNouns(stems, nouns).map(plainWord)))
  return head.flatMap((cell, column) => {
    const word = typeof cell === 'string' ? plainWord(cell) : ''
    const level = word ? known.findIndex((words) => words.has(word)) : -1
    return level < 0 ? [] : [{ level, column }]
  })
}

/** A node of a tree written side by side. `parent` is the place of its parent in the list; `own`: its line speaks of this node, not of one below. */
export type NestedRow = { line: number; column: number; name: string; level: number; parent?: number; own: boolean }

const nameIn = (cells: readonly Cell[], column: number): string => (cells[column] === null || cells[column] === undefined ? '' : String(cells[column]).trim())

type Walk = { rows: NestedRow[]; seen: Map<string, number>; above: string[] }

/** Names from the top down to the deepest of a line: cells left blank before the first name go on from the line above, as merged cells do. */
const pathIn = (cells: readonly Cell[], heads: readonly LevelHead[], above: readonly string[]): string[] => {
  const names = heads.map(({ column }) => nameIn(cells, column))
  const first = names.findIndex(Boolean)
  const last = names.findLastIndex(Boolean)
  return first < 0 ? [] : names.slice(0, last + 1).map((name, i) => name || (i < first ? (above[i] ?? '') : ''))
}

const visit = (walk: Walk, { path, line, heads }: { path: string[]; line: number; heads: readonly LevelHead[] }): void => {
  let parent: number | undefined
  path.forEach((name, i) => {
    const head = heads[i]
    if (!name || !head) return
    const key = path.slice(0, i + 1).join('\u0000')
    const known = walk.seen.get(key)
    const own = i === path.length - 1
    const at = known ?? walk.rows.push({ line, column: head.column, name, level: head.level, ...(parent === undefined ? {} : { parent }), own }) - 1
    const row = walk.rows[at]
    // A node that was first met above a deeper one is told about by its own line later.
    if (known !== undefined && own && row && !row.own) walk.rows[at] = { ...row, line, own: true }
    walk.seen.set(key, at)
    parent = at
  })
}

/** The nodes of a tree written side by side, parents first. `from`: the first line below the head, counted from 1. */
export const nestedRows = (sheet: Sheet, heads: readonly LevelHead[], from: number): NestedRow[] => {
  const sorted = [...heads].sort((a, b) => a.level - b.level)
  const walk: Walk = { rows: [], seen: new Map(), above: [] }
  sheet.slice(from - 1).forEach((cells, i) => {
    const path = pathIn(cells, sorted, walk.above)
    if (path.length === 0) return
    walk.above = path
    visit(walk, { path, line: from + i, heads: sorted })
  })
  return walk.rows
}

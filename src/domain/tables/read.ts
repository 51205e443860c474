import { findHeads, plainWord, readCell, type Column } from './columns'
import { MAX_COLUMNS, MAX_ROWS, type Cell, type Sheet, type TableFault } from './types'

export type Value = string | number | string[]

/** A row of a file under its columns. `line` counts from 1; `at` tells each column's place, for faults found later. */
export type TableRow<K extends string> = { line: number; values: Partial<Record<K, Value>> }

export type Table<K extends string> = { rows: TableRow<K>[]; at: Map<K, number>; head: readonly Cell[]; headLine: number; faults: TableFault[] }

const isBlank = (cell: Cell | undefined): boolean => cell === null || cell === undefined || String(cell).trim() === ''

const isBlankRow = (row: readonly Cell[]): boolean => row.every(isBlank)

/** The line of head words: the one among the first ten that knows most of them; a title above it is passed over. */
const headLineOf = (sheet: Sheet, words: ReadonlySet<string>): number => {
  const known = sheet.slice(0, 10).map((row) => row.filter((cell) => typeof cell === 'string' && words.has(plainWord(cell))).length)
  const most = Math.max(0, ...known)
  return most === 0 ? 0 : known.indexOf(most)
}

const sizeFault = (sheet: Sheet): TableFault[] => {
  const columns = Math.max(0, ...sheet.slice(0, MAX_ROWS).map(({ length }) => length))
  if (sheet.length > MAX_ROWS + 10) return [{ code: 'tooManyRows', params: { count: sheet.length, max: MAX_ROWS } }]
  return columns > MAX_COLUMNS ? [{ code: 'tooManyColumns', params: { count: columns, max: MAX_COLUMNS } }] : []
}

type Reading<K extends string> = { columns: readonly Column<K>[]; at: Map<K, number>; faults: TableFault[] }

const readRow = <K extends string>(cells: readonly Cell[], line: number, { columns, at, faults }: Reading<K>): TableRow<K> => {
  const values: Partial<Record<K, Value>> = {}
  for (const column of columns) {
    const place = at.get(column.key)
    if (place === undefined) continue
    const { value, fault } = readCell(cells[place], column)
    if (fault) faults.push({ row: line, column: place, ...fault })
    else if (value !== undefined) values[column.key] = value
    else if (column.required) faults.push({ row: line, column: place, code: 'required', params: { head: column.heads[0] } })
  }
  return { line, values }
}

/**
 * A sheet as rows with known columns, and everything that is wrong with it, cell by cell. Columns nobody knows are passed over, blank rows
 * too. `also`: head words that the caller reads by itself, so that their line is found.
 */
export const readTable = <K extends string>(sheet: Sheet, columns: readonly Column<K>[], also: readonly string[] = []): Table<K> => {
  const nothing: Table<K> = { rows: [], at: new Map(), head: [], headLine: 1, faults: [] }
  const tooLarge = sizeFault(sheet)
  if (tooLarge.length > 0) return { ...nothing, faults: tooLarge }
  const words = new Set([...columns.flatMap(({ heads }) => heads), ...also].map(plainWord))
  const start = headLineOf(sheet, words)
  const head = sheet[start] ?? []
  const { at, faults } = findHeads(head, columns, start + 1)
  const reading = { columns, at, faults: [...faults] }
  const rows = sheet.slice(start + 1).flatMap((cells, i) => (isBlankRow(cells) ? [] : [readRow(cells, start + 2 + i, reading)]))
  if (rows.length === 0 && faults.length === 0) reading.faults.push({ code: 'empty', params: {} })
  return { rows, at, head, headLine: start + 1, faults: reading.faults }
}

/** The width of a text on a terminal. */
const wide = (text: string): number => [...text].length

/** Rows as a table of plain characters, the first one its head. */
export const table = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => wide(row[column] ?? ''))))
  const line = (row: readonly string[]): string => `  ${row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - wide(cell))).join('   ').trimEnd()}`
  const [head = [], ...rest] = rows
  return [line(head), `  ${widths.map((width) => '─'.repeat(width)).join('───')}`, ...rest.map(line)].join('\n')
}

/** The value below which so many percent of the numbers lie; 0 of none. */
export const percentile = (numbers: readonly number[], percent: number): number => {
  const sorted = numbers.toSorted((one, other) => one - other)
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? 0
}

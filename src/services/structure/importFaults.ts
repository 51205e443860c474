import type { Sheet, TableFault } from '@/domain/tables'

type Columns = Partial<Record<'code' | 'name' | 'parent', number>>

const cellOf = ({ row, column }: TableFault<string>): string => `${row}.${column}`

/** What stands in cells that name a row and could not be read: rows below look for it in vain. */
const unread = (faults: readonly TableFault<string>[], { sheet, columns }: { sheet: Sheet; columns: Columns }): Set<string> =>
  new Set(faults.flatMap(({ row, column }) => {
    const cell = row !== undefined && column !== undefined && (column === columns.code || column === columns.name) ? sheet[row - 1]?.[column] : undefined
    return cell === undefined || cell === null ? [] : [String(cell).trim()]
  }))

/** Faults that are not told already: not a second one of a cell, and not the missing parent of every row below a faulty one. */
export const newFaults = <F extends TableFault<string>>(found: readonly F[], told: readonly TableFault<string>[], file: { sheet: Sheet; columns: Columns }): F[] => {
  const cells = new Set(told.map(cellOf))
  const names = unread(told, file)
  return found.filter((fault) => !cells.has(cellOf(fault)) && !(fault.code === 'parentUnknown' && names.has(String(fault.params.value).trim())))
}

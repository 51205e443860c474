/** A cell as a spreadsheet gives it. Dates come as texts: no table here asks for one. */
export type Cell = string | number | boolean | null

/** A table as it stands in a file: row 1 first. */
export type Sheet = readonly (readonly Cell[])[]

export type TableFaultCode =
  | 'empty' | 'tooManyRows' | 'tooManyColumns' | 'headMissing' | 'headTwice' | 'required' | 'tooLong' | 'notNumber' | 'outOfRange' | 'badCode' | 'notOffered' | 'ambiguous'

/** What is wrong in a file. `row` counts from 1 and `column` from 0, as `cellName` says them; both absent: the whole file. */
export type TableFault<Code extends string = TableFaultCode> = { row?: number; column?: number; code: Code; params: Record<string, string | number> }

/** A file that a person at a desk fills in; beyond that it is another's. */
export const MAX_ROWS = 10_000
export const MAX_COLUMNS = 60

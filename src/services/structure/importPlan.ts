import { newId } from '@/db/ids'
import { checkCode, nextCode, type CodePattern } from '@/domain/grid/codes'
import { levelHeads, nestedRows, planTree, readTable, type Column, type PlannedNode, type Sheet, type Table, type TableFault, type TableFaultCode, type TableRow, type TreeFaultCode, type TreeRow } from '@/domain/tables'
import { categoryColumns, unitColumns, type ImportKey, type ImportKind } from './importColumns'
import { changedFields, newFields } from './importFields'
import { placeFaults, type PlaceFaultCode } from './importPlaces'
import type { OfficeModel } from './load'
import type { CategoryRow, UnitRow } from './rows'

export type ImportFaultCode = TableFaultCode | TreeFaultCode | PlaceFaultCode
export type ImportFault = TableFault<ImportFaultCode>

/** A row as it will stand. `data`: all its fields when it is new, else what changes. `parent` is an id. */
export type StagedRow = { line: number; id: string; action: 'add' | 'change' | 'same'; code: string; name: string; parent?: string; data: Record<string, unknown> }

export type ImportPlan = { rows: StagedRow[]; faults: ImportFault[] }

type Row = TableRow<ImportKey>
type Stored = CategoryRow | UnitRow
type Read = { table: Table<ImportKey>; tree: TreeRow[]; values: Row['values'][]; nested: boolean }

const columnsOf = (kind: ImportKind, model: OfficeModel): Column<ImportKey>[] => (kind === 'categories' ? categoryColumns(model) : unitColumns(model))

const text = (value: Row['values'][ImportKey]): string | undefined => (value === undefined ? undefined : String(value))

const flat = (table: Table<ImportKey>): Read => ({
  table, nested: false, values: table.rows.map(({ values }) => values),
  tree: table.rows.map(({ line, values }) => ({ line, code: text(values.code), name: text(values.name), parent: text(values.parent) })),
})

const levelNames = (model: OfficeModel): string[][] => model.levels.all.map(({ name }) => [name.zh, name.en ?? ''].filter(Boolean))

/** A file either has a line for each node, with its parent named, or the levels side by side. */
const readFile = (kind: ImportKind, model: OfficeModel, sheet: Sheet): Read => {
  const options = kind === 'categories' ? { nouns: ['类别', '分类', '风险'] } : { nouns: ['网格', '名称'], names: levelNames(model) }
  const side = sheet.slice(0, 10).map((row) => levelHeads(row, options))
  const headLine = side.findIndex((heads) => heads.length > 1)
  const heads = side[headLine] ?? []
  const columns = columnsOf(kind, model)
  if (heads.length < 2) return flat(readTable(sheet, columns))
  const own = new Set(heads.map(({ column }) => column))
  // The names of levels may be head words of other columns, too: side by side they are levels.
  const table = readTable(sheet.map((row, i) => (i === headLine ? row.map((cell, column) => (own.has(column) ? null : cell)) : row)), columns.filter(({ key }) => key !== 'name' && key !== 'parent' && key !== 'level'))
  const nodes = nestedRows(sheet, heads, headLine + 2)
  const byLine = new Map(table.rows.map((row) => [row.line, row.values]))
  const levelAt = (level: number) => (kind === 'units' ? { level: model.levels.all[level]?.id } : {})
  const values = nodes.map(({ line, name, level, own: speaks }) => ({ ...(speaks ? byLine.get(line) : {}), name, ...levelAt(level) }))
  // A head line without other known words is none to `readTable`.
  const faults = table.faults.filter(({ code }) => code !== 'empty' || nodes.length === 0)
  return { table: { ...table, faults }, nested: true, values, tree: nodes.map(({ line, name, parent, own: speaks }) => ({ line, name, parentRow: parent, code: speaks ? text(byLine.get(line)?.code) : undefined })) }
}

const patternOf = (kind: ImportKind, model: OfficeModel): CodePattern => (kind === 'units' ? (model.office.codePattern ?? 'free') : 'free')

const proposal = (pattern: CodePattern) => (parentCode: string | undefined, siblings: string[]): string | undefined =>
  parentCode !== undefined && checkCode({ code: parentCode, pattern }) ? undefined : nextCode({ pattern, parentCode, siblings })

/** Units of the second level whose file names no parent stand below the only top there is. */
const underTop = (kind: ImportKind, model: OfficeModel, { tree, values }: Read): TreeRow[] => {
  if (kind !== 'units') return tree
  const second = model.levels.all[1]?.id
  const first = model.levels.all[0]?.id
  const tops = model.units.all.filter(({ parent, active }) => !parent && active !== false)
  const topRows = values.flatMap(({ level }, i) => (level === first ? [i] : []))
  return tree.map((row, i) => {
    const alone = row.parent === undefined && row.parentRow === undefined && values[i]?.level === second && second !== undefined
    if (!alone || (row.code !== undefined && model.units.byCode.has(row.code))) return row
    if (tops.length === 1) return { ...row, parent: tops[0]?.code }
    return tops.length === 0 && topRows.length === 1 ? { ...row, parentRow: topRows[0] } : row
  })
}

type Building = { kind: ImportKind; stored: ReadonlyMap<string, Stored>; values: Row['values'][]; names: (string | undefined)[]; order: number }

const staged = (nodes: readonly PlannedNode[], { kind, stored, values, names, order }: Building): StagedRow[] => {
  const ids = new Map<number, string>(nodes.map(({ row, known }) => [row, known ?? newId()]))
  return nodes.map((node, i): StagedRow => {
    const before = node.known === undefined ? undefined : stored.get(node.known)
    const given = node.parent === undefined ? undefined : 'known' in node.parent ? node.parent.known : ids.get(node.parent.row)
    const parent = given ?? before?.parent ?? undefined
    const base = { line: node.line, id: ids.get(node.row) ?? '', code: node.code, name: names[node.row] ?? before?.name.zh ?? node.code, ...(parent ? { parent } : {}) }
    if (!before) return { ...base, action: 'add', data: { ...newFields(kind, values[node.row] ?? {}), order: order + i + 1 } }
    const data = { ...changedFields(kind, values[node.row] ?? {}, before), ...(parent === (before.parent ?? undefined) ? {} : { parent }) }
    return { ...base, action: Object.keys(data).length > 0 ? 'change' : 'same', data }
  })
}

/**
 * What a file of categories or units would make of the office: every row with what happens to it, parents first, or everything that is wrong,
 * row by row and cell by cell. Writes nothing.
 */
export const planImport = (kind: ImportKind, model: OfficeModel, sheet: Sheet): ImportPlan => {
  const read = readFile(kind, model, sheet)
  const rows: readonly Stored[] = kind === 'categories' ? model.categories.all : model.units.all
  const { at } = read.table
  const columns = { code: at.get('code'), name: at.get('name'), parent: at.get('parent') }
  const planned = planTree({
    rows: underTop(kind, model, read), columns, propose: proposal(patternOf(kind, model)),
    known: rows.map(({ id, code, name, parent }) => ({ id, code, name: name.zh, ...(parent ? { parent } : {}) })),
  })
  const faults: ImportFault[] = [...read.table.faults, ...planned.faults]
  if (faults.length > 0) return { rows: [], faults: inOrder(faults) }
  const made = staged(planned.nodes, { kind, stored: new Map(rows.map((row) => [row.id, row])), values: read.values, names: read.tree.map(({ name }) => name), order: Math.max(0, ...rows.map(({ order }) => order ?? 0)) })
  const misplaced = placeFaults({ kind, model, rows: made, at })
  return misplaced.length > 0 ? { rows: [], faults: inOrder(misplaced) } : { rows: made, faults: [] }
}

const inOrder = (faults: readonly ImportFault[]): ImportFault[] => [...faults].sort((one, other) => (one.row ?? 0) - (other.row ?? 0) || (one.column ?? 0) - (other.column ?? 0))

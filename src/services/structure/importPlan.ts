import { newId } from '@/db/ids'
import { checkCode, nextCode, type CodePattern } from '@/domain/grid/codes'
import { levelHeads, nestedRows, planTree, readTable, type Column, type LevelHead, type NestedRow, type PlannedNode, type Sheet, type Table, type TableFault, type TableFaultCode, type TableRow, type TreeFaultCode, type TreeRow } from '@/domain/tables'
import { categoryColumns, levelWords, unitColumns, type ImportKey, type ImportKind } from './importColumns'
import { alikeFinder } from './importAlike'
import { newFaults } from './importFaults'
import { changedFields, newFields } from './importFields'
import { placeFaults, type PlaceFaultCode } from './importPlaces'
import type { StagedRow } from './importRow'
import type { OfficeModel } from './load'
import type { CategoryRow, UnitRow } from './rows'

export type ImportFaultCode = TableFaultCode | TreeFaultCode | PlaceFaultCode
export type ImportFault = TableFault<ImportFaultCode>

export type ImportPlan = { rows: StagedRow[]; faults: ImportFault[] }

type Row = TableRow<ImportKey>
type Stored = CategoryRow | UnitRow
type Read = { table: Table<ImportKey>; tree: TreeRow[]; values: Row['values'][] }

const columnsOf = (kind: ImportKind, model: OfficeModel): Column<ImportKey>[] => (kind === 'categories' ? categoryColumns(model) : unitColumns(model))

const text = (value: Row['values'][ImportKey]): string | undefined => (value === undefined ? undefined : String(value))

const flat = (table: Table<ImportKey>): Read => ({
  table, values: table.rows.map(({ values }) => values),
  tree: table.rows.map(({ line, values }) => ({ line, code: text(values.code), name: text(values.name), parent: text(values.parent) })),
})

type Side = { headLine: number; heads: LevelHead[] }

/** The levels of a tree written side by side, if the file is written so. */
const sideOf = (kind: ImportKind, model: OfficeModel, sheet: Sheet): Side | undefined => {
  const words = levelWords(kind, model)
  const lines = sheet.slice(0, 10).map((row) => levelHeads(row, words))
  // A line of content may say the name of a level twice; head words each say another.
  const headLine = lines.findIndex((heads) => heads.length > 1 && new Set(heads.map(({ level }) => level)).size === heads.length)
  const heads = lines[headLine]
  return heads ? { headLine, heads } : undefined
}

/** The names of levels may be head words of other columns, too: side by side they are levels. */
const withoutLevels = (sheet: Sheet, { headLine, heads }: Side): Sheet => {
  const own = new Set(heads.map(({ column }) => column))
  return sheet.map((row, i) => (i === headLine ? row.map((cell, column) => (own.has(column) ? null : cell)) : row))
}

const nested = (kind: ImportKind, model: OfficeModel, { sheet, side }: { sheet: Sheet; side: Side }): Read => {
  const columns = columnsOf(kind, model).filter(({ key }) => key !== 'name' && key !== 'parent' && key !== 'level')
  const table = readTable(withoutLevels(sheet, side), columns)
  const nodes = nestedRows(sheet, side.heads, side.headLine + 2)
  const byLine = new Map(table.rows.map((row) => [row.line, row.values]))
  const own = ({ line, own: speaks }: NestedRow): Row['values'] => (speaks ? (byLine.get(line) ?? {}) : {})
  const levelAt = (level: number) => (kind === 'units' ? { level: model.levels.all[level]?.id } : {})
  return {
    // A head line without other known words is none to `readTable`.
    table: { ...table, faults: table.faults.filter(({ code }) => code !== 'empty' || nodes.length === 0) },
    values: nodes.map((node) => ({ ...own(node), name: node.name, ...levelAt(node.level) })),
    tree: nodes.map((node) => ({ line: node.line, name: node.name, parentRow: node.parent, code: text(own(node).code) })),
  }
}

/** A file either has a line for each node, with its parent named, or the levels side by side. */
const readFile = (kind: ImportKind, model: OfficeModel, sheet: Sheet): Read => {
  const side = sideOf(kind, model, sheet)
  return side ? nested(kind, model, { sheet, side }) : flat(readTable(sheet, columnsOf(kind, model)))
}

const patternOf = (kind: ImportKind, model: OfficeModel): CodePattern => (kind === 'units' ? (model.office.codePattern ?? 'free') : 'free')

const proposal = (pattern: CodePattern) => (parentCode: string | undefined, siblings: string[]): string | undefined =>
  parentCode !== undefined && checkCode({ code: parentCode, pattern }) ? undefined : nextCode({ pattern, parentCode, siblings })

/** The only top there is: one that stands, else the one of the file. */
const onlyTop = (model: OfficeModel, values: Read['values']): Pick<TreeRow, 'parent' | 'parentRow'> => {
  const tops = model.units.all.filter(({ parent, active }) => !parent && active !== false)
  if (tops.length === 1) return { parent: tops[0]?.code }
  const rows = values.flatMap(({ level }, i) => (level === model.levels.all[0]?.id ? [i] : []))
  return tops.length === 0 && rows.length === 1 ? { parentRow: rows[0] } : {}
}

/** Units of the second level whose file names no parent stand below the only top there is. */
const underTop = (kind: ImportKind, model: OfficeModel, { tree, values }: Read): TreeRow[] => {
  const second = model.levels.all[1]?.id
  if (kind !== 'units' || second === undefined) return tree
  const top = onlyTop(model, values)
  const isKnown = ({ code }: TreeRow): boolean => code !== undefined && model.units.byCode.has(code)
  const isAlone = (row: TreeRow): boolean => row.parent === undefined && row.parentRow === undefined
  return tree.map((row, i) => (isAlone(row) && values[i]?.level === second && !isKnown(row) ? { ...row, ...top } : row))
}

type Building = { kind: ImportKind; stored: ReadonlyMap<string, Stored>; values: Row['values'][]; names: (string | undefined)[]; order: number }

/** The parent's id, as the file tells it. */
const parentId = ({ parent }: PlannedNode, ids: ReadonlyMap<number, string>): string | undefined => {
  if (parent === undefined) return undefined
  return 'known' in parent ? parent.known : ids.get(parent.row)
}

type Placed = Omit<StagedRow, 'action' | 'data' | 'like' | 'merged'>

const changedRow = (base: Placed, before: Stored, { kind, values }: { kind: ImportKind; values: Row['values'] }): StagedRow => {
  const data = { ...changedFields(kind, values, before), ...(base.parent === (before.parent ?? undefined) ? {} : { parent: base.parent }) }
  return { ...base, action: Object.keys(data).length > 0 ? 'change' : 'same', data }
}

type Given = { id: string | undefined; name: string | undefined; parent: string | undefined; before: Stored | undefined }

const placedRow = ({ row: at, line, code }: PlannedNode, { id = '', name, parent, before }: Given): Placed => {
  const above = parent ?? before?.parent
  return { at, line, id, code, name: name ?? before?.name.zh ?? code, ...(above ? { parent: above } : {}) }
}

const staged = (nodes: readonly PlannedNode[], { kind, stored, values, names, order }: Building): StagedRow[] => {
  const ids = new Map<number, string>(nodes.map(({ row, known }) => [row, known ?? newId()]))
  return nodes.map((node, i): StagedRow => {
    const [before, own] = [stored.get(node.known ?? ''), values[node.row] ?? {}]
    const base = placedRow(node, { id: ids.get(node.row), name: names[node.row], parent: parentId(node, ids), before })
    return before ? changedRow(base, before, { kind, values: own }) : { ...base, action: 'add', data: { ...newFields(kind, own), order: order + i + 1 } }
  })
}

/** Rows of the file (by their place) that speak of something that stands already (by its id). */
export type Merges = Readonly<Record<string, string>>

/** A row that is merged speaks of what stands: that keeps its name and its place, and what the file hangs below the row hangs below it. */
const withMerges = ({ table, tree, values }: Read, merges: Merges, stored: ReadonlyMap<string, Stored>): Read => {
  const codes = new Map<string, string>()
  const targets = tree.map((row, i) => {
    const target = stored.get(merges[i] ?? '')
    if (target && row.code !== undefined) codes.set(row.code, target.code)
    return target
  })
  return {
    table,
    tree: tree.map((row, i) => {
      const target = targets[i]
      if (target) return { line: row.line, code: target.code, ...(row.name === undefined ? {} : { name: row.name }) }
      return row.parent !== undefined && codes.has(row.parent) ? { ...row, parent: codes.get(row.parent) } : row
    }),
    values: values.map((own, i) => (targets[i] ? { ...own, name: undefined, nameEn: undefined, code: undefined, level: undefined } : own)),
  }
}

const likened = (rows: readonly StagedRow[], { kind, stored, merges }: { kind: ImportKind; stored: readonly Stored[]; merges: Merges }): StagedRow[] => {
  const find = alikeFinder(kind, stored)
  const byId = new Map(stored.map((row) => [row.id, row]))
  return rows.map((row) => {
    const target = byId.get(merges[row.at] ?? '')
    const like = target ? [{ id: target.id, code: target.code, name: target.name.zh }] : row.action === 'add' ? find(row) : []
    return like.length > 0 ? { ...row, like, ...(target ? { merged: true } : {}) } : row
  })
}

/**
 * What a file of categories or units would make of the office: every row with what happens to it, parents first, or everything that is wrong,
 * row by row and cell by cell. Writes nothing.
 */
export const planImport = (kind: ImportKind, model: OfficeModel, { sheet, merges = {} }: { sheet: Sheet; merges?: Merges }): ImportPlan => {
  const rows: readonly Stored[] = kind === 'categories' ? model.categories.all : model.units.all
  const stored = new Map(rows.map((row) => [row.id, row]))
  const read = withMerges(readFile(kind, model, sheet), merges, stored)
  const { at } = read.table
  const columns = { code: at.get('code'), name: at.get('name'), parent: at.get('parent') }
  const planned = planTree({
    rows: underTop(kind, model, read), columns, propose: proposal(patternOf(kind, model)),
    known: rows.map(({ id, code, name, parent }) => ({ id, code, name: name.zh, ...(parent ? { parent } : {}) })),
  })
  const faults: ImportFault[] = [...read.table.faults, ...newFaults(planned.faults, read.table.faults, { sheet, columns })]
  if (faults.length > 0) return { rows: [], faults: inOrder(faults) }
  const made = staged(planned.nodes, { kind, stored, values: read.values, names: read.tree.map(({ name }) => name), order: Math.max(0, ...rows.map(({ order }) => order ?? 0)) })
  const misplaced = placeFaults({ kind, model, rows: made, at })
  return misplaced.length > 0 ? { rows: [], faults: inOrder(misplaced) } : { rows: likened(made, { kind, stored: rows, merges }), faults: [] }
}

const inOrder = (faults: readonly ImportFault[]): ImportFault[] => [...faults].sort((one, other) => (one.row ?? 0) - (other.row ?? 0) || (one.column ?? 0) - (other.column ?? 0))

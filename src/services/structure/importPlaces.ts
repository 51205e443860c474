import { buildTree, checkCode, makePath, type Level, type TreeIssueCode, type Unit } from '@/domain/grid'
import type { TableFault } from '@/domain/tables'
import { unitOf } from '@/services/health/units'
import type { ImportKey, ImportKind } from './importColumns'
import type { StagedRow } from './importRow'
import type { OfficeModel } from './load'

export type PlaceFaultCode = 'levelNeeded' | 'levelOrder' | 'topLevel' | 'parentClosed' | 'cannotMove' | 'codePattern'

type PlaceFault = TableFault<PlaceFaultCode>
type Asked = { kind: ImportKind; model: OfficeModel; rows: readonly StagedRow[]; at: ReadonlyMap<ImportKey, number> }

const TOLD: Partial<Record<TreeIssueCode, { code: PlaceFaultCode; column: ImportKey }>> = {
  levelOrder: { code: 'levelOrder', column: 'level' }, topLevel: { code: 'topLevel', column: 'level' }, parentClosed: { code: 'parentClosed', column: 'parent' },
}

/** The level of a unit whose file names none: the one after its parent's. */
const levelBelow = (levels: readonly Level[], parentLevel: string | undefined): string | undefined => {
  const order = parentLevel === undefined ? -Infinity : levels.find(({ id }) => id === parentLevel)?.order
  return order === undefined ? undefined : levels.find((level) => level.order > order)?.id
}

/** The level a row gets; a new one that names none is given the one below its parent's. */
const levelOf = (row: StagedRow, before: Unit | undefined, below: () => string | undefined): string => {
  if (typeof row.data.level !== 'string') row.data.level = before ? undefined : below()
  if (row.data.level === undefined) delete row.data.level
  return String(row.data.level ?? before?.level ?? '')
}

const unitAfter = (row: StagedRow, before: Unit | undefined, { levels, units }: { levels: Level[]; units: ReadonlyMap<string, Unit> }): Unit => {
  const above = units.get(row.parent ?? '')
  const level = levelOf(row, before, () => levelBelow(levels, above?.level))
  return { id: row.id, code: row.code, name: { zh: row.name }, level, ...(row.parent ? { parent: row.parent } : {}), path: makePath(above?.path, row.id), active: before?.active ?? true }
}

/** Every unit of the office as the file would leave it, in their places. */
const unitsAfter = ({ model, rows }: Asked, levels: Level[]): Map<string, Unit> => {
  const units = new Map(model.units.all.map((row) => [row.id, unitOf(row)]))
  for (const row of rows) units.set(row.id, unitAfter(row, units.get(row.id), { levels, units }))
  return units
}

/** Paths follow where parents went; the tree is asked about its order, not about them. */
const withPaths = (units: ReadonlyMap<string, Unit>): Unit[] => {
  const paths = new Map<string, string>()
  const pathOf = (unit: Unit, depth: number): string => {
    const known = paths.get(unit.id)
    if (known !== undefined) return known
    const above = unit.parent === undefined || depth > 40 ? undefined : units.get(unit.parent)
    const path = makePath(above && pathOf(above, depth + 1), unit.id)
    paths.set(unit.id, path)
    return path
  }
  return [...units.values()].map((unit) => ({ ...unit, path: pathOf(unit, 0) }))
}

const unitFaults = (asked: Asked): PlaceFault[] => {
  const { model, rows, at } = asked
  const levels = model.levels.all.map(({ id, code, name, order }) => ({ id, code, name, order }))
  const units = unitsAfter(asked, levels)
  const line = new Map(rows.map((row) => [row.id, row.line]))
  const nameless = rows.filter((row) => row.action === 'add' && !row.data.level).map((row): PlaceFault => ({ row: row.line, column: at.get('level'), code: 'levelNeeded', params: {} }))
  if (nameless.length > 0) return nameless
  const pattern = model.office.codePattern ?? 'free'
  const codes = rows.flatMap((row): PlaceFault[] => {
    const wrong = row.action === 'add' ? checkCode({ code: row.code, pattern, parentCode: row.parent === undefined ? undefined : units.get(row.parent)?.code }) : undefined
    return wrong ? [{ row: row.line, column: at.get('code'), code: 'codePattern', params: { value: row.code, digits: pattern === 'digits14' ? 14 : 15 } }] : []
  })
  const issues = buildTree({ units: withPaths(units), levels }).issues.flatMap((issue): PlaceFault[] => {
    const told = TOLD[issue.code]
    const row = line.get(issue.unit) ?? line.get(units.get(issue.unit)?.parent ?? '')
    return told && row !== undefined ? [{ row, column: at.get(told.column), code: told.code, params: {} }] : []
  })
  return [...codes, ...issues]
}

/** A category that stands keeps its parent: matters know it by where it hangs. */
const categoryFaults = ({ model, rows, at }: Asked): PlaceFault[] =>
  rows.flatMap((row): PlaceFault[] => {
    if (row.action === 'change' && 'parent' in row.data) return [{ row: row.line, column: at.get('parent'), code: 'cannotMove', params: {} }]
    const above = row.parent === undefined ? undefined : model.categories.byId.get(row.parent)
    return row.action === 'add' && above?.active === false ? [{ row: row.line, column: at.get('parent'), code: 'parentClosed', params: {} }] : []
  })

/** What is wrong with where the rows of a file would stand. Gives new units without a level the one below their parent's. */
export const placeFaults = (asked: Asked): PlaceFault[] => (asked.kind === 'units' ? unitFaults(asked) : categoryFaults(asked))

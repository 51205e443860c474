import type { Lang } from '@/domain/words'
import { t } from '@/i18n'
import type { StructureImport } from '@/payload-types'
import type { Alike } from './importAlike'
import type { ImportKind } from './importColumns'
import type { FileFault } from './importFile'
import type { ImportFault } from './importPlan'
import type { StagedRow } from './importRow'
import { progressOf, type ImportProgress } from './importProgress'

export type ImportProblem = ImportFault | { row?: undefined; column?: undefined; code: FileFault; params: Record<string, string | number> }

/** How many rows a file adds, changes, and leaves as they are. */
export type ImportCounts = { add: number; change: number; same: number; faults: number }

/** A staged file as its page shows it. */
export type ImportView = {
  id: string; kind: ImportKind; name: string; state: 'reading' | 'refused' | 'staged' | 'applying' | 'applied' | 'failed' | 'dropped'
  rows: { at: number; line: number; id: string; action: StagedRow['action']; code: string; name: string; parent?: string; fields: string[]; like?: Alike[]; merged?: boolean }[]
  problems: ImportProblem[]; counts: ImportCounts; batch?: string; appliedAt?: string
  /** While something runs: how far. */
  progress?: ImportProgress
  /** Why nothing came of it, in words. */
  failed?: string
}

const NONE: ImportCounts = { add: 0, change: 0, same: 0, faults: 0 }

const rowsOf = (row: StructureImport): StagedRow[] => {
  const rows = (row.staged as { rows?: unknown } | null)?.rows
  return Array.isArray(rows) ? (rows as StagedRow[]) : []
}

const shown = ({ data, parent, ...row }: StagedRow): ImportView['rows'][number] =>
  ({ ...row, ...(parent ? { parent } : {}), fields: Object.keys(data).filter((field) => field !== 'order') })

const failedWords = ({ state, error }: StructureImport, lang: Lang): string | undefined => {
  if (state !== 'failed') return undefined
  if (error === 'stale' || error === 'stopped') return t(lang, `studioTerritory.import.failed.${error}`)
  return t(lang, 'studioTerritory.import.failed.other', { reference: error ?? '' })
}

/** A kept file as its page shows it. */
export const viewOf = (row: StructureImport, lang: Lang): ImportView => {
  const [progress, failed] = [progressOf(row.id), failedWords(row, lang)]
  return {
    id: row.id, kind: row.kind as ImportKind, name: row.name ?? '', state: row.state as ImportView['state'], rows: rowsOf(row).map(shown),
    problems: Array.isArray(row.problems) ? (row.problems as ImportProblem[]) : [], counts: (row.diff as ImportCounts | null) ?? NONE,
    ...(row.batch ? { batch: row.batch } : {}), ...(row.appliedAt ? { appliedAt: row.appliedAt } : {}), ...(progress ? { progress } : {}), ...(failed ? { failed } : {}),
  }
}

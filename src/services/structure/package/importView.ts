import type { RowChange } from '@/domain/package/diff'
import { SECTIONS } from '@/domain/package/sections'
import { PACKAGE_VERSION } from '@/domain/package/upgrade'
import { say, type Lang } from '@/domain/words'
import { t, tMaybe } from '@/i18n'
import type { StructureImport } from '@/payload-types'
import { findRow } from '@/db/rows'
import type { Desk } from '@/services/desk/desk'
import { SLUG } from '@/slugs'
import { usesWords } from '../uses'
import { closedSections } from './closed'
import { importRow, settled, type Staged } from './imports'
import type { DiffLine, ImportDiff } from './lines'
import { problemSaid, type NamedProblem, type ProblemSaid } from './problemSaid'
import { progressOf, type Progress } from './progress'
import type { Told } from '../changes/told'
import { sectionSaid } from './said'

export type LineView = { kind: RowChange['kind']; name: string; values: Told[]; more: number; fate?: string; inUse: boolean; uses?: string; flight: number }
export type SectionView = { key: string; name: string; lines: LineView[]; added: number; changed: number; removed: number; /** Of what is to go: still used somewhere. */ inUse: number }

/** An import as its page shows it. */
export type ImportView = {
  id: string
  state: NonNullable<StructureImport['state']>
  name: string
  progress?: Progress
  problems: ProblemSaid[]
  problemCount: number
  file?: { from: string; version: number; upgradedFrom?: number; part: boolean; remove: boolean }
  counts: ImportDiff['counts']
  sections: SectionView[]
  /** Sections that this person may not change. */
  closed: string[]
  batch?: string
  undone: boolean
  failed?: string
}

/** Days go by their date: many bear the same name. */
const nameSaid = ({ section, key, name }: DiffLine, lang: Lang): string => {
  if (!name) return sectionSaid(section, lang)
  return section === 'calendarDays' ? `${key} ${say(name, lang)}` : say(name, lang)
}

const lineView = (desk: Desk, line: DiffLine): LineView => ({
  kind: line.kind, name: nameSaid(line, desk.lang), values: line.told?.[desk.lang] ?? [], more: line.more,
  inUse: line.fate === 'closed' || line.fate === 'kept', flight: line.flight ?? 0,
  ...(line.fate ? { fate: t(desk.lang, `packages.import.fate.${line.fate}`) } : {}), ...(line.uses?.length ? { uses: usesWords(desk.req, line.uses, desk.lang) } : {}),
})

const sectionsIn = (desk: Desk, { lines }: ImportDiff): SectionView[] =>
  SECTIONS.flatMap((key) => {
    const own = lines.filter(({ section }) => section === key)
    const count = (kind: RowChange['kind']): number => own.filter((line) => line.kind === kind).length
    const views = own.map((line) => lineView(desk, line))
    return own.length === 0 ? [] : [{ key, name: sectionSaid(key, desk.lang), lines: views, added: count('added'), changed: count('changed'), removed: count('removed'), inUse: views.filter(({ inUse }) => inUse).length }]
  })

const failedWords = ({ error }: StructureImport, desk: Desk): string | undefined =>
  error ? (tMaybe(desk.lang, `packages.import.failedWhy.${error}`) ?? t(desk.lang, 'packages.import.failedWhy.other', { reference: error })) : undefined

const isUndone = async ({ payload }: Desk, batch: string | null | undefined): Promise<boolean> =>
  batch ? Boolean((await findRow({ payload }, SLUG.changes, { where: { id: { equals: batch } }, select: { undoneBy: true } }))?.undoneBy) : false

const NO_DIFF: ImportDiff = { lines: [], counts: { added: 0, changed: 0, removed: 0, inUse: 0 } }

const fileView = (desk: Desk, staged: Staged | null): ImportView['file'] => staged ? {
  from: say(staged.package.name, desk.lang), version: PACKAGE_VERSION, part: staged.package.part !== undefined, remove: staged.choice.remove,
  ...(staged.from === undefined ? {} : { upgradedFrom: staged.from }),
} : undefined

/** An import of the person's own office, in their language. Errors: `notFound`. */
export const importView = async (desk: Desk, id: string): Promise<ImportView> => {
  const row = await settled(desk, await importRow(desk, id))
  const [diff, staged, problems] = [(row.diff ?? NO_DIFF) as unknown as ImportDiff, row.staged as unknown as Staged | null, (row.problems ?? []) as unknown as NamedProblem[]]
  const [file, progress, failed] = [fileView(desk, staged), progressOf(id), failedWords(row, desk)]
  return {
    id, state: row.state, name: row.name ?? '', problems: problems.map((problem) => problemSaid(problem, desk.lang)), problemCount: row.state === 'refused' ? (row.total ?? problems.length) : 0,
    counts: diff.counts, sections: sectionsIn(desk, diff), closed: (await closedSections(desk)).map((section) => sectionSaid(section, desk.lang)), undone: await isUndone(desk, row.batch),
    ...(file ? { file } : {}), ...(progress ? { progress } : {}), ...(row.batch ? { batch: row.batch } : {}), ...(failed ? { failed } : {}),
  }
}

import writeXlsxFile, { type SheetData } from 'write-excel-file/node'
import { say, type Lang, type Words } from '@/domain/words'
import { t } from '@/i18n'
import { categoryColumns, unitColumns, type ImportKey, type ImportKind } from './importColumns'
import type { OfficeModel } from './load'
import type { CategoryRow, UnitRow } from './rows'

type Line = Partial<Record<ImportKey, string | number | null | undefined>>

const zh = (words: Words | null | undefined): string => say(words ?? undefined, 'zh')

const categoryLine = (row: CategoryRow, { categories, types, posts }: OfficeModel): Line => ({
  code: row.code, name: row.name.zh, nameEn: row.name.en, parent: categories.byId.get(row.parent ?? '')?.code, severity: row.severity, keywords: row.keywords,
  matterType: zh(types.byId.get(row.matterType ?? '')?.name), lead: zh(posts.byId.get(row.lead ?? '')?.name), help: zh(row.help), notOurs: zh(row.notOurs),
  publicity: t('zh', row.publicity === 'public' ? 'studioTerritory.publicity.public' : 'studioTerritory.publicity.reporter'),
})

const KINDS = ['area', 'community', 'business', 'compound', 'building', 'door', 'special'] as const

const unitLine = (row: UnitRow, { units, levels, people }: OfficeModel): Line => ({
  code: row.code, name: row.name.zh, nameEn: row.name.en, parent: units.byId.get(row.parent ?? '')?.code, level: zh(levels.byId.get(row.level)?.name),
  kind: t('zh', `studioTerritory.kind.${KINDS.find((kind) => kind === row.kind) ?? 'area'}`), lead: people.get(row.lead ?? '')?.username,
  officers: (row.officers ?? []).flatMap((id) => people.get(id)?.username ?? []).join('、'), publicName: row.publicName, publicPhone: row.publicPhone, publicHours: zh(row.publicHours), address: zh(row.address),
})

const linesOf = (kind: ImportKind, model: OfficeModel): Line[] =>
  kind === 'categories' ? model.categories.all.filter(({ active }) => active !== false).map((row) => categoryLine(row, model)) : model.units.all.filter(({ active }) => active !== false).map((row) => unitLine(row, model))

/** Text that a spreadsheet would take for a formula stays text. */
const cell = (value: string | number | null | undefined) => (value === null || value === undefined || value === '' ? null : { value: String(value), type: String })

/** A workbook to fill in: the columns that an import understands; with `filled`, what the office has now. */
export const templateFile = async (kind: ImportKind, { model, filled, lang }: { model: OfficeModel; filled: boolean; lang: Lang }): Promise<Buffer> => {
  const columns = kind === 'categories' ? categoryColumns(model, lang) : unitColumns(model, lang)
  const head = columns.map(({ heads }) => ({ value: heads[0], fontWeight: 'bold' as const, backgroundColor: '#EFEDEA' }))
  const lines = filled ? linesOf(kind, model).map((line) => columns.map(({ key }) => cell(line[key]))) : []
  const data: SheetData = [head, ...lines]
  return writeXlsxFile(data, { sheet: t(lang, `studioTerritory.import.title.${kind}`).slice(0, 30), stickyRowsCount: 1, columns: columns.map(({ key }) => ({ width: key === 'name' || key === 'help' || key === 'keywords' ? 28 : 16 })) }).toBuffer()
}

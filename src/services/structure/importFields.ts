import { canonical } from '@/domain/canonical'
import type { TableRow } from '@/domain/tables'
import type { Words } from '@/domain/words'
import type { ImportKey, ImportKind } from './importColumns'
import type { CategoryRow, UnitRow } from './rows'

type Values = TableRow<ImportKey>['values']
type Fields = Record<string, unknown>
type Stored = Partial<CategoryRow> & Partial<UnitRow>

const text = (value: Values[ImportKey]): string | undefined => (value === undefined ? undefined : String(value))

/** Words with one language changed; undefined when the file says neither. */
const words = (zh: string | undefined, en: string | undefined, before: Words | null | undefined): Words | undefined =>
  zh === undefined && en === undefined ? undefined : { zh: zh ?? before?.zh ?? '', ...withEnglish(en ?? before?.en) }

const withEnglish = (en: string | undefined): Pick<Words, 'en'> => (en ? { en } : {})

const inChinese = (value: Values[ImportKey], before: Words | null | undefined): Words | undefined => words(text(value), undefined, before)

const categoryFields = (values: Values, before: Stored): Fields => ({
  name: words(text(values.name), text(values.nameEn), before.name),
  severity: values.severity === undefined ? undefined : Number(values.severity),
  keywords: text(values.keywords),
  matterType: values.matterType, lead: values.lead, publicity: values.publicity,
  help: inChinese(values.help, before.help), notOurs: inChinese(values.notOurs, before.notOurs),
})

const unitFields = (values: Values, before: Stored): Fields => ({
  name: words(text(values.name), text(values.nameEn), before.name),
  level: values.level, kind: values.kind, lead: values.lead, officers: values.officers, publicName: values.publicName, publicPhone: text(values.publicPhone),
  publicHours: inChinese(values.publicHours, before.publicHours), address: inChinese(values.address, before.address),
})

const given = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

const FIELDS = { categories: categoryFields, units: unitFields }

const DEFAULTS: Record<ImportKind, Fields> = { categories: { severity: 2, publicity: 'reporter' }, units: { kind: 'area' } }

/** The fields of a new row. */
export const newFields = (kind: ImportKind, values: Values): Fields => ({ ...DEFAULTS[kind], ...given(FIELDS[kind](values, {})) })

const isNothing = (value: unknown): boolean => value === undefined || value === null || (Array.isArray(value) && value.length === 0)

/** What a file says otherwise than what stands. An empty cell says nothing. */
export const changedFields = (kind: ImportKind, values: Values, before: Stored): Fields => {
  const stored: Record<string, unknown> = before
  return Object.fromEntries(Object.entries(given(FIELDS[kind](values, before))).filter(([name, value]) => canonical(isNothing(stored[name]) ? null : stored[name]) !== canonical(isNothing(value) ? null : value)))
}

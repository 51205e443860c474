import { UNIT_KINDS } from '@/domain/package/territory'
import { choicesOf, type Choices, type Column } from '@/domain/tables'
import { both, t } from '@/i18n'
import type { Lang, Words } from '@/domain/words'
import type { OfficeModel } from './load'

export type ImportKind = 'categories' | 'units'

export type CategoryKey = 'code' | 'name' | 'nameEn' | 'parent' | 'severity' | 'keywords' | 'matterType' | 'lead' | 'publicity' | 'help' | 'notOurs'
export type UnitKey = 'code' | 'name' | 'nameEn' | 'level' | 'parent' | 'kind' | 'lead' | 'officers' | 'publicName' | 'publicPhone' | 'publicHours' | 'address'
export type ImportKey = CategoryKey | UnitKey

const wordsIn = (...given: readonly (Words | string | undefined | null)[]): (string | undefined)[] =>
  given.flatMap((each) => (typeof each === 'string' ? [each] : [each?.zh, each?.en]))

type Named = { code: string; id: string; name: Words; active?: boolean | null }

const named = (rows: readonly Named[]): Choices =>
  choicesOf(rows.filter(({ active }) => active !== false).map(({ id, code, name }) => ({ value: id, words: [code, ...wordsIn(name)] })))

const people = ({ people: all }: OfficeModel): Choices =>
  choicesOf([...all.values()].filter(({ active }) => active !== false).map(({ id, name, username, publicName }) => ({ value: id, words: wordsIn(name, username, publicName) })))

const SEVERITIES = [1, 2, 3, 4] as const
const LEVELS = ['1', '2', '3', '4', '5', '6'] as const
const LANGS: readonly Lang[] = ['zh', 'en']

type WithoutHeads<T> = T extends unknown ? Omit<T, 'heads'> : never
type Bare<K extends string> = WithoutHeads<Column<K>>

const listed = (lang: Lang, key: Parameters<typeof t>[1]): string[] => t(lang, key).split('|')

/** The words for each level of a tree that is written side by side, top first; and the nouns that may follow them. */
export const levelWords = (kind: ImportKind, model: OfficeModel): { nouns: string[]; levels: string[][] } => ({
  nouns: LANGS.flatMap((lang) => listed(lang, `studioTerritory.heads.nouns.${kind}`)),
  levels: LEVELS.map((level) => [
    ...LANGS.flatMap((lang) => listed(lang, `studioTerritory.heads.levels.${level}`)),
    ...(kind === 'units' ? wordsIn(model.levels.all[Number(level) - 1]?.name).flatMap((word) => word || []) : []),
  ]),
})

/** Head words in both languages, those of the asker first: the very first one stands in the file to fill in. */
const headsIn = (lang: Lang, key: (each: Lang) => string[]): [string, ...string[]] => {
  const [first = '', ...rest] = [...key(lang), ...LANGS.filter((other) => other !== lang).flatMap(key)]
  return [first, ...rest]
}

const TREE: Bare<'code' | 'name' | 'nameEn' | 'parent'>[] = [
  { key: 'code', kind: 'code', max: 60 },
  { key: 'name', kind: 'text', max: 120 },
  { key: 'nameEn', kind: 'text', max: 200 },
  { key: 'parent', kind: 'text', max: 120 },
]

const categories = (model: OfficeModel): Bare<CategoryKey>[] => [
  ...TREE,
  { key: 'severity', kind: 'choice', choices: choicesOf(SEVERITIES.map((value) => ({ value: String(value), words: [String(value), ...wordsIn(both(`studioTerritory.severity.${value}`))] }))) },
  { key: 'keywords', kind: 'text', max: 1000 },
  { key: 'matterType', kind: 'choice', choices: named(model.types.all) },
  { key: 'lead', kind: 'choice', choices: named(model.posts.all) },
  { key: 'publicity', kind: 'choice', choices: choicesOf([{ value: 'reporter', words: ['reporter', ...wordsIn(both('studioTerritory.publicity.reporter'))] }, { value: 'public', words: ['public', ...wordsIn(both('studioTerritory.publicity.public'))] }]) },
  { key: 'help', kind: 'text', max: 500 },
  { key: 'notOurs', kind: 'text', max: 500 },
]

const units = (model: OfficeModel): Bare<UnitKey>[] => [
  ...TREE,
  { key: 'level', kind: 'choice', choices: choicesOf(model.levels.all.map(({ id, code, name, order }) => ({ value: id, words: [code, String(order), ...wordsIn(name)] }))) },
  { key: 'kind', kind: 'choice', choices: choicesOf(UNIT_KINDS.map((kind) => ({ value: kind, words: [kind, ...wordsIn(both(`studioTerritory.kind.${kind}`))] }))) },
  { key: 'lead', kind: 'choice', choices: people(model) },
  { key: 'officers', kind: 'choices', choices: people(model) },
  { key: 'publicName', kind: 'text', max: 120 },
  { key: 'publicPhone', kind: 'text', max: 40 },
  { key: 'publicHours', kind: 'text', max: 200 },
  { key: 'address', kind: 'text', max: 300 },
]

/** Columns of a file of categories; choices are the office's own. */
export const categoryColumns = (model: OfficeModel, lang: Lang = 'zh'): Column<CategoryKey>[] =>
  categories(model).map((column) => ({ ...column, heads: headsIn(lang, (each) => listed(each, `studioTerritory.heads.categories.${column.key}`)) }))

/** Columns of a file of units; choices are the office's own levels and people. */
export const unitColumns = (model: OfficeModel, lang: Lang = 'zh'): Column<UnitKey>[] =>
  units(model).map((column) => ({ ...column, heads: headsIn(lang, (each) => listed(each, `studioTerritory.heads.units.${column.key}`)) }))

import { UNIT_KINDS } from '@/domain/package/territory'
import { choicesOf, type Choices, type Column } from '@/domain/tables'
import { both } from '@/i18n'
import type { Words } from '@/domain/words'
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

const tree = <K extends string>(parent: readonly [string, ...string[]]): Column<K | 'code' | 'name' | 'nameEn' | 'parent'>[] => [
  { key: 'code', heads: ['编码', '代码', '编号', 'code'], kind: 'code', max: 60 },
  { key: 'name', heads: ['名称', '类别名称', '网格名称', '类别', '网格', 'name'], kind: 'text', max: 120 },
  { key: 'nameEn', heads: ['英文名称', '英文', 'english name', 'name en', 'english'], kind: 'text', max: 200 },
  { key: 'parent', heads: parent, kind: 'text', max: 120 },
]

/** Columns of a file of categories; choices are the office's own. */
export const categoryColumns = (model: OfficeModel): Column<CategoryKey>[] => [
  ...tree<CategoryKey>(['上级', '上级类别', '父级', '上级编码', '上级代码', '上级名称', 'parent']),
  { key: 'severity', heads: ['严重程度', '级别', 'severity'], kind: 'choice', choices: choicesOf(SEVERITIES.map((value) => ({ value: String(value), words: [String(value), ...wordsIn(both(`studioTerritory.severity.${value}`))] }))) },
  { key: 'keywords', heads: ['关键词', '关键字', 'keywords'], kind: 'text', max: 1000 },
  { key: 'matterType', heads: ['事项类型', '默认事项类型', 'matter type', 'type'], kind: 'choice', choices: named(model.types.all) },
  { key: 'lead', heads: ['牵头岗位', '牵头', 'lead post', 'lead'], kind: 'choice', choices: named(model.posts.all) },
  { key: 'publicity', heads: ['公开范围', '公开', 'publicity'], kind: 'choice', choices: choicesOf([{ value: 'reporter', words: ['reporter', ...wordsIn(both('studioTerritory.publicity.reporter'))] }, { value: 'public', words: ['public', ...wordsIn(both('studioTerritory.publicity.public'))] }]) },
  { key: 'help', heads: ['给居民的说明', '说明', 'help'], kind: 'text', max: 500 },
  { key: 'notOurs', heads: ['不归街道时的指引', '不归街道', 'not ours'], kind: 'text', max: 500 },
]

/** Columns of a file of units; choices are the office's own levels and people. */
export const unitColumns = (model: OfficeModel): Column<UnitKey>[] => [
  ...tree<UnitKey>(['上级', '上级网格', '父级', '上级编码', '上级代码', '上级名称', 'parent']),
  { key: 'level', heads: ['层级', '网格层级', 'level'], kind: 'choice', choices: choicesOf(model.levels.all.map(({ id, code, name, order }) => ({ value: id, words: [code, String(order), ...wordsIn(name)] }))) },
  { key: 'kind', heads: ['类型', '网格类型', 'kind'], kind: 'choice', choices: choicesOf(UNIT_KINDS.map((kind) => ({ value: kind, words: [kind, ...wordsIn(both(`studioTerritory.kind.${kind}`))] }))) },
  { key: 'lead', heads: ['负责人', '网格长', 'lead'], kind: 'choice', choices: people(model) },
  { key: 'officers', heads: ['网格员', 'officers'], kind: 'choices', choices: people(model) },
  { key: 'publicName', heads: ['对外显示的负责人', '对外称呼', 'public name'], kind: 'text', max: 120 },
  { key: 'publicPhone', heads: ['对外电话', '值班电话', '电话', 'phone', 'public phone'], kind: 'text', max: 40 },
  { key: 'publicHours', heads: ['对外服务时间', '服务时间', 'hours', 'public hours'], kind: 'text', max: 200 },
  { key: 'address', heads: ['地址', 'address'], kind: 'text', max: 300 },
]

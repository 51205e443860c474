import { valueChanges, type ValueChange } from '@/domain/package/diff'
import { canonical } from '@/domain/canonical'
import { tMaybe } from '@/i18n'
import { isRecord } from '../../package/values'
import { flat } from './flat'
import { fieldName, SPEAK, SPEAK_LISTS, type Naming } from './speak'
import { listSides, saying, sides, type Teller, type Told } from './told'
import { trailSaid } from './trail'
import { isUnwritten, nameAt, valueSaid } from './value'

type Row = Record<string, unknown>

export type { Naming } from './speak'

/** What a file leaves out where it is as usual. */
const USUAL: Row = { active: true, codePattern: 'free', edition: '1', kind: 'team', alert: false, pinned: false, internal: false }

const named = (value: unknown, field: string, naming: Naming): unknown => {
  if (typeof value === 'string') return naming(value, field) ?? value
  if (Array.isArray(value)) return value.map((item) => named(item, field, naming))
  return isRecord(value) ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, named(inner, key, naming)])) : value
}

const isWordList = (value: unknown): value is unknown[] => Array.isArray(value) && value.length > 0 && value.every((item) => !isRecord(item) || 'zh' in item)

type Asked = { before: Row; after: Row; teller: Teller; naming: Naming }

/** The field that a value belongs to: the last one on the way that has a name. */
const fieldOf = (path: readonly string[]): string =>
  [...path].reverse().find((step) => step !== 'zh' && step !== 'en' && tMaybe('zh', `packages.field.${step}`) !== undefined) ?? path.at(-1) ?? ''

/** Whole paragraphs, clauses, blocks that came or went: their place says it. */
const itemTold = (label: string, { item, came }: { item: unknown; came: boolean }, teller: Teller): Told => {
  const say = saying(teller)
  // its name stands in the label already
  const value = nameAt(item) && isRecord(item) && isRecord(item.text) ? item.text : item
  const text = valueSaid(value, '', teller.lang)
  return came ? { label: say('new', { what: label }), after: text } : { label: say('left', { what: label }), before: text }
}

const isItem = (path: readonly string[], value: unknown): boolean => path.length > 1 && isRecord(value) && path.at(-1) !== 'zh' && path.at(-1) !== 'en'

const wholeItem = ({ path, before, after }: ValueChange): { item: unknown; came: boolean } | undefined => {
  if (isUnwritten(before) && isItem(path, after)) return { item: after, came: true }
  return isUnwritten(after) && isItem(path, before) ? { item: before, came: false } : undefined
}

/** Where the other side is yes or no, nothing written means no. */
const plainly = (value: unknown, other: unknown): unknown => (value === undefined && typeof other === 'boolean' ? false : value)

const generic = ({ path, before, after }: ValueChange, { row, teller }: { row: Row; teller: Teller }): Told[] => {
  const { lang } = teller
  const [label, field] = [trailSaid(path, row, lang), fieldOf(path)]
  if (path.at(-1) === '#order') return [{ label: saying(teller)('reordered', { what: label }) }]
  const item = wholeItem({ path, before, after })
  if (item) return [itemTold(label, item, teller)]
  if (isWordList(before) && isWordList(after)) return listSides(label, [before, after].map((list) => list.map((item) => valueSaid(item, field, lang))) as [string[], string[]], { teller })
  const [was, now] = [plainly(before, after), plainly(after, before)].map((value) => valueSaid(value, field, lang))
  return was === now ? [] : [{ label, before: was ?? '', after: now ?? '' }]
}

const fieldTold = (field: string, { before, after, teller, naming }: Asked): Told[] => {
  const [old, fresh] = [before, after].map((row) => row[field] ?? USUAL[field]) as [unknown, unknown]
  if (canonical(old ?? null) === canonical(fresh ?? null) || (isUnwritten(old) && isUnwritten(fresh))) return []
  const name = (): string => fieldName(field, teller) || trailSaid([field], {}, teller.lang)
  const [speak, list] = [SPEAK[field], SPEAK_LISTS[field]]
  if (speak) return [sides(name(), [speak(old, teller), speak(fresh, teller)], teller)]
  if (list) return listSides(name(), [list(old, teller, naming), list(fresh, teller, naming)], { teller, joint: saying(teller)('joint') })
  return valueChanges(old, fresh, [field]).filter(({ path }) => !path.includes('id')).flatMap(({ path, ...change }) => {
    const [was, now] = [change.before, change.after].map((value) => named(value, path.at(-1) ?? '', naming))
    return generic({ path, before: was, after: now }, { row: now === undefined ? before : after, teller })
  })
}

/** Field by field what differs between two rows, whether of a file or of the database, in the words of their editors. */
export const plainTold = ({ before, after, ...rest }: Asked): Told[] => {
  const [old, fresh] = [flat(before), flat(after)]
  return [...new Set([...Object.keys(old), ...Object.keys(fresh)])].flatMap((field) => fieldTold(field, { before: old, after: fresh, ...rest }))
}

import { newId } from '@/db/ids'
import type { Words } from '@/domain/words'
import { idOf } from '@/lib/idOf'
import { wordsOf } from '@/lib/wordsOf'
import { SLUG } from '@/slugs'
import { codeOfRow, type Carried, type Source, type StoredRow } from './source'

type Row = Record<string, unknown>

/** Rows of lists need ids of their own below Payload's hooks. */
export const withIds = <T extends object>(rows: readonly T[]): (T & { id: string })[] => rows.map((row) => ({ ...row, id: newId() }))

/** The same row without what is not there: a package has no empty values. */
export const compact = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined && value !== null && value !== ''))

const filled = (words: Words): Words | undefined => (words.zh.trim() === '' ? undefined : words)

/** Words in all languages; undefined where nothing is written. */
export const wordsIn = (value: unknown): Words | undefined => filled(wordsOf(value))

/** Words that a package cannot do without: the row's name stands in for what was never written. */
export const wordsOr = (value: unknown, name: unknown): Words => wordsIn(value) ?? wordsIn(name) ?? { zh: '—' }

export const textIn = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value : undefined)
export const numberIn = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)
export const numberOr = (value: unknown, other: number): number => numberIn(value) ?? other
export const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
export const isRecord = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The code of a row that another names; undefined when it names none. */
export const codeIn = (source: Source, slug: Carried, value: unknown): string | undefined => {
  const row = source.byId(slug, idOf(value) ?? '')
  return row && codeOfRow(row)
}

export const codesIn = (source: Source, slug: Carried, value: unknown): string[] => listIn(value).flatMap((item) => codeIn(source, slug, item) ?? [])

/** Words of a keyword list as administrators write it. */
export const keywordsIn = (value: unknown): string[] => (textIn(value) ?? '').split(/[、,，;；\n]+/).map((word) => word.trim()).filter(Boolean)

/** Rows of a tree from the top down, each followed by what lies below it; among siblings by their order. */
export const treeOrder = (rows: readonly StoredRow[]): StoredRow[] => {
  const known = new Set(rows.map(({ id }) => id))
  const below = new Map<string, StoredRow[]>()
  for (const row of rows) {
    const parent = idOf(row.parent) ?? ''
    const key = known.has(parent) ? parent : ''
    below.set(key, [...(below.get(key) ?? []), row])
  }
  const sorted = (parent: string): StoredRow[] => [...(below.get(parent) ?? [])].sort((one, other) => numberOr(one.order, 0) - numberOr(other.order, 0) || (one.id < other.id ? -1 : 1))
  const walk = (parent: string): StoredRow[] => sorted(parent).flatMap((row) => [row, ...walk(row.id)])
  return walk('')
}

export const byOrder = (rows: readonly StoredRow[]): StoredRow[] => [...rows].sort((one, other) => numberOr(one.order, 0) - numberOr(other.order, 0) || (one.id < other.id ? -1 : 1))

/** `closed`, as a package says it. */
export const closedIn = ({ active }: Row): true | undefined => (active === false ? true : undefined)

/** What a definition says in force; undefined while it was never published. */
export const inForce = (source: Source, row: StoredRow): unknown => source.byId(SLUG.definitions, idOf(row.current) ?? '')?.definition

import type { CollectionBeforeChangeHook } from 'payload'
import { findRow } from '../db/rows'
import { idOf } from '../lib/idOf'
import { wordsOf } from '../lib/wordsOf'
import type { Slug } from '../slugs'

/** Names a row by what it joins: "person · role". Lists, change sets and pickers show it. */
export const keepTitle = (...parts: readonly (readonly [field: string, slug: Slug])[]): CollectionBeforeChangeHook => async ({ data, originalDoc, req }) => {
  const whole: Record<string, unknown> = { ...originalDoc, ...data }
  const names: string[] = []
  for (const [field, slug] of parts) {
    const id = idOf(whole[field])
    const row: unknown = id ? await findRow(req, slug, { where: { id: { equals: id } } }) : undefined
    const name = row && typeof row === 'object' && 'name' in row ? wordsOf(row.name).zh : ''
    if (name) names.push(name)
  }
  return { ...data, title: names.join(' · ') }
}

import type { PayloadRequest } from 'payload'
import { newId } from '@/db/ids'
import type { Slug } from '@/slugs'

/** Codes to ids, kind by kind, while a package is applied. */
export type Codes = Map<string, string>

export type Applying = { req: PayloadRequest; office: string; at: string; ids: Map<Slug, Codes>; done: (rows: number) => void }

/** The id a code got. Packages are checked before: a missing one is our own fault. */
export const idFor = (applying: Applying, slug: Slug, code: string): string => {
  const id = applying.ids.get(slug)?.get(code)
  if (!id) throw new Error(`package refers to ${slug} "${code}" before it was made`)
  return id
}

export const maybeId = (applying: Applying, slug: Slug, code: string | undefined): string | undefined => (code === undefined ? undefined : idFor(applying, slug, code))

export const idsFor = (applying: Applying, slug: Slug, codes: readonly string[] | undefined): string[] => (codes ?? []).map((code) => idFor(applying, slug, code))

/** Writes one row of structure below Payload's hooks (its words in all languages at once) and remembers its code. */
export const put = async (applying: Applying, slug: Slug, row: Record<string, unknown> & { code?: string }, id = newId()): Promise<string> => {
  const { req, office, at } = applying
  await req.payload.db.create({ collection: slug, data: { ...structuredClone(row), id, office, createdAt: at, updatedAt: at }, req, returning: false })
  if (row.code !== undefined) {
    const codes = applying.ids.get(slug) ?? new Map<string, string>()
    codes.set(row.code, id)
    applying.ids.set(slug, codes)
  }
  applying.done(1)
  return id
}

/** As `put`, for content with drafts: the admin lists versions, so the published row needs its first one. */
export const putPublished = async (applying: Applying, slug: Slug, row: Record<string, unknown> & { code: string }): Promise<string> => {
  const { req, office, at } = applying
  const id = await put(applying, slug, { ...row, _status: 'published' })
  await req.payload.db.createVersion({
    collectionSlug: slug, parent: id, autosave: false, createdAt: at, updatedAt: at, returning: false, req,
    versionData: { ...structuredClone(row), office, _status: 'published', createdAt: at, updatedAt: at },
  })
  return id
}

import type { FlattenedField, PayloadRequest } from 'payload'
import { findRows } from '@/db/rows'
import { SLUG, type Slug } from '@/slugs'
import type { Use } from './relations'

const hasRichText = (fields: readonly FlattenedField[]): boolean =>
  fields.some((field) => field.type === 'richText' || ('flattenedFields' in field && hasRichText(field.flattenedFields)) || (field.type === 'blocks' && field.blocks.some((block) => hasRichText(block.flattenedFields))))

/** Whether a document names the picture anywhere inside: rich text keeps its pictures in itself, not in a field. */
const names = (node: unknown, id: string): boolean => {
  if (node === id) return true
  if (Array.isArray(node)) return node.some((each) => names(each, id))
  return typeof node === 'object' && node !== null && Object.values(node).some((each) => names(each, id))
}

/** Documents whose rich text, published or in the newest draft, shows a picture. */
export const pictureUses = async (req: PayloadRequest, target: Slug, id: string): Promise<Use[]> => {
  if (target !== SLUG.media) return []
  const uses: Use[] = []
  for (const collection of [SLUG.notices, SLUG.pages] as const) {
    if (!hasRichText(req.payload.collections[collection].config.flattenedFields)) continue
    const drafts = await req.payload.db.findVersions<Record<string, unknown>>({ collection, where: { latest: { equals: true } }, pagination: false, limit: 0, req })
    const documents: { id: unknown; content: unknown }[] = [
      ...(await findRows(req, collection)).map((row) => ({ id: row.id, content: row })),
      ...drafts.docs.map(({ parent, version }) => ({ id: parent, content: version })),
    ]
    const count = new Set(documents.filter(({ content }) => names(content, id)).map((document) => document.id)).size
    if (count > 0) uses.push({ collection, count })
  }
  return uses
}

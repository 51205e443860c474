import { newId } from '@/db/ids'
import type { StructurePackage } from '@/domain/package/schema'
import { SLUG } from '@/slugs'
import { idFor, idsFor, put, putPublished, type Applying } from './context'
import { richText } from './richText'

type Block = StructurePackage['pages'][number]['blocks'][number]

/** Rows of lists need ids of their own below Payload's hooks. */
const withIds = <T extends object>(rows: readonly T[]): (T & { id: string })[] => rows.map((row) => ({ ...row, id: newId() }))

const blockRow = (applying: Applying, block: Block): Record<string, unknown> => {
  const base = { id: newId(), blockType: block.type, heading: block.heading }
  if (block.type === 'richText') return { ...base, body: richText(block.paragraphs) }
  if (block.type === 'people') return { ...base, items: withIds(block.items.map((item) => ({ post: idFor(applying, SLUG.posts, item.post), text: item.text }))) }
  return block.type === 'callout' ? { ...base, tone: block.tone, text: block.text } : { ...base, items: withIds<object>(block.items) }
}

/** Rule documents, notices, pages, standard replies and tags. Content is published at once, and dated at the moment of applying. */
export const putContent = async (applying: Applying, pack: StructurePackage): Promise<void> => {
  let order = 0
  for (const { boundTeams, clauses, ...document } of pack.ruleDocuments) {
    order += 1
    await putPublished(applying, SLUG.rules, {
      ...document, clauses: withIds(clauses), edition: '1', order, effectiveAt: applying.at, boundTeams: idsFor(applying, SLUG.teams, boundTeams), mustAcknowledge: boundTeams.length > 0,
    })
  }
  for (const [index, { code, name }] of pack.noticeColumns.entries()) await put(applying, SLUG.columns, { code, name, order: index + 1, staleDays: 180 })
  for (const { column, body, ...notice } of pack.notices) {
    await putPublished(applying, SLUG.notices, { ...notice, column: idFor(applying, SLUG.columns, column), body: richText(body), publishedAt: applying.at })
  }
  for (const { slug, code: _code, blocks, ...page } of pack.pages) {
    await putPublished(applying, SLUG.pages, { ...page, code: slug, blocks: blocks.map((block) => blockRow(applying, block)) })
  }
  for (const { categories, steps, ...reply } of pack.standardReplies) {
    await put(applying, SLUG.replies, { ...reply, categories: idsFor(applying, SLUG.categories, categories), steps: (steps ?? []).join(' ') })
  }
  for (const tag of pack.tags) await put(applying, SLUG.tags, { ...tag, active: true })
}

import { z } from 'zod'
import { code, href, phone, prose, shortText, words } from './base'

const heading = words.optional()
const count = z.int().min(1).max(50).optional()

/** What pages are made of. Pictures have no code and are carried by no package. */
export const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('richText'), heading, paragraphs: z.array(prose).min(1) }),
  z.strictObject({ type: z.literal('facts'), heading, items: z.array(z.strictObject({ value: words, label: words, note: prose.optional() })).min(1) }),
  z.strictObject({ type: z.literal('steps'), heading, items: z.array(z.strictObject({ title: words, text: prose })).min(1) }),
  /** Posts and what they do for residents; packages name no persons. */
  z.strictObject({ type: z.literal('people'), heading, items: z.array(z.strictObject({ post: code, text: prose })).min(1) }),
  z.strictObject({ type: z.literal('links'), heading, items: z.array(z.strictObject({ label: words, href, note: prose.optional() })).min(1) }),
  z.strictObject({ type: z.literal('callout'), heading, tone: z.enum(['info', 'warn', 'emergency']), text: prose }),
  z.strictObject({ type: z.literal('hero'), heading, text: prose.optional() }),
  z.strictObject({ type: z.literal('reportEntry'), heading, text: prose.optional() }),
  z.strictObject({ type: z.literal('trackEntry'), heading, text: prose.optional() }),
  z.strictObject({ type: z.literal('myGrid'), heading, text: prose.optional() }),
  z.strictObject({ type: z.literal('services'), heading, lifeEvent: code.optional(), count }),
  z.strictObject({ type: z.literal('noticeList'), heading, column: code.optional(), count }),
  z.strictObject({ type: z.literal('alertBanner'), heading: words, tone: z.enum(['warn', 'emergency']), text: prose, until: z.iso.datetime(), label: words.optional(), href: href.optional() }),
  z.strictObject({ type: z.literal('ruleList'), heading, kind: z.enum(['all', 'system', 'measure', 'plan', 'standard']), count }),
  z.strictObject({ type: z.literal('figures'), heading, unit: code.optional() }),
  z.strictObject({
    type: z.literal('chart'), heading, source: z.enum(['typed', 'categories', 'units']), period: words.optional(), unitName: words.optional(), origin: words.optional(),
    items: z.array(z.strictObject({ label: words, value: z.number().min(0) })).optional(),
  }),
  z.strictObject({ type: z.literal('unitMap'), heading, shows: z.enum(['units', 'places', 'matters']), unit: code.optional() }),
  z.strictObject({ type: z.literal('accordion'), heading, items: z.array(z.strictObject({ title: words, text: prose })).min(1) }),
  z.strictObject({
    type: z.literal('contacts'), heading, source: z.enum(['office', 'units', 'typed']), unit: code.optional(),
    items: z.array(z.strictObject({ name: words, phone, hours: words.optional(), note: words.optional() })).optional(),
  }),
  z.strictObject({ type: z.literal('downloads'), heading, items: z.array(z.strictObject({ label: words, href, size: shortText.optional(), note: words.optional() })).min(1) }),
  /** Of bodies, never of residents. */
  z.strictObject({ type: z.literal('honours'), heading, items: z.array(z.strictObject({ title: words, holder: words, giver: words.optional(), year: shortText.optional() })).min(1) }),
  z.strictObject({ type: z.literal('embed'), heading, page: code }),
])

export type PackageBlock = z.infer<typeof block>
export type PackageBlockType = PackageBlock['type']

/** Fields of a block that name a row of another kind. Every one of them is optional, or the block says nothing without it. */
export const BLOCK_REFERENCES = { column: 'noticeColumn', lifeEvent: 'lifeEvent', unit: 'unit', page: 'page' } as const

import { z } from 'zod'
import { safeHref } from '../href'
import type { Words } from '../words'

/** A code: how rows of a package name each other. Unique within its kind, never shown to residents as a name. */
export const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)

/** A clause of a rule document: `<document code>#<clause code>`, or a whole document by its code alone. */
export const cite = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}(#[A-Za-z0-9._-]{1,32})?$/)

const filled = (max: number) => z.string().max(max).regex(/\S/)

/** Words of at most `max` characters in each language; English may be missing. */
export const wordsUpTo = (max: number) => z.strictObject({ zh: filled(max), en: filled(max * 4).optional() })

/** A name, label or heading. */
export const words: z.ZodType<Words> = wordsUpTo(200)

/** A sentence or a paragraph. */
export const prose: z.ZodType<Words> = wordsUpTo(4000)

export const phone = z.string().regex(/^[0-9+][0-9 ()-]{2,23}$/)

export const colour = z.string().regex(/^#[0-9A-Fa-f]{6}$/)

/** Minutes after local midnight, `to` up to 1440. */
export const span = z.strictObject({ from: z.int().min(0).max(1439), to: z.int().min(1).max(1440) })

/** Where a link may lead: a page of this portal, a telephone, or another site's address. */
export const href = z.string().max(500).refine(safeHref)

export const shortText = filled(200)

/** A row that is no longer chosen, kept because something names it. */
export const closed = z.literal(true).optional()

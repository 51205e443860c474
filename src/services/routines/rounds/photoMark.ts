import type { Where } from 'payload'

/** Photos of a check name it where those of a resident name the draft: neither belongs to a matter yet. Drafts go by a digest, which never begins so. */
const MARK = 'check-'
/** Everything that begins with the mark lies below this. */
const ABOVE = 'check.'

export const markOf = (check: string): string => `${MARK}${check}`

/** The check that a photo belongs to; undefined for any other. */
export const checkOf = (mark: string | null | undefined): string | undefined => (mark?.startsWith(MARK) ? mark.slice(MARK.length) : undefined)

export const ofChecks: Where = { and: [{ draft: { greater_than_equal: MARK } }, { draft: { less_than: ABOVE } }] }
export const notOfChecks: Where = { or: [{ draft: { exists: false } }, { draft: { less_than: MARK } }, { draft: { greater_than_equal: ABOVE } }] }

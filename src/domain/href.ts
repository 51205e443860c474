/** Addresses a link may have: a path of our own, https, http or a telephone number. Never `javascript:` or `//host`. */
export const safeHref = (value: string): boolean => /^(\/(?!\/|\\)|https?:\/\/[^\s]+$|tel:[+0-9-]{3,20}$)/.test(value) && !/[\s<>"\\\p{Cc}]/u.test(value)

const NOWHERE = 'http://own.invalid'
/** What a browser drops from an address, or reads as a slash, before it looks where it leads. */
const SLIPPERY = /[\\\p{Cc}\s]/u

/**
 * A path of our own as it may stand in a header: dot segments gone, everything that is no ASCII written as numbers. Undefined for
 * whatever leads to another host or cannot be read at all: `//host`, `/\host`, `https:…`, a tab between two slashes, a line end.
 */
export const ownPath = (given: string): string | undefined => {
  if (!given.startsWith('/') || SLIPPERY.test(given) || !URL.canParse(given, NOWHERE)) return undefined
  const { origin, pathname, search, hash } = new URL(given, NOWHERE)
  return origin === NOWHERE && !pathname.startsWith('//') ? pathname + search + hash : undefined
}

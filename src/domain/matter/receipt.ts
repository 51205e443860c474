/** Crockford's base 32: no I, L, O, U, so that what is read aloud or copied by hand comes back the same. */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const SEPARATORS = /[\s\p{Dash}_.·•]+/gu

/** Symbols of a receipt code: 50 bits, unguessable. */
export const RECEIPT_LENGTH = 10
/** Symbols of a query word: 40 bits, only ever of use together with the receipt code. */
export const QUERY_WORD_LENGTH = 8

const fromBytes = (bytes: Uint8Array, length: number): string => {
  if (bytes.length < length) throw new RangeError(`needs ${length} bytes, got ${bytes.length}`)
  // 256 is a multiple of 32: every symbol is equally likely.
  return Array.from(bytes.subarray(0, length), (byte) => SYMBOLS.charAt(byte & 31)).join('')
}

const parse = (text: string, length: number): string | undefined => {
  // A code is short: whatever is longer than any way of writing one is refused before it is worked on.
  if (text.length > 64) return undefined
  const bare = text.normalize('NFKC').replace(SEPARATORS, '').toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1')
  return bare.length === length && [...bare].every((symbol) => SYMBOLS.includes(symbol)) ? bare : undefined
}

const grouped = (bare: string, size: number): string => `${bare.slice(0, size)}-${bare.slice(size)}`

/** A receipt code from at least 10 random bytes, as it is stored: 10 symbols without a dash. Throws RangeError on too few bytes. */
export const receiptFromBytes = (random: Uint8Array): string => fromBytes(random, RECEIPT_LENGTH)

/** As people read it: `XXXXX-XXXXX`. */
export const formatReceipt = (code: string): string => grouped(code, 5)

/** What a person typed, as it is stored; undefined when it cannot be a receipt code. Forgives case, O/0, I/L/1, full width, spaces and dashes. */
export const parseReceipt = (text: string): string | undefined => parse(text, RECEIPT_LENGTH)

/** A query word from at least 8 bytes of an HMAC over the idempotency key (decisions.md 3). Throws RangeError on too few bytes. */
export const queryWordFromBytes = (hmac: Uint8Array): string => fromBytes(hmac, QUERY_WORD_LENGTH)

/** As people read it: `XXXX-XXXX`. */
export const formatQueryWord = (word: string): string => grouped(word, 4)

/** What a person typed as a query word, as it is hashed; as forgiving as `parseReceipt`. */
export const parseQueryWord = (text: string): string | undefined => parse(text, QUERY_WORD_LENGTH)

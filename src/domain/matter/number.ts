const SHAPE = /^(?<prefix>[A-Z]{1,6})(?<year>\d{2})-(?<sequence>\d{5,15})$/

export type MatterNumber = {
  /** The matter type's letters, 1 to 6 of A to Z. */
  prefix: string
  /** Full local year in which the matter was received, 2000 to 2099. */
  year: number
  /** Counts from 1 per type and year. */
  sequence: number
}

/** Key of the counter that gives the sequence: one per prefix and year. */
export const numberCounterKey = ({ prefix, year }: Omit<MatterNumber, 'sequence'>): string => `${prefix}${year}`

/** The number staff use: `<prefix><yy>-<at least 5 digits>`. Throws RangeError on parts that could not be read back. */
export const formatMatterNumber = ({ prefix, year, sequence }: MatterNumber): string => {
  const sound = /^[A-Z]{1,6}$/.test(prefix) && year >= 2000 && year <= 2099 && Number.isInteger(year)
  if (!sound || !Number.isSafeInteger(sequence) || sequence < 1 || sequence > 999_999_999_999_999) {
    throw new RangeError(`no matter number: ${prefix} ${year} ${sequence}`)
  }
  return `${prefix}${String(year % 100).padStart(2, '0')}-${String(sequence).padStart(5, '0')}`
}

/** Reads a number as a person types it: case, full width, spaces and the kind of dash do not matter. Undefined when it is none. */
export const parseMatterNumber = (text: string): MatterNumber | undefined => {
  if (text.length > 64) return undefined
  const found = SHAPE.exec(text.normalize('NFKC').replace(/\s+/g, '').replace(/\p{Dash}+/gu, '-').toUpperCase())?.groups
  const sequence = Number(found?.sequence)
  if (!found?.prefix || !found.year || !(sequence >= 1)) return undefined
  return { prefix: found.prefix, year: 2000 + Number(found.year), sequence }
}

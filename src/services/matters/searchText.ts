import { normaliseText } from '@/domain/matter/text'
import { scanText } from '@/domain/privacy/scan'
import type { MatterRow } from './row'

type Sought = Pick<MatterRow, 'number' | 'receiptCode' | 'title' | 'text' | 'address'>

// As it is stored, and as people read it out from their receipt.
const bothWays = (code: string): string => `${code} ${code.slice(0, 5)}-${code.slice(5)}`

/** Without what tells a person: whoever looks for a telephone or a plate finds no list of what its owner reported (domain.md §8). */
const withoutPersons = (text: string): string =>
  scanText(text).reduceRight((left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`, text)

/** What the desk's search looks through. It leaves through no door: the receipt's code is found by whoever was told it, and shown to nobody. */
export const searchTextOf = ({ number, receiptCode, title, text, address }: Sought): string =>
  normaliseText([number, ...[title, text ?? '', address ?? ''].map(withoutPersons), bothWays(receiptCode)].join(' '))

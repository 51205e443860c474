import { normaliseText } from '@/domain/matter/text'
import type { MatterRow } from './row'

type Sought = Pick<MatterRow, 'number' | 'receiptCode' | 'title' | 'text' | 'address'>

// As it is stored, and as people read it out from their receipt.
const bothWays = (code: string): string => `${code} ${code.slice(0, 5)}-${code.slice(5)}`

/** What the desk's search looks through. It leaves through no door: the receipt's code is found by whoever was told it, and shown to nobody. */
export const searchTextOf = ({ number, receiptCode, title, text, address }: Sought): string =>
  normaliseText([number, title, text ?? '', address ?? '', bothWays(receiptCode)].join(' '))

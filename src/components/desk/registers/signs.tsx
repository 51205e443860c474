import type { MapSymbol } from '../../../domain/registers/types'

/** Signs of 16 × 16, drawn as strokes; the same on maps, lists and sheets. */
const SIGNS: Record<MapSymbol, string> = {
  dot: 'M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z',
  shop: 'M2.5 6.5 4 3h8l1.5 3.5M2.5 6.5a1.8 1.8 0 0 0 3.6 0 1.9 1.9 0 0 0 3.8 0 1.8 1.8 0 0 0 3.6 0M3.5 8.5V13h9V8.500M6.500 13v-2.500h3V13',
  crane: 'M4 14V3h9M4 3l3 0M4 6l3-3M13 3v3M11.500 6h3v2.500h-3ZM2.500 14h5',
  help: 'M8 2.200a5.800 5.800 0 1 0 0 11.600 5.800 5.800 0 0 0 0-11.600ZM6.200 6.300c0-2.400 3.700-2.300 3.700 0 0 1.400-1.900 1.500-1.900 3M8 11.300v.01',
  water: 'M8 2.200c2.300 2.900 3.900 5 3.900 7.300a3.900 3.900 0 0 1-7.800 0c0-2.300 1.600-4.400 3.900-7.300Z',
  plug: 'M6 2.500V5M10 2.500V5M4.500 5h7v2.500a3.500 3.500 0 0 1-7 0ZM8 11v3',
  book: 'M8 4.200C6.600 3 4.800 2.600 2.500 2.600v9.600c2.300 0 4.100.4 5.500 1.600 1.400-1.200 3.200-1.600 5.500-1.600V2.600C11.200 2.600 9.400 3 8 4.200ZM8 4.200v9.600',
  flag: 'M3.500 14V2.500h8.500l-1.800 3 1.800 3H3.500',
  medal: 'M5.500 2 7 6M10.500 2 9 6M8 6a3.800 3.800 0 1 0 0 7.600A3.800 3.800 0 0 0 8 6Z',
  box: 'M2.500 5 8 2.500 13.500 5v6L8 13.500 2.500 11ZM2.500 5 8 7.500 13.500 5M8 7.500v6',
  tree: 'M8 14V8M8 2.500a3.500 3.500 0 0 1 2.500 6H5.500a3.500 3.500 0 0 1 2.500-6Z',
  shield: 'M8 2.200 13 4v4c0 3-2 5-5 6-3-1-5-3-5-6V4Z',
}

/** A register's sign. Decoration: its name stands beside it. */
export const Sign = ({ symbol = 'dot' }: { symbol?: MapSymbol }) => (
  <svg className="icon sign" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d={SIGNS[symbol]} /></svg>
)

/** The stroke of a sign, for drawings of their own. */
export const signPath = (symbol: MapSymbol | undefined): string => SIGNS[symbol ?? 'dot']

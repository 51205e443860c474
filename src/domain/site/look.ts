import { contrast } from '../colour'

/** What the pages are drawn on (src/styles/tokens.css); a spec holds them together. */
export const GROUND = { paper: '#FAF8F5', surface: '#FFFFFF', ink: '#1C1B1A' } as const

/** The portal's own colour, where an office sets none. */
export const OWN_BRAND = '#9E2B25'

export const CORNERS = ['0', '4', '6', '12'] as const
export type Corner = (typeof CORNERS)[number]
export const FACES = ['song', 'sans'] as const
export type Face = (typeof FACES)[number]

export type LookField = 'brand' | 'accent'

/** Two colours that stand on each other, and how far apart they must be (WCAG 2.2: 1.4.3 for words, 1.4.11 for controls and drawings). */
type Pair = { key: 'wordsOnBrand' | 'brandOnPaper' | 'accentOnPaper' | 'accentOnSurface'; field: LookField; against: string; least: number }

const PAIRS: readonly Pair[] = [
  { key: 'wordsOnBrand', field: 'brand', against: GROUND.surface, least: 4.5 },
  { key: 'brandOnPaper', field: 'brand', against: GROUND.paper, least: 4.5 },
  { key: 'accentOnSurface', field: 'accent', against: GROUND.surface, least: 3 },
  { key: 'accentOnPaper', field: 'accent', against: GROUND.paper, least: 3 },
]

export type LookFault =
  | { field: LookField; kind: 'shape' }
  | { field: LookField; kind: 'contrast'; pair: Pair['key']; ratio: number; least: number; /** The nearest colour of the same hue that passes. */ proposal: string }

type Hsl = { hue: number; saturation: number; light: number }

const channels = (hex: string): [number, number, number] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as [number, number, number]

const hueOf = ([red, green, blue]: readonly [number, number, number], most: number, span: number): number => {
  if (span === 0) return 0
  if (most === red) return ((green - blue) / span + 6) % 6
  return most === green ? (blue - red) / span + 2 : (red - green) / span + 4
}

const toHsl = (hex: string): Hsl => {
  const rgb = channels(hex)
  const [most, least] = [Math.max(...rgb), Math.min(...rgb)]
  const [light, span] = [(most + least) / 2, most - least]
  return { hue: hueOf(rgb, most, span), saturation: span === 0 ? 0 : span / (1 - Math.abs(2 * light - 1)), light }
}

const toHex = ({ hue, saturation, light }: Hsl): string => {
  const part = (n: number): string => {
    const k = (n + hue * 2) % 12
    const value = light - saturation * Math.min(light, 1 - light) * Math.max(-1, Math.min(k - 3, 9 - k, 1))
    return Math.round(value * 255).toString(16).padStart(2, '0')
  }
  return `#${part(0)}${part(8)}${part(4)}`.toUpperCase()
}

const passes = (field: LookField, colour: string): boolean => PAIRS.filter((pair) => pair.field === field).every(({ against, least }) => (contrast(colour, against) ?? 0) >= least)

const STEP = 0.001

/** The nearest colour of the same hue that every pair of the field passes with: all they stand on is light, so it is a darker one. */
export const nearestPassing = (field: LookField, colour: string): string => {
  if (passes(field, colour)) return colour
  const start = toHsl(colour)
  for (let light = start.light; light > 0; light -= STEP) {
    const tried = toHex({ ...start, light })
    if (passes(field, tried)) return tried
  }
  return GROUND.ink
}

const faultOf = (field: LookField, colour: string): LookFault | undefined => {
  if (contrast(colour, GROUND.surface) === null) return { field, kind: 'shape' }
  const worst = PAIRS.filter((pair) => pair.field === field).find(({ against, least }) => (contrast(colour, against) ?? 0) < least)
  if (!worst) return undefined
  return { field, kind: 'contrast', pair: worst.key, ratio: contrast(colour, worst.against) ?? 1, least: worst.least, proposal: nearestPassing(field, colour) }
}

/** What is wrong with an office's colours; what it does not set is the portal's own, which is sound. */
export const lookFaults = (look: { brand?: string | null; accent?: string | null }): LookFault[] =>
  (['brand', 'accent'] as const).flatMap((field) => {
    const colour = look[field]
    const fault = colour ? faultOf(field, colour) : undefined
    return fault ? [fault] : []
  })

import { CORNERS, lookFaults, OWN_BRAND, type Corner, type Face } from '../../domain/site/look'

/** The portal's own, where an office sets none. */
export const BRAND = OWN_BRAND

/** How an office wants its pages to look; what is missing is the portal's own. */
export type Look = { brand?: string | null; accent?: string | null; corner?: Corner | null; headingFace?: Face | null }

type Tokens = Record<`--${string}`, string>

const sound = (field: 'brand' | 'accent', colour: string | null | undefined): string | undefined => (colour && lookFaults({ [field]: colour }).length === 0 ? colour : undefined)

/** The office's colour where words can be read on it and in it, else the portal's: a package brings settings no form has checked. */
export const brandOf = (brand: string | null | undefined): string => sound('brand', brand) ?? BRAND

const brandTokens = (brand: string): Tokens => {
  if (brand.toUpperCase() === BRAND) return {}
  const mixed = (share: number, other: string): string => `color-mix(in srgb, ${brand} ${share}%, ${other})`
  return { '--brand': brand, '--brand-deep': mixed(80, 'black'), '--brand-soft': mixed(12, 'white') }
}

/** The tokens an office replaces, with the companions that follow from them; none for what is the portal's own. */
export const lookTokens = ({ brand, accent, corner, headingFace }: Look): Tokens | undefined => {
  const own = sound('accent', accent)
  const tokens: Tokens = {
    ...brandTokens(brandOf(brand)),
    ...(own ? { '--accent': own } : {}),
    ...(corner && corner !== '6' && CORNERS.includes(corner) ? { '--radius': `${corner}px` } : {}),
    ...(headingFace === 'sans' ? { '--serif': 'var(--sans)' } : {}),
  }
  return Object.keys(tokens).length > 0 ? tokens : undefined
}

/** The office's seal as the icon of its pages: its first letter on its colour. */
export const sealIcon = (seal: string, brand: string | null | undefined): string => {
  const letter = [...seal][0] ?? ''
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="5" fill="${brandOf(brand)}"/><text x="16" y="23" font-family="serif" font-size="20" font-weight="700" text-anchor="middle" fill="#fff">${letter.replace(/[<>&]/g, '')}</text></svg>`
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
}

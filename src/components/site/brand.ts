import { contrast } from '../../domain/colour'

/** The portal's own, where an office sets none. */
export const BRAND = '#9e2b25'

/** White words stand on it: below this they cannot be read (WCAG 2.2, 1.4.3). */
const READABLE = 4.5

/** The office's colour where white can be read on it, else the portal's: a package brings settings no form has checked. */
export const brandOf = (brand: string | null | undefined): string => (brand && (contrast(brand, '#ffffff') ?? 0) >= READABLE ? brand : BRAND)

/** The tokens an office's colour replaces; none for the portal's own. Its companions follow from it. */
export const brandTokens = (brand: string | null | undefined): Record<`--brand${string}`, string> | undefined => {
  const own = brandOf(brand)
  if (own === BRAND) return undefined
  const mixed = (share: number, other: string): string => `color-mix(in srgb, ${own} ${share}%, ${other})`
  return { '--brand': own, '--brand-deep': mixed(80, 'black'), '--brand-soft': mixed(12, 'white') }
}

/** The office's seal as the icon of its pages: its first letter on its colour. */
export const sealIcon = (seal: string, brand: string | null | undefined): string => {
  const letter = [...seal][0] ?? ''
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="5" fill="${brandOf(brand)}"/><text x="16" y="23" font-family="serif" font-size="20" font-weight="700" text-anchor="middle" fill="#fff">${letter.replace(/[<>&]/g, '')}</text></svg>`
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
}

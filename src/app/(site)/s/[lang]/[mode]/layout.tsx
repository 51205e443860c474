import type { Metadata, Viewport } from 'next'
import type { CSSProperties, ReactNode } from 'react'
import '@/styles/site.css'
import { openSite, type VariantParams } from '../../../lib/site'

type Props = { children: ReactNode; params: Promise<VariantParams> }

// Pages speak of what is so now, and several of them of the one who reads.
export const dynamic = 'force-dynamic'

export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#faf8f5' }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { office } = await openSite(params)
  const name = office.fullName ?? office.name
  return { icons: { icon: sealIcon(office.seal) }, title: { default: name, template: `%s · ${office.name}` }, formatDetection: { telephone: false, address: false, email: false } }
}

/** The office's seal as the icon of its pages. */
const sealIcon = (seal: string): string => {
  const letter = [...seal][0] ?? ''
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="5" fill="#9e2b25"/><text x="16" y="23" font-family="serif" font-size="20" font-weight="700" text-anchor="middle" fill="#fff">${letter.replace(/[<>&]/g, '')}</text></svg>`
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
}

const HEX = /^#[0-9a-f]{6}$/i

/** The office's own colour over the portal's; its companions follow from it. High contrast keeps its own. */
const brandOf = (brand: string | null | undefined): CSSProperties | undefined => {
  if (!brand || !HEX.test(brand)) return undefined
  const mixed = (share: number, other: string) => `color-mix(in srgb, ${brand} ${share}%, ${other})`
  return { '--brand': brand, '--brand-deep': mixed(80, 'black'), '--brand-soft': mixed(12, 'white') } as CSSProperties
}

/** The document of the residents' site, in its language and way of display. */
const Layout = async ({ children, params }: Props) => {
  const { lang, mode, model } = await openSite(params)
  return (
    <html lang={lang === 'zh' ? 'zh-CN' : 'en'} data-mode={mode} style={mode === 'contrast' ? undefined : brandOf(model.office.brand)}>
      <body>{children}</body>
    </html>
  )
}

export default Layout

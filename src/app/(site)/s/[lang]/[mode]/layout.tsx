import type { Metadata, Viewport } from 'next'
import type { CSSProperties, ReactNode } from 'react'
import { lookTokens, sealIcon } from '@/components/site/brand'
import '@/styles/site.css'
import { t } from '@/i18n'
import { openSite, type VariantParams } from '../../../lib/site'

type Props = { children: ReactNode; params: Promise<VariantParams> }

// Pages speak of what is so now, and several of them of the one who reads.
export const dynamic = 'force-dynamic'

export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#faf8f5' }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { lang, mode, office, model } = await openSite(params)
  const name = office.fullName ?? office.name
  // The same page shown in another way is no page of its own to search engines.
  const robots = mode === 'plain' ? {} : { robots: { index: false, follow: true } }
  return {
    ...robots,
    description: t(lang, 'site.frame.description', { name }),
    icons: { icon: sealIcon(office.seal, model.office.brand) },
    title: { default: name, template: `%s · ${office.name}` },
    formatDetection: { telephone: false, address: false, email: false },
  }
}

/** The document of the residents' site, in its language and way of display. */
const Layout = async ({ children, params }: Props) => {
  const { lang, mode, model } = await openSite(params)
  return (
    <html lang={lang === 'zh' ? 'zh-CN' : 'en'} data-mode={mode} style={mode === 'contrast' ? undefined : (lookTokens(model.office) as CSSProperties | undefined)}>
      <body>
        {children}
        <script src="/light.js" defer />
      </body>
    </html>
  )
}

export default Layout

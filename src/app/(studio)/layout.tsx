import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import '@/styles/studio.css'
import '@/components/forms/forms.css'
import { t } from '@/i18n'
import { pageLang } from '../(desk)/_server/page'

/** A mark of its own, so that no browser asks for one that is not there. */
const MARK = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#1c1b1a"/></svg>')}`

export const generateMetadata = async (): Promise<Metadata> => ({ title: t(await pageLang(), 'studio.title'), robots: { index: false, follow: false }, icons: { icon: MARK } })
export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

const LANGS = { zh: 'zh-CN', en: 'en' } as const

const Layout = async ({ children }: { children: ReactNode }) => (
  <html lang={LANGS[await pageLang()]}>
    <body className="studio">{children}</body>
  </html>
)

export default Layout

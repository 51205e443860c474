import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import '@/styles/desk.css'
import '@/components/forms/forms.css'
import { t } from '@/i18n'
import { pageLang } from './_server/page'

export const generateMetadata = async (): Promise<Metadata> => ({ title: t(await pageLang(), 'desk.frame.desk'), robots: { index: false, follow: false } })
export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

const LANGS = { zh: 'zh-CN', en: 'en' } as const

const Layout = async ({ children }: { children: ReactNode }) => (
  <html lang={LANGS[await pageLang()]}>
    <body className="desk">{children}</body>
  </html>
)

export default Layout

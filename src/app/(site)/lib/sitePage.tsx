import type { Metadata } from 'next'
import { unstable_rethrow } from 'next/navigation'
import type { ReactNode } from 'react'
import { ErrorPage } from '@/components/site/info/ErrorPage'
import { KioskFrame } from '@/components/site/kiosk/KioskFrame'
import { SiteFrame, type SiteFrameProps } from '@/components/site/SiteFrame'
import { ERROR_STATUS, type ErrorCode } from '@/domain/errors'
import { asDomainError, newReference } from '@/services/http'
import { contextOf, openSite, type PageProps, type Site } from './site'

type FrameProps = Omit<SiteFrameProps, 'ctx' | 'office' | 'alerts' | 'nav' | 'children'> & {
  site: Site
  path: string
  /** The page is the same for everybody and holds no component of the browser's: the server in front takes Next's scripts out, and keeps the page (scripts/server/pages.mjs). */
  plain?: boolean
  children: ReactNode
}

/** What stands around a page. `path`: the page's own path and query, for the switches. An emergency stands above every page; it leads nobody away from the middle of a task. */
export const Frame = ({ site, path, plain = false, children, ...frame }: FrameProps) => {
  const Around = site.mode === 'kiosk' ? KioskFrame : SiteFrame
  const alerts = frame.kind === 'task' ? site.alerts.map(({ link: _link, ...alert }) => alert) : site.alerts
  return (
    <Around ctx={contextOf(site, path)} office={site.office} nav={site.nav} alerts={alerts} searchPath="/search" {...frame}>
      {plain && <meta name="portal-page" content="plain" />}
      {children}
    </Around>
  )
}

/**
 * A page that fails with words, "not found" among them; what nobody expected is told with a reference that the log knows.
 */
export const sitePage = <P extends object = object>(body: (site: Site, props: PageProps<P>) => Promise<ReactNode>) => async (props: PageProps<P>) => {
  const site = await openSite(props.params)
  try {
    return await body(site, props)
  } catch (error) {
    unstable_rethrow(error)
    const reference = newReference()
    const known = asDomainError(error, reference)
    return <Failure site={site} code={known.code} reference={known.code === 'internal' ? reference : undefined} retryAfter={known.detail.retryAfter} />
  }
}

/** Made by the server whole: Next's own "not found" and error pages are empty without JavaScript. The front server reads the status. */
export const Failure = ({ site, code, reference, retryAfter }: { site: Site; code: ErrorCode; reference?: string; retryAfter?: unknown }) => (
  <Frame site={site} path="/">
    <meta name="portal-status" content={String(ERROR_STATUS[code])} />
    <meta name="robots" content="noindex" />
    <ErrorPage ctx={contextOf(site, '/')} office={site.office} view={{ code, reference, ...(typeof retryAfter === 'number' ? { retryAfterSeconds: retryAfter } : {}) }} />
  </Frame>
)

/** The title of a page, and whether search engines may keep it. */
export const titled = <P extends object = object>(title: (site: Site, props: PageProps<P>) => string | Promise<string>, index = true) => async (props: PageProps<P>): Promise<Metadata> => {
  const site = await openSite(props.params)
  return { title: await title(site, props), ...(index ? {} : { robots: { index: false, follow: false } }) }
}

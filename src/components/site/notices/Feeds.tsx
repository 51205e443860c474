import { t } from '../../../i18n'
import type { SiteContext } from '../types'

const KINDS = { rss: 'application/rss+xml', atom: 'application/atom+xml', json: 'application/feed+json' } as const
type Kind = keyof typeof KINDS

/** Where the same can be subscribed to: told to readers, and to programs that look for it in the head. */
export const Feeds = ({ ctx: { lang, href }, feed, events = false }: { ctx: SiteContext; feed: string; /** Whether its activities can be had as a calendar. */ events?: boolean }) => (
  <p className="small screen-only row">
    {t(lang, 'publishing.site.subscribe')}
    {(Object.keys(KINDS) as Kind[]).map((kind) => (
      <a className="own-line" key={kind} href={href(`${feed}.${kind}`)}>
        {t(lang, `publishing.site.feed.${kind}`)}
      </a>
    ))}
    {events && (
      <a className="own-line" href={href(`${feed}.ics`)}>
        {t(lang, 'publishing.site.feed.ics')}
      </a>
    )}
    {(Object.keys(KINDS) as Kind[]).map((kind) => (
      <link key={kind} rel="alternate" type={KINDS[kind]} title={t(lang, `publishing.site.feed.${kind}`)} href={href(`${feed}.${kind}`)} />
    ))}
  </p>
)

import { t } from '../../../i18n'
import type { SiteContext } from '../types'

const KINDS = ['rss', 'atom', 'json'] as const

/** Where the same can be subscribed to. */
export const Feeds = ({ ctx: { lang, href }, feed }: { ctx: SiteContext; feed: string }) => (
  <p className="small screen-only">
    {t(lang, 'publishing.site.subscribe')}{' '}
    {KINDS.map((kind) => (
      <a className="own-line" key={kind} href={href(`${feed}.${kind}`)}>
        {t(lang, `publishing.site.feed.${kind}`)}
      </a>
    ))}
  </p>
)

import { t } from '../../../i18n'
import { Crumbs } from '../Crumbs'
import type { SiteContext } from '../types'

/** A notice that was taken back: said plainly, with the way on. The front server reads the status. */
export const WithdrawnPage = ({ ctx }: { ctx: SiteContext }) => (
  <div className="stack-3">
    <meta name="portal-status" content="410" />
    <meta name="robots" content="noindex" />
    <Crumbs ctx={ctx} crumbs={[{ text: t(ctx.lang, 'site.notice.title'), path: '/notices' }]} />
    <h1>{t(ctx.lang, 'publishing.site.withdrawn')}</h1>
    <p>{t(ctx.lang, 'publishing.site.withdrawnText')}</p>
    <p>
      <a className="own-line" href={ctx.href('/notices')}>
        {t(ctx.lang, 'publishing.site.others')}
      </a>
    </p>
  </div>
)

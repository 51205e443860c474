import { t } from '../../../i18n'
import type { Lang } from '../../../domain/words'
import type { ServiceLine } from '../../../services/desk/services'
import { Empty } from '../ui/Empty'

/** The guides, for whoever answers questions or applies for somebody. */
export const ServicesPage = ({ lang, lines }: { lang: Lang; lines: ServiceLine[] }) => (
  <main className="page" id="main">
    <div className="page-head"><div><h1>{t(lang, 'bookings.services')}</h1><p className="muted">{t(lang, 'bookings.servicesHint')}</p></div></div>
    {lines.length === 0 ? <Empty title={t(lang, 'bookings.servicesNone')} /> : (
      <ul>
        {lines.map(({ code, name, summary, guideHref, applyHref }) => (
          <li className="line" key={code}>
            <a className="line-title" href={guideHref}>{name}</a>
            {summary ? <p className="line-meta">{summary}</p> : null}
            {applyHref ? <p><a className="btn small" href={applyHref}>{t(lang, 'bookings.apply')}</a></p> : null}
          </li>
        ))}
      </ul>
    )}
  </main>
)

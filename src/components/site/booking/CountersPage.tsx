import { t } from '../../../i18n'
import type { CounterView } from '../../../services/booking/view'
import { Empty } from '../../ui/Empty'
import { Crumbs } from '../Crumbs'
import { Onward } from '../Section'
import type { SiteContext } from '../types'

/** Counters that can be booked. */
export const CountersPage = ({ ctx, counters }: { ctx: SiteContext; counters: readonly CounterView[] }) => {
  const { lang, href } = ctx
  return (
    <div className="stack-3">
      <Crumbs ctx={ctx} crumbs={[{ text: t(lang, 'common.nav.services'), path: '/services' }, { text: t(lang, 'services.book.title') }]} />
      <div className="stack">
        <h1>{t(lang, 'services.book.title')}</h1>
        <p className="muted">{t(lang, 'services.book.lead')}</p>
        <p><Onward href={href('/book/mine')} text={t(lang, 'services.book.mine')} /></p>
      </div>
      {counters.length === 0 ? <Empty title={t(lang, 'services.book.none')}><p className="muted">{t(lang, 'services.book.noneHint')}</p></Empty> : (
        <ul className="list list-ruled">
          {counters.map(({ code, name, path, address, note }) => (
            <li key={code} className="entry">
              <p className="entry-title phrase"><a href={href(path)}>{name}</a></p>
              {address && <p className="small">{address}</p>}
              {note && <p className="small muted">{note}</p>}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

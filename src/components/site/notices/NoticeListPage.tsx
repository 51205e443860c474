import { t } from '../../../i18n'
import { Empty } from '../../ui/Empty'
import { Crumbs } from '../Crumbs'
import { Pager } from '../Pager'
import type { NoticeListView, SiteContext } from '../types'
import { Feeds } from './Feeds'
import { NoticeItems } from './NoticeItems'

/** All notices, by column, with keyset paging. */
export const NoticeListPage = ({ ctx, view }: { ctx: SiteContext; view: NoticeListView }) => {
  const { lang, href } = ctx
  return (
    <div className="stack-3">
      <Crumbs ctx={ctx} crumbs={[{ text: t(lang, 'site.notice.title') }]} />
      <h1>{t(lang, 'site.notice.title')}</h1>
      {view.columns.length > 1 && (
        <nav aria-label={t(lang, 'site.notice.columns')}>
          <ul className="filters">
            {view.columns.map(({ code, name, path, current }) => (
              <li key={code}>
                <a href={href(path)} aria-current={current ? 'page' : undefined}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {view.purpose && <p className="muted">{view.purpose}</p>}
      {view.unit && (
        <p>
          {t(lang, 'publishing.site.ofUnit', { unit: view.unit.name })} <a href={href(view.unit.path)}>{t(lang, 'publishing.site.toUnit')}</a>
        </p>
      )}
      {view.items.length > 0 ? (
        <NoticeItems ctx={ctx} items={view.items} ruled />
      ) : (
        <Empty icon="file" title={t(lang, 'site.notice.none')}>
          <p className="muted">{t(lang, 'site.notice.noneHint')}</p>
        </Empty>
      )}
      {view.feed && <Feeds ctx={ctx} feed={view.feed} events />}
      <Pager ctx={ctx} newerPath={view.newerPath} olderPath={view.olderPath} />
    </div>
  )
}

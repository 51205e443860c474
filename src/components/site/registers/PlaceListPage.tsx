import { t } from '../../../i18n'
import type { PlaceListView } from '../../../services/site/content/places'
import { SubmitButton } from '../../ui/Button'
import { Empty } from '../../ui/Empty'
import { Crumbs } from '../Crumbs'
import { Pager } from '../Pager'
import type { SiteContext } from '../types'
import { OpenNow } from './OpenNow'

const Find = ({ ctx: { lang, href }, view }: { ctx: SiteContext; view: PlaceListView }) => (
  <form className="places-find" method="get" action={href(view.register.path)} role="search">
    <label className="strong" htmlFor="places-q">{t(lang, 'registers.site.search')}</label>
    <div className="places-row">
      <input className="input" id="places-q" name="q" type="search" defaultValue={view.query} maxLength={60} placeholder={t(lang, 'registers.site.searchHint')} autoComplete="off" />
      <SubmitButton>{t(lang, 'registers.site.search')}</SubmitButton>
    </div>
  </form>
)

const Nothing = ({ ctx: { lang, href }, view }: { ctx: SiteContext; view: PlaceListView }) =>
  view.query ? (
    <Empty icon="search" title={t(lang, 'registers.site.nothing', { query: view.query })}>
      <p className="muted">{t(lang, 'registers.site.nothingHint')}</p>
      <p><a href={href(view.register.path)}>{t(lang, 'registers.site.all')}</a></p>
    </Empty>
  ) : (
    <Empty icon="search" title={t(lang, 'registers.site.empty')} />
  )

/** The entries of an open register. */
export const PlaceListPage = ({ ctx, view }: { ctx: SiteContext; view: PlaceListView }) => {
  const { lang, href } = ctx
  return (
    <div className="stack-3">
      <Crumbs ctx={ctx} crumbs={[{ text: t(lang, 'registers.site.title'), path: '/places' }, { text: view.register.name }]} />
      <div className="stack">
        <h1>{view.register.name}</h1>
        {view.register.intro && <p className="muted">{view.register.intro}</p>}
      </div>
      {view.register.count > 0 && <Find ctx={ctx} view={view} />}
      {view.query && view.items.length > 0 && <p role="status">{t(lang, 'registers.site.found', { n: view.total ?? view.items.length })} · <a href={href(view.register.path)}>{t(lang, 'registers.site.all')}</a></p>}
      {view.items.length === 0 ? <Nothing ctx={ctx} view={view} /> : (
        <ul className="list">
          {view.items.map(({ code, title, path, hint, open }) => (
            <li key={code} className="entry">
              <p className="strong phrase"><a href={href(path)}>{title}</a></p>
              {open && <OpenNow ctx={ctx} open={open} />}
              {hint && <p className="muted">{hint}</p>}
            </li>
          ))}
        </ul>
      )}
      <Pager ctx={ctx} olderPath={view.nextPath} />
    </div>
  )
}

import { t } from '../../../i18n'
import { LinkButton } from '../../ui/Button'
import { Empty } from '../../ui/Empty'
import { Crumbs } from '../Crumbs'
import { SearchBox } from '../SearchBox'
import type { SearchView, SiteContext } from '../types'

/** What was found, by kind; with nothing found, the way to report instead. */
export const SearchPage = ({ ctx, view }: { ctx: SiteContext; view: SearchView }) => {
  const { lang, href } = ctx
  const groups = view.groups.filter((group) => group.items.length > 0)
  const count = groups.reduce((sum, group) => sum + group.items.length, 0)
  return (
    <div className="stack-3 narrow">
      <Crumbs ctx={ctx} crumbs={[{ text: t(lang, 'site.search.title') }]} />
      <h1>{t(lang, 'site.search.title')}</h1>
      <SearchBox ctx={ctx} path={view.path} query={view.query} />
      {view.query && count > 0 && <p role="status">{t(lang, 'site.search.found', { query: view.query, count })}</p>}
      {groups.map((group) => (
        <section className="stack" key={group.name}>
          <h2>{group.name}</h2>
          <ul className="list list-ruled">
            {group.items.map(({ path, title, excerpt }) => (
              <li key={`${path} ${title}`}>
                <p className="entry-title">
                  <a href={href(path)}>{title}</a>
                </p>
                {excerpt && <p className="small muted">{excerpt}</p>}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {view.query && count === 0 && (
        <Empty icon="search" title={t(lang, 'site.search.none', { query: view.query })}>
          <p className="muted">{t(lang, 'site.search.noneHint')}</p>
          <p>
            <LinkButton href={href('/report')}>{t(lang, 'common.nav.report')}</LinkButton>
          </p>
        </Empty>
      )}
    </div>
  )
}

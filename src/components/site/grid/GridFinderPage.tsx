import { t } from '../../../i18n'
import { Empty } from '../../ui/Empty'
import { Crumbs } from '../Crumbs'
import { FindMyGrid } from '../home/FindMyGrid'
import { Onward } from '../Section'
import type { GridFinderView, SiteContext } from '../types'
import { UnitLinks } from './UnitLinks'

/** Find a grid unit by address, or by walking down the tree through plain links. Equal ways. */
export const GridFinderPage = ({ ctx, view }: { ctx: SiteContext; view: GridFinderView }) => {
  const { lang } = ctx
  return (
    <div className="stack-5">
      <div className="stack-3">
        <Crumbs ctx={ctx} crumbs={[{ text: t(lang, 'site.grid.title') }]} />
        <div className="stack">
          <h1>{t(lang, 'site.grid.title')}</h1>
          <p className="muted">{t(lang, 'site.grid.intro')}</p>
        </div>
        <FindMyGrid ctx={ctx} query={view.query} />
      </div>
      {view.hits && <Hits ctx={ctx} view={view} hits={view.hits} />}
      <Walk ctx={ctx} view={view} />
    </div>
  )
}

const Hits = ({ ctx, view, hits }: { ctx: SiteContext; view: GridFinderView; hits: NonNullable<GridFinderView['hits']> }) => {
  const { lang } = ctx
  if (hits.length === 0) {
    return (
      <Empty icon="search" title={t(lang, 'site.grid.none', { query: view.query ?? '' })}>
        <p className="muted">{t(lang, 'site.grid.noneHint')}</p>
      </Empty>
    )
  }
  return (
    <section className="stack" aria-labelledby="s-hits">
      <h2 id="s-hits">{view.more && view.total !== undefined ? t(lang, 'resident.nearest', { total: view.total, count: hits.length }) : t(lang, 'site.grid.found', { count: hits.length })}</h2>
      <UnitLinks ctx={ctx} units={hits} />
      {view.more && <p className="small muted">{t(lang, 'site.grid.more')}</p>}
    </section>
  )
}

const Walk = ({ ctx, view }: { ctx: SiteContext; view: GridFinderView }) => {
  const { lang, href } = ctx
  const here = view.walked.at(-1)
  return (
    <section className="stack" id="walk" aria-labelledby="s-walk">
      <h2 id="s-walk">{t(lang, 'site.grid.walk')}</h2>
      {here && (
        <nav className="crumbs" aria-label={t(lang, 'site.grid.walked')}>
          <ol>
            <li>
              <a href={href('/grid#walk')}>{t(lang, 'site.grid.top')}</a>
            </li>
            {view.walked.map((unit) => (
              <li key={unit.code}>{unit === here ? <span aria-current="location">{unit.name}</span> : <a href={href(unit.path)}>{unit.name}</a>}</li>
            ))}
          </ol>
        </nav>
      )}
      {here && <Onward href={href(`/grid/${encodeURIComponent(here.code)}`)} text={t(lang, 'site.grid.open', { name: here.name })} />}
      {view.children.length > 0 && (
        <>
          {view.levelName && <h3>{t(lang, 'site.grid.choose', { level: view.levelName })}</h3>}
          <UnitLinks ctx={ctx} units={view.children} />
        </>
      )}
      {view.children.length === 0 && <p className="muted">{t(lang, here ? 'site.grid.empty' : 'site.grid.noUnits')}</p>}
    </section>
  )
}

import { t } from '../../../i18n'
import type { PlaceRegister } from '../../../services/site/content/places'
import { Empty } from '../../ui/Empty'
import { Crumbs } from '../Crumbs'
import type { SiteContext } from '../types'

/** The registers that residents may read. */
export const PlacesPage = ({ ctx, registers }: { ctx: SiteContext; registers: PlaceRegister[] }) => {
  const { lang, href } = ctx
  return (
    <div className="stack-3">
      <Crumbs ctx={ctx} crumbs={[{ text: t(lang, 'registers.site.title') }]} />
      <div className="stack">
        <h1>{t(lang, 'registers.site.title')}</h1>
        <p className="muted">{t(lang, 'registers.site.lead')}</p>
      </div>
      {registers.length === 0 ? (
        <Empty icon="search" title={t(lang, 'registers.site.none')}><p className="muted">{t(lang, 'registers.site.noneHint')}</p></Empty>
      ) : (
        <ul className="list">
          {registers.map(({ code, name, intro, path, count }) => (
            <li key={code} className="entry">
              <p className="strong"><a href={href(path)}>{name}</a> <span className="muted">{t(lang, 'registers.site.count', { n: count })}</span></p>
              {intro && <p className="muted">{intro}</p>}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

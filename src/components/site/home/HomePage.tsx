import { t } from '../../../i18n'
import { NoticeItems } from '../notices/NoticeItems'
import { Section } from '../Section'
import type { HomeView, SiteContext } from '../types'
import { FindMyGrid } from './FindMyGrid'
import { Solved } from './Solved'
import { Tasks } from './Tasks'

/** Home: three large tasks, emergency numbers, notices, my grid, what was solved in the whole office. The one red surface is 我要反映. */
export const HomePage = ({ ctx, view }: { ctx: SiteContext; view: HomeView }) => {
  const { lang, href } = ctx
  return (
    <>
      <Tasks ctx={ctx} services={view.services} />
      {view.notices.length > 0 && (
        <Section id="notices" first title={t(lang, 'site.home.notices')} link={{ href: href('/notices'), text: t(lang, 'site.home.allNotices') }}>
          <NoticeItems ctx={ctx} items={view.notices} />
        </Section>
      )}
      {!view.noUnits && (
        <Section id="grid" first={view.notices.length === 0} title={t(lang, 'site.home.gridTitle')} about={t(lang, 'site.home.gridAbout')}>
          <FindMyGrid ctx={ctx} walkText={t(lang, 'site.grid.walkHome')} />
        </Section>
      )}
      {view.places && view.places.length > 0 && (
        <Section id="places" title={t(lang, 'registers.site.title')} link={{ href: href('/places'), text: t(lang, 'site.home.allPlaces') }}>
          <ul className="place-links">
            {view.places.map(({ path, name, count }) => <li key={path}><a href={href(path)}>{name}</a> <span className="muted">{t(lang, 'registers.site.count', { n: count })}</span></li>)}
          </ul>
        </Section>
      )}
      {view.solved && <Solved ctx={ctx} solved={view.solved} />}
    </>
  )
}

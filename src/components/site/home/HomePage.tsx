import { t } from '../../../i18n'
import { EMERGENCY } from '../SiteFooter'
import { NoticeItems } from '../notices/NoticeItems'
import { Section } from '../Section'
import type { HomeView, SiteContext } from '../types'
import { FindMyGrid } from './FindMyGrid'
import { Solved } from './Solved'
import { Task } from './Task'

/** Home: three large tasks, emergency numbers, notices, my grid, what was solved in the whole office. The one red surface is 我要反映. */
export const HomePage = ({ ctx, view }: { ctx: SiteContext; view: HomeView }) => {
  const { lang, href } = ctx
  return (
    <>
      <section aria-label={t(lang, 'site.home.tasks')}>
        <div className="tasks">
          <Task main icon="say" title={t(lang, 'common.nav.report')} href={href('/report')}>
            {t(lang, 'site.home.report')}
            {lang === 'en' && ' '}
            <span className="together">{t(lang, 'site.home.reportFree')}</span>
          </Task>
          <Task icon="track" title={t(lang, 'common.nav.track')} href={href('/track')}>
            {t(lang, 'site.home.track')}
          </Task>
          {view.services ? (
            <Task icon="serve" title={t(lang, 'common.nav.services')} href={href('/services')}>
              {t(lang, 'site.home.services', { count: view.services.count })}
            </Task>
          ) : (
            <Task icon="grid" title={t(lang, 'common.nav.grid')} href={href('/grid')}>
              {t(lang, 'site.home.grid')}
            </Task>
          )}
        </div>
        <p className="sos">
          <span>{t(lang, 'site.home.sos')}</span>
          {EMERGENCY.map(({ key, number }) => (
            <a key={key} href={`tel:${number}`}>
              {t(lang, `common.emergency.${key}`)} {number}
            </a>
          ))}
        </p>
      </section>
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

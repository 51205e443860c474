import { t } from '../../../i18n'
import { EMERGENCY } from '../SiteFooter'
import type { SiteContext } from '../types'
import { Task } from './Task'

/** The three large tasks with the emergency numbers below. The one red surface of a page is 我要反映. */
export const Tasks = ({ ctx, services, noUnits }: { ctx: SiteContext; services?: { count: number }; noUnits?: boolean }) => {
  const { lang, href } = ctx
  return (
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
        {services ? (
          <Task icon="serve" title={t(lang, 'common.nav.services')} href={href('/services')}>
            {t(lang, 'site.home.services', { count: services.count })}
          </Task>
        ) : noUnits ? null : (
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
  )
}

import { t } from '../../../i18n'
import type { PlacePageView } from '../../../services/site/content/places'
import { LinkButton } from '../../ui/Button'
import { Crumbs } from '../Crumbs'
import type { SiteContext } from '../types'
import { OpenNow } from './OpenNow'

/** One place, facility or activity: what the office says of it, and the way to report a problem there. */
export const PlacePage = ({ ctx, view, reports }: { ctx: SiteContext; view: PlacePageView; /** Whether the office takes reports now. */ reports: boolean }) => {
  const { lang, href } = ctx
  return (
    <div className="stack-3">
      <Crumbs ctx={ctx} crumbs={[{ text: t(lang, 'registers.site.title'), path: '/places' }, { text: view.register.name, path: view.register.path }, { text: view.title }]} />
      <div className="stack">
        <p className="muted">{view.register.name}</p>
        <h1>{view.title}</h1>
        {view.open && <OpenNow ctx={ctx} open={view.open} />}
      </div>
      {reports && (
        <div className="stack">
          <p><LinkButton href={href(view.reportPath)} tone="main">{t(lang, 'registers.site.report')}</LinkButton></p>
          <p className="small muted">{t(lang, 'registers.site.reportHint')} {t(lang, 'registers.site.wrong')}</p>
        </div>
      )}
      {(view.lines.length > 0 || view.where) && (
        <section className="stack" aria-labelledby="s-about">
          <h2 id="s-about">{t(lang, 'registers.site.about')}</h2>
          <dl className="places-facts">
            {view.where && <div><dt>{t(lang, 'registers.site.where')}</dt><dd>{view.where}</dd></div>}
            {view.lines.map(({ label, text }) => <div key={label}><dt>{label}</dt><dd>{text}</dd></div>)}
          </dl>
          {view.checked && <p className="small muted">{t(lang, 'registers.site.checked', { day: view.checked })}</p>}
        </section>
      )}
    </div>
  )
}

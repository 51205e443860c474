import { t } from '../../../i18n'
import { EMERGENCY } from '../SiteFooter'
import type { OfficeView, SiteContext } from '../types'

/** Whom to call, in letters that are read from two steps away; then who is on duty at the office. */
export const SosPage = ({ ctx: { lang, href }, office }: { ctx: SiteContext; office: OfficeView }) => (
  <div className="stack-4">
    <h1>{t(lang, 'site.sos.title')}</h1>
    <p className="lead">{t(lang, 'site.sos.now')}</p>
    <ul className="sos-numbers">
      {EMERGENCY.map(({ key, number }) => (
        <li key={key}>
          <a href={`tel:${number}`}>
            <span className="sos-number">{number}</span> <span>{t(lang, `common.emergency.${key}`)}</span>
          </a>
        </li>
      ))}
    </ul>
    <section className="stack" aria-labelledby="sos-office">
      <h2 id="sos-office">{t(lang, 'site.sos.office')}</h2>
      {office.dutyPhone ? (
        <p>
          <a className="own-line unbroken strong" href={`tel:${office.dutyPhone.dial}`}>{office.dutyPhone.text}</a>
          {office.dutyPhone.hours && <span className="muted"> {office.dutyPhone.hours}</span>}
        </p>
      ) : (
        <p className="muted">{t(lang, 'site.sos.none')}</p>
      )}
      {office.address && <p>{office.address}</p>}
      {office.openingHours?.map((line) => <p key={line}>{line}</p>)}
    </section>
    <p><a className="own-line" href={href('/report')}>{t(lang, 'site.sos.report')}</a></p>
  </div>
)

import type { ReactNode } from 'react'
import { Icon } from '../ui/Icon'
import { Phone } from '../ui/Phone'
import { ICP_SITE, policeSite } from '../../domain/site/filings'
import { t } from '../../i18n'
import type { OfficeView, SiteContext } from './types'

/** The numbers to call in an emergency, the same everywhere in the country. */
export const EMERGENCY = [
  { key: 'police', number: '110' },
  { key: 'fire', number: '119' },
  { key: 'medical', number: '120' },
] as const

/** All sections, how to reach the office, emergency numbers, and the filings that are configured. */
export const SiteFooter = ({ ctx: { lang, href }, office, children }: { ctx: SiteContext; office: OfficeView; children: ReactNode }) => (
  <footer className="foot" id="menu">
    <div className="wrap foot-columns">
      <nav aria-labelledby="foot-all">
        <h2 id="foot-all">{t(lang, 'common.nav.all')}</h2>
        {children}
        {office.faultPath && (
          <p>
            <a className="own-line" href={office.faultPath.startsWith('/') ? href(office.faultPath) : office.faultPath}>
              {t(lang, 'site.frame.fault')}
            </a>
          </p>
        )}
      </nav>
      {(office.address || office.openingHours || office.dutyPhone || office.siteContact) && <Contact lang={lang} office={office} />}
      <section aria-labelledby="foot-emergency">
        <h2 id="foot-emergency">{t(lang, 'common.emergency.title')}</h2>
        <p className="foot-numbers">
          {EMERGENCY.map(({ key, number }) => (
            <a className="strong own-line unbroken" key={key} href={`tel:${number}`}>
              {t(lang, `common.emergency.${key}`)} {number}
            </a>
          ))}
        </p>
        <p>{t(lang, 'common.emergency.call')}</p>
      </section>
    </div>
    {office.legal && <Legal lang={lang} legal={office.legal} />}
  </footer>
)

const Contact = ({ lang, office }: { lang: SiteContext['lang']; office: OfficeView }) => (
  <section aria-labelledby="foot-contact">
    <h2 id="foot-contact">{t(lang, 'site.frame.contact')}</h2>
    {office.address && <p>{office.address}</p>}
    {office.openingHours?.map((line) => <p key={line}>{line}</p>)}
    {office.dutyPhone && (
      <p>
        {t(lang, 'site.frame.duty')} <Phone phone={office.dutyPhone} own />
        {office.dutyPhone.hours && <span className="muted"> {office.dutyPhone.hours}</span>}
      </p>
    )}
    {office.siteContact?.map((line) => <p key={line}>{line}</p>)}
  </section>
)

const Legal = ({ lang, legal }: { lang: SiteContext['lang']; legal: NonNullable<OfficeView['legal']> }) => (
  <div className="wrap">
    <ul className="foot-legal">
      {legal.sponsor && <li>{t(lang, 'site.frame.sponsor', { name: legal.sponsor })}</li>}
      {legal.supportedBy && <li>{t(lang, 'site.frame.supportedBy', { name: legal.supportedBy })}</li>}
      {legal.siteId && <li>{t(lang, 'site.frame.siteId', { number: legal.siteId })}</li>}
      {legal.policeFiling && (
        <li>
          <a href={policeSite(legal.policeFiling)} rel="external noreferrer">
            <Icon name="shield" />
            {legal.policeFiling}
          </a>
        </li>
      )}
    </ul>
    {legal.icp && (
      <p className="foot-icp">
        <a href={ICP_SITE} rel="external noreferrer">
          {legal.icp}
        </a>
      </p>
    )}
  </div>
)

import { t } from '../../../i18n'
import { Icon } from '../../ui/Icon'
import { AlertBand } from '../AlertBand'
import { makeHref } from '../href'
import type { SiteFrameProps } from '../SiteFrame'
import type { SiteContext } from '../types'
import { IDLE } from './tiles'

/** Around every page of a touch terminal: the way home, the other language, an end that clears, and nothing that leads out of the portal. */
export const KioskFrame = ({ ctx, office, alerts = [], kind, children }: SiteFrameProps) => {
  const { lang, href } = ctx
  return (
    <>
      <a className="skip" href="#main">{t(lang, 'common.nav.skip')}</a>
      <header className="kiosk-top">
        <p className="office">
          <span className={[...office.seal].length > 1 ? 'seal seal-long' : 'seal'} aria-hidden="true">{office.seal}</span>
          <span className="office-name">{office.name}</span>
        </p>
        <Ways ctx={ctx} home={kind === 'home'} />
      </header>
      {alerts.map((alert) => <AlertBand key={alert.id ?? alert.title} ctx={ctx} alert={alert} />)}
      <main id="main" className="wrap page" tabIndex={-1}>
        {kind === 'home' && <h1 className="unseen">{t(lang, 'site.kiosk.title')}</h1>}
        {children}
      </main>
      <footer className="kiosk-foot">
        <p>{t(lang, 'site.kiosk.forget', { seconds: IDLE.after })}</p>
        {office.dutyPhone && <p>{t(lang, 'site.frame.duty')} <span className="unbroken strong">{office.dutyPhone.text}</span></p>}
        {kind === 'home' && office.legal?.icp && <p>{office.legal.icp}</p>}
      </footer>
      <dialog className="kiosk-still" aria-labelledby="kiosk-still" suppressHydrationWarning data-light="kiosk" data-after={IDLE.after} data-warn={IDLE.warn} data-leave={href('/do/leave')} data-home={href('/')}>
        <h2 id="kiosk-still">{t(lang, 'site.kiosk.still')}</h2>
        <p suppressHydrationWarning data-words={t(lang, 'site.kiosk.clearing', { seconds: '%' })}>{t(lang, 'site.kiosk.clearing', { seconds: IDLE.warn })}</p>
        <button className="button button-main" type="button">{t(lang, 'site.kiosk.stay')}</button>
      </dialog>
    </>
  )
}

const Ways = ({ ctx: { lang, mode, path, href }, home }: { ctx: SiteContext; home: boolean }) => {
  const other = lang === 'zh' ? 'en' : 'zh'
  return (
    <div className="kiosk-ways">
      {!home && (
        <a className="button" href={href('/')}>
          <Icon name="back" />
          {t(lang, 'site.kiosk.home')}
        </a>
      )}
      <a className="button" href={makeHref({ lang: other, mode })(path)} lang={other === 'zh' ? 'zh-CN' : 'en'} hrefLang={other === 'zh' ? 'zh-CN' : 'en'}>
        {t(lang, `common.language.${other}`)}
      </a>
      {!home && (
        <form method="post" action={href('/do/leave')}>
          <button className="button" type="submit">{t(lang, 'site.kiosk.leave')}</button>
        </form>
      )}
    </div>
  )
}

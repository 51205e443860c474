import { t } from '../../../i18n'
import type { Lang } from '../../../domain/words'
import { QrCode } from '../../ui/QrCode'
import type { FactorVM, RecoveryVM } from '../types'
import { Answer, Hidden, Note } from './parts'

const inFours = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? secret

/** Setting up a second factor: a picture to scan, the same as text, and a code that shows it arrived. A plain form. */
export const FactorPage = ({ lang, view }: { lang: Lang; view: FactorVM }) => (
  <main className="entry wide" id="main">
    <div className="panel entry-form">
      <form className="stack wide" method="post" action={view.action} aria-labelledby="factor-head">
        <h1 id="factor-head">{t(lang, view.again ? 'account.setUp.again' : 'account.setUp.title')}</h1>
        {view.forced ? <Note icon="key" title={t(lang, 'account.setUp.forced')}><p>{t(lang, 'account.setUp.forcedWhy')}</p></Note> : null}
        {view.error?.text ? <Note tone="warn" live="alert">{view.error.text}</Note> : null}
        <Hidden values={{ box: view.box, next: view.next }} />
        <ol className="factor-steps">
          <li>{t(lang, 'account.setUp.step1')}</li>
          <li>
            {t(lang, 'account.setUp.step2')}
            <QrCode size={view.qr.size} dark={view.qr.dark} label={t(lang, 'account.setUp.picture')} />
            <p className="hint">{t(lang, 'account.setUp.typed')}</p>
            <p><code className="factor-secret">{inFours(view.secret)}</code></p>
          </li>
          <li>
            {t(lang, 'account.setUp.step3')}
            <Answer name="code" label={t(lang, 'account.code.label')} fault={view.fault} autoComplete="one-time-code" digits />
          </li>
        </ol>
        <p className="row">
          <button className="btn main" type="submit">{t(lang, 'account.setUp.go')}</button>
          {view.cancelHref ? <a className="btn quiet" href={view.cancelHref}>{t(lang, 'account.setUp.cancel')}</a> : null}
        </p>
      </form>
      {view.forced ? <form method="post" action={view.signOutAction}><button className="btn quiet small" type="submit">{t(lang, 'account.code.other')}</button></form> : null}
    </div>
  </main>
)

/** Recovery codes, shown once; without them, that they were. */
export const RecoveryPage = ({ lang, view }: { lang: Lang; view: RecoveryVM }) => (
  <main className="entry wide" id="main">
    <div className="panel entry-form">
      <h1>{t(lang, 'account.codes.title')}</h1>
      {view.codes.length === 0 ? <p>{t(lang, 'account.codes.gone')}</p> : (
        <>
          <p>{t(lang, 'account.codes.why')}</p>
          <ul className="recovery">{view.codes.map((code) => <li key={code}><code>{code}</code></li>)}</ul>
        </>
      )}
      <p><a className="btn main" href={view.onwardHref}>{t(lang, view.codes.length === 0 ? 'account.codes.back' : 'account.codes.onward')}</a></p>
    </div>
  </main>
)

import { t } from '../../../i18n'
import type { Lang } from '../../../domain/words'
import type { ProveVM } from '../types'
import { Answer, Hidden, Note } from './parts'

/** A proof of who acts, for pages without scripts. A plain form. */
export const ProvePage = ({ lang, view }: { lang: Lang; view: ProveVM }) => (
  <main className="entry" id="main">
    <form className="panel entry-form" method="post" action={view.action} aria-labelledby="prove-head">
      <h1 id="prove-head">{t(lang, 'account.prove.title')}</h1>
      <p>{t(lang, 'account.prove.why')}</p>
      {view.error?.text ? <Note tone="late" live="alert">{view.error.text}</Note> : null}
      <Hidden values={{ next: view.next, carry: view.carry }} />
      {view.asked === 'provider' ? <p><a className="btn main" href={view.providerHref}>{t(lang, 'account.prove.provider')}</a></p> : (
        <Answer name="proof" label={t(lang, view.asked === 'code' ? 'account.prove.code' : 'account.prove.password')} fault={view.fault} digits={view.asked === 'code'}
          {...(view.asked === 'code' ? { hint: t(lang, 'account.prove.codeHint'), autoComplete: 'one-time-code' } : { type: 'password', autoComplete: 'current-password' })} />
      )}
      <p className="row">
        {view.asked === 'provider' ? null : <button className="btn main" type="submit">{t(lang, 'account.prove.go')}</button>}
        <a className="btn quiet" href={view.cancelHref}>{t(lang, 'account.prove.cancel')}</a>
      </p>
    </form>
  </main>
)

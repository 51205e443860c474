import { t } from '../../../i18n'
import type { Lang } from '../../../domain/words'
import type { CodeVM } from '../types'
import { Answer, Hidden, Note } from './parts'

/** The second factor at the sign-in. A plain form. */
export const CodePage = ({ lang, view }: { lang: Lang; view: CodeVM }) => (
  <main className="entry" id="main">
    <div className="panel entry-form">
      <form className="stack" method="post" action={view.action} aria-labelledby="code-head">
        <h1 id="code-head">{t(lang, 'account.code.title')}</h1>
        <p>{t(lang, 'account.code.why', { name: view.name })}</p>
        {view.error?.text ? <Note tone="late" live="alert">{view.error.text}</Note> : null}
        <Hidden values={{ next: view.next }} />
        <Answer name="code" label={t(lang, 'account.code.label')} hint={t(lang, 'account.code.hint')} fault={view.fault} autoComplete="one-time-code" digits />
        <p className="row"><button className="btn main" type="submit">{t(lang, 'account.code.go')}</button></p>
      </form>
      <p className="hint">{t(lang, 'account.code.lost')}</p>
      <form method="post" action={view.signOutAction}><button className="btn quiet small" type="submit">{t(lang, 'account.code.other')}</button></form>
    </div>
  </main>
)

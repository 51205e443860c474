import { t } from '../../../i18n'
import type { Act } from '../../../domain/publishing/chain'
import type { Lang } from '../../../domain/words'
import type { NoticeDetail } from '../../../services/desk/noticeDetail'
import { Panel } from '../ui/Panel'

/** The one filled button: the next step on the way. */
const MAIN = ['publish', 'approve', 'submit'] as const satisfies readonly Act[]

const Hidden = ({ view }: { view: NoticeDetail }) => <input type="hidden" name="revision" value={view.revision} />

/** What may be done now: the next step, then the ways back. Every form is a plain one. */
export const ChainActs = ({ lang, view }: { lang: Lang; view: NoticeDetail }) => {
  const main = MAIN.find((act) => view.acts.includes(act))
  const reason = view.findings.some(({ gravity }) => gravity === 'block')
  return (
    <Panel title={t(lang, 'publishing.now')}>
      <div className="inside stack">
        {view.roles.length > 0 ? <p className="small muted">{t(lang, 'publishing.reviewedBy', { roles: view.roles.join(lang === 'zh' ? ' → ' : ' → ') })}</p> : <p className="small muted">{t(lang, 'publishing.noReviews')}</p>}
        {view.acts.length === 0 ? <p className="muted">{t(lang, 'publishing.nothingNow')}</p> : null}
        {main ? (
          <form className="stack" method="post" action={`${view.href}/act`}>
            <Hidden view={view} />
            {main === 'publish' ? null : (
              <label className="field">
                <span className="field-name">{t(lang, main === 'submit' && reason ? 'publishing.whyAnyway' : 'publishing.note')}</span>
                <textarea className="input" name="note" rows={2} maxLength={500} required={main === 'submit' && reason} />
              </label>
            )}
            <div className="row"><button className="btn main" type="submit" name="act" value={main}>{t(lang, `publishing.act.${main}`)}</button></div>
          </form>
        ) : null}
        {view.acts.includes('schedule') ? (
          <form className="stack" method="post" action={`${view.href}/act`}>
            <Hidden view={view} />
            <label className="field"><span className="field-name">{t(lang, 'publishing.at')}</span><input className="input" type="datetime-local" name="at" required /></label>
            <div className="row"><button className="btn" type="submit" name="act" value="schedule">{t(lang, 'publishing.act.schedule')}</button></div>
          </form>
        ) : null}
        {(['unschedule', 'archive'] as const).filter((act) => view.acts.includes(act)).map((act) => (
          <form key={act} method="post" action={`${view.href}/act`}>
            <Hidden view={view} />
            <button className="btn" type="submit" name="act" value={act}>{t(lang, `publishing.act.${act}`)}</button>
          </form>
        ))}
        {(['sendBack', 'withdraw'] as const).filter((act) => view.acts.includes(act)).map((act) => (
          <details key={act}>
            <summary>{t(lang, `publishing.act.${act}`)}</summary>
            <form className="stack" method="post" action={`${view.href}/act`}>
              <Hidden view={view} />
              <label className="field"><span className="field-name">{t(lang, 'publishing.reason')}</span><textarea className="input" name="note" rows={2} maxLength={500} required /></label>
              <div className="row"><button className="btn" type="submit" name="act" value={act}>{t(lang, `publishing.act.${act}`)}</button></div>
            </form>
          </details>
        ))}
        <p className="row">
          {view.editHref ? <a className="btn" href={view.editHref}>{t(lang, 'publishing.edit')}</a> : null}
          {view.publicHref ? <a href={view.publicHref}>{t(lang, 'publishing.public')}</a> : null}
        </p>
      </div>
    </Panel>
  )
}

import { t } from '../../../i18n'
import type { Act } from '../../../domain/publishing/chain'
import type { Lang } from '../../../domain/words'
import type { NoticeDetail } from '../../../services/desk/noticeDetail'
import { Panel } from '../ui/Panel'

/** The one filled button: the next step on the way. */
const MAIN = ['publish', 'approve', 'submit'] as const satisfies readonly Act[]

const Hidden = ({ view }: { view: NoticeDetail }) => <input type="hidden" name="revision" value={view.revision} />

type Props = { lang: Lang; view: NoticeDetail }

const Main = ({ lang, view, act }: Props & { act: (typeof MAIN)[number] }) => {
  const reason = act === 'submit' && view.findings.some(({ gravity }) => gravity === 'block')
  return (
    <form className="stack" method="post" action={`${view.href}/act`}>
      <Hidden view={view} />
      {act === 'publish' ? null : (
        <label className="field">
          <span className="field-name">{t(lang, reason ? 'publishing.whyAnyway' : 'publishing.note')}</span>
          <textarea className="input" name="note" rows={2} maxLength={500} required={reason} />
        </label>
      )}
      <div className="row"><button className="btn main" type="submit" name="act" value={act}>{t(lang, `publishing.act.${act}`)}</button></div>
    </form>
  )
}

const Later = ({ lang, view }: Props) => (
  <form className="stack" method="post" action={`${view.href}/act`}>
    <Hidden view={view} />
    <label className="field"><span className="field-name">{t(lang, 'publishing.at')}</span><input className="input" type="datetime-local" name="at" required /></label>
    <div className="row"><button className="btn" type="submit" name="act" value="schedule">{t(lang, 'publishing.act.schedule')}</button></div>
  </form>
)

const Plain = ({ lang, view, act }: Props & { act: 'unschedule' | 'archive' }) => (
  <form method="post" action={`${view.href}/act`}>
    <Hidden view={view} />
    <button className="btn" type="submit" name="act" value={act}>{t(lang, `publishing.act.${act}`)}</button>
  </form>
)

const WithReason = ({ lang, view, act }: Props & { act: 'sendBack' | 'withdraw' }) => (
  <details>
    <summary>{t(lang, `publishing.act.${act}`)}</summary>
    <form className="stack" method="post" action={`${view.href}/act`}>
      <Hidden view={view} />
      <label className="field"><span className="field-name">{t(lang, 'publishing.reason')}</span><textarea className="input" name="note" rows={2} maxLength={500} required /></label>
      <div className="row"><button className="btn" type="submit" name="act" value={act}>{t(lang, `publishing.act.${act}`)}</button></div>
    </form>
  </details>
)

/** What may be done now: the next step, then the ways back. Every form is a plain one. */
export const ChainActs = ({ lang, view }: Props) => {
  const main = MAIN.find((act) => view.acts.includes(act))
  return (
    <Panel title={t(lang, 'publishing.now')}>
      <div className="inside stack">
        <p className="small muted">{view.roles.length > 0 ? t(lang, 'publishing.reviewedBy', { roles: view.roles.join(' → ') }) : t(lang, 'publishing.noReviews')}</p>
        {view.acts.length === 0 ? <p className="muted">{t(lang, 'publishing.nothingNow')}</p> : null}
        {main ? <Main lang={lang} view={view} act={main} /> : null}
        {view.acts.includes('schedule') ? <Later lang={lang} view={view} /> : null}
        {(['unschedule', 'archive'] as const).filter((act) => view.acts.includes(act)).map((act) => <Plain key={act} lang={lang} view={view} act={act} />)}
        {(['sendBack', 'withdraw'] as const).filter((act) => view.acts.includes(act)).map((act) => <WithReason key={act} lang={lang} view={view} act={act} />)}
        <p className="row">
          {view.editHref ? <a className="btn" href={view.editHref}>{t(lang, 'publishing.edit')}</a> : null}
          {view.publicHref ? <a href={view.publicHref}>{t(lang, 'publishing.public')}</a> : null}
        </p>
      </div>
    </Panel>
  )
}

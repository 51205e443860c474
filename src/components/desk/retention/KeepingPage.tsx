import { t } from '../../../i18n'
import type { Lang } from '../../../domain/words'
import type { KeepingView } from '../../../services/desk/retention'
import { Panel } from '../ui/Panel'
import { DoneLine, FaultLine } from './FaultLine'
import { HoldFields, LiftForm } from './RetentionPage'
import { dayIn } from '../../../domain/clocks/dayIn'

type Props = { lang: Lang; zone: string; view: KeepingView; fault?: string | undefined; done?: string | undefined }

/** One matter as it is kept: whether something holds it, and the answer to a wish to erase it. */
export const KeepingPage = ({ lang, zone, view, fault, done }: Props) => (
  <main className="page" id="main">
    <div className="page-head">
      <div>
        <p className="small muted"><a href={view.href}>{view.number}</a> · {t(lang, 'retention.title')}</p>
        <h1>{view.title}</h1>
      </div>
    </div>
    <div className="stack wide">
      <FaultLine lang={lang} fault={fault} />
      <DoneLine lang={lang} done={done} />
      <Asked lang={lang} zone={zone} view={view} />
      <HoldPart lang={lang} zone={zone} view={view} />
    </div>
  </main>
)

const Asked = ({ lang, zone, view }: Props) => (
  <Panel title={t(lang, 'retention.requests')}>
    <div className="inside stack">
      {view.asked ? (
        <>
          <p>{t(lang, 'retention.askedOn', { day: dayIn(zone, view.asked.at) })} · {t(lang, 'retention.answerBy', { day: dayIn(zone, view.asked.by) })}</p>
          {view.asked.reason ? <p className="pre">{view.asked.reason}</p> : null}
          {view.mayAnswer ? <AnswerForm lang={lang} view={view} /> : <p className="muted">{t(lang, 'retention.notYours')}</p>}
        </>
      ) : <p className="muted">{t(lang, 'retention.notAsked')}</p>}
    </div>
  </Panel>
)

const AnswerForm = ({ lang, view }: { lang: Lang; view: KeepingView }) => (
  <form className="stack" method="post" action="/desk/retention/go">
    <input type="hidden" name="id" value={view.id} /><input type="hidden" name="revision" value={view.revision} />
    <fieldset className="stack">
      <legend>{t(lang, 'retention.answer')}</legend>
      <label className="row"><input type="radio" name="agree" value="yes" required disabled={view.hold !== undefined} /> <span>{t(lang, 'retention.agree')}</span></label>
      <label className="row"><input type="radio" name="agree" value="no" required /> <span>{t(lang, 'retention.refuse')}</span></label>
    </fieldset>
    <p className="hint">{t(lang, 'retention.law')}</p>
    <label className="field"><span className="field-name">{t(lang, 'retention.answerText')}</span><textarea className="input" name="text" rows={4} required minLength={4} maxLength={1000} /></label>
    <div className="row"><button className="btn main" type="submit" name="do" value="answer">{t(lang, 'retention.send')}</button></div>
  </form>
)

const HoldPart = ({ lang, zone, view }: Props) => (
  <Panel title={t(lang, 'retention.holdTitle')}>
    <div className="inside stack">
      <p className="hint">{t(lang, 'retention.holdHint')}</p>
      {view.hold ? (
        <>
          <p><b>{view.hold.reason}</b></p>
          <p>{t(lang, 'retention.heldBy', { name: view.hold.by, day: dayIn(zone, view.hold.setAt) })} · {t(lang, 'retention.reviewOn', { day: dayIn(zone, view.hold.reviewBy) })}</p>
          {view.mayHold ? <LiftForm lang={lang} kind="matter" id={view.id} /> : null}
        </>
      ) : view.mayHold ? (
        <form className="stack" method="post" action="/desk/retention/go">
          <input type="hidden" name="kind" value="matter" /><input type="hidden" name="id" value={view.id} />
          <HoldFields lang={lang} />
          <div className="row"><button className="btn" type="submit" name="do" value="hold">{t(lang, 'retention.hold')}</button></div>
        </form>
      ) : <p className="muted">{t(lang, 'retention.notHeld')}</p>}
    </div>
  </Panel>
)

import { t } from '../../../i18n'
import { say, type Lang } from '../../../domain/words'
import type { Plan, PlanTotal } from '../../../services/forget/plan'
import type { HoldLine, RequestLine, RetentionView, RunLine } from '../../../services/desk/retention'
import { Banner } from '../ui/Banner'
import { Empty } from '../ui/Empty'
import { Icon } from '../ui/icons'
import { Panel } from '../ui/Panel'
import { DoneLine, FaultLine } from './FaultLine'
import { dayIn, minuteIn } from '../../../domain/clocks/dayIn'

type Place = { lang: Lang; zone: string }
type Props = Place & { view: RetentionView; fault?: string | undefined; done?: string | undefined }

/** What is due to be forgotten, what is held back, what residents asked for, and the certificates of what went. */
export const RetentionPage = ({ lang, zone, view, fault, done }: Props) => (
  <main className="page" id="main">
    <div className="page-head">
      <div>
        <p className="small muted">{t(lang, 'retention.title')}</p>
        <h1>{view.plan ? t(lang, view.plan.due > 0 ? 'retention.headline' : 'retention.headlineNone', { n: view.plan.due }) : t(lang, 'retention.requests')}</h1>
        <p className="muted">{t(lang, view.on ? 'retention.on' : 'retention.off')}{view.plan ? <> <a href="/desk/processing">{t(lang, 'processing.title')}</a></> : null}</p>
      </div>
    </div>
    <div className="stack wide">
      <FaultLine lang={lang} fault={fault} />
      <DoneLine lang={lang} done={done} />
      {view.running ? <Banner title={t(lang, 'retention.running')} /> : null}
      <Requests lang={lang} zone={zone} requests={view.requests} />
      {view.plan ? <Due lang={lang} zone={zone} view={view} plan={view.plan} /> : null}
      {view.plan ? <Holds lang={lang} zone={zone} view={view} /> : null}
      {view.plan ? <Runs lang={lang} zone={zone} runs={view.runs} /> : null}
    </div>
  </main>
)

const Requests = ({ lang, zone, requests }: Place & { requests: RequestLine[] }) => (
  <Panel title={t(lang, 'retention.requests')} count={requests.length}>
    {requests.length === 0 ? <Empty title={t(lang, 'retention.noRequests')} /> : (
      <ul>
        {requests.map(({ id, number, askedAt, answerBy, late, href }) => (
          <li className="line" key={id}>
            <a className="line-title" href={href}>{number}</a>
            <p className="line-meta">{t(lang, 'retention.askedOn', { day: dayIn(zone, askedAt) })} · <span className={late ? 'late-text' : undefined}>{late ? <Icon name="alert" /> : null}{t(lang, late ? 'retention.answerLate' : 'retention.answerBy', { day: dayIn(zone, answerBy) })}</span></p>
          </li>
        ))}
      </ul>
    )}
  </Panel>
)

const Totals = ({ lang, zone, totals }: Place & { totals: PlanTotal[] }) => (
  <div className="scroll-x" tabIndex={0} role="group" aria-label={t(lang, 'retention.totals')}>
    <table className="table plain">
      <thead><tr><th scope="col">{t(lang, 'retention.what')}</th><th scope="col">{t(lang, 'retention.rule')}</th><th scope="col">{t(lang, 'retention.count')}</th><th scope="col">{t(lang, 'retention.rested')}</th></tr></thead>
      <tbody>
        {totals.map(({ rule, n, oldest, newest }) => (
          <tr key={`${rule.kind} ${rule.code}`}>
            <th scope="row">{say(rule.name, lang)}<small className="muted one">{t(lang, `retention.kind.${rule.kind}`)}</small></th>
            <td>{t(lang, `retention.mode.${rule.mode}`, { days: rule.days })}</td>
            <td>{n}</td>
            <td>{oldest === undefined || newest === undefined ? '—' : `${dayIn(zone, oldest)} – ${dayIn(zone, newest)}`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

const Lines = ({ lang, zone, plan }: Place & { plan: Plan }) => (
  <details className="inside">
    <summary>{t(lang, plan.lines.length < plan.due + plan.held ? 'retention.list' : 'retention.listAll', { n: plan.lines.length })}</summary>
    <div className="scroll-x" tabIndex={0} role="group" aria-label={t(lang, 'retention.list', { n: plan.lines.length })}>
      <table className="table plain">
        <thead><tr><th scope="col">{t(lang, 'retention.number')}</th><th scope="col">{t(lang, 'retention.opened')}</th><th scope="col">{t(lang, 'retention.last')}</th><th scope="col">{t(lang, 'retention.goes')}</th></tr></thead>
        <tbody>
          {plan.lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">{line.code}</th>
              <td>{dayIn(zone, line.openedAt)}</td>
              <td>{dayIn(zone, line.lastAt)}</td>
              <td>{line.held ? <span className="tag warn">{t(lang, 'retention.held')}</span> : `${t(lang, `retention.goesBy.${line.mode}`)}${line.hasContact ? t(lang, 'retention.withContact') : ''}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </details>
)

const Due = ({ lang, zone, view, plan }: Place & { view: RetentionView; plan: Plan }) => (
  <Panel title={t(lang, 'retention.due')} count={plan.due}>
    {plan.more ? <p className="inside muted">{t(lang, 'retention.more', { n: plan.due })}</p> : null}
    {plan.rules.length === 0 ? <Empty icon="clock" title={t(lang, 'retention.noRules')} hint={t(lang, 'retention.noRulesHint')} /> : <Totals lang={lang} zone={zone} totals={plan.totals} />}
    {plan.lines.length > 0 ? <Lines lang={lang} zone={zone} plan={plan} /> : null}
    {plan.lines.length > 0 ? <p className="inside"><a href="/desk/api/retention/list" download>{t(lang, 'retention.file', { n: plan.due + plan.held })}</a></p> : null}
    {plan.due > 0 && view.mayRun && !view.running ? (
      <form className="inside stack" method="post" action="/desk/retention/go">
        <input type="hidden" name="seen" value={plan.digest} />
        <label className="row"><input type="checkbox" name="sure" value="yes" required /> <span>{t(lang, 'retention.sure', { n: plan.due })}</span></label>
        <div className="row"><button className="btn main" type="submit" name="do" value="run">{t(lang, 'retention.run')}</button></div>
      </form>
    ) : null}
  </Panel>
)

const Holds = ({ lang, zone, view: { holds, mayHold } }: Place & { view: RetentionView }) => (
  <Panel title={t(lang, 'retention.holds')} count={holds.length}>
    {holds.length === 0 ? <Empty title={t(lang, 'retention.noHolds')} hint={mayHold ? t(lang, 'retention.holdHow') : undefined} /> : (
      <ul>{holds.map((hold) => <Hold key={`${hold.kind} ${hold.id}`} lang={lang} zone={zone} hold={hold} mayHold={mayHold} />)}</ul>
    )}
    {mayHold ? (
      <form className="inside stack" method="post" action="/desk/retention/go">
        <p><b>{t(lang, 'retention.holdNew')}</b></p>
        <label className="field"><span className="field-name">{t(lang, 'retention.holdWhat')}</span><input className="input" name="code" required maxLength={120} /></label>
        <HoldFields lang={lang} />
        <div className="row"><button className="btn" type="submit" name="do" value="hold">{t(lang, 'retention.hold')}</button></div>
      </form>
    ) : null}
  </Panel>
)

/** Why, and when it is looked at again. */
export const HoldFields = ({ lang }: { lang: Lang }) => (
  <>
    <label className="field"><span className="field-name">{t(lang, 'retention.reason')}</span><input className="input" name="reason" required minLength={4} maxLength={500} /></label>
    <label className="field"><span className="field-name">{t(lang, 'retention.reviewBy')}</span><input className="input" type="date" name="reviewBy" required /></label>
  </>
)

const Hold = ({ lang, zone, hold, mayHold }: Place & { hold: HoldLine; mayHold: boolean }) => (
  <li className="line">
    {hold.href ? <a className="line-title" href={hold.href}>{hold.name}</a> : <span className="line-title">{hold.name}</span>}
    <p className="line-meta">{hold.reason} · {t(lang, 'retention.heldBy', { name: hold.by, day: dayIn(zone, hold.setAt) })} · <span className={hold.late ? 'warn-text' : undefined}>{t(lang, hold.late ? 'retention.reviewLate' : 'retention.reviewOn', { day: dayIn(zone, hold.reviewBy) })}</span></p>
    {mayHold && hold.kind === 'entry' ? <LiftForm lang={lang} kind="entry" id={hold.id} /> : null}
  </li>
)

/** Lifts a hold, with why. */
export const LiftForm = ({ lang, kind, id }: { lang: Lang; kind: 'matter' | 'entry'; id: string }) => (
  <form className="stack" method="post" action="/desk/retention/go">
    <input type="hidden" name="kind" value={kind} /><input type="hidden" name="id" value={id} />
    <label className="field"><span className="field-name">{t(lang, 'retention.liftReason')}</span><input className="input" name="reason" required minLength={4} maxLength={500} /></label>
    <div className="row"><button className="btn" type="submit" name="do" value="lift">{t(lang, 'retention.lift')}</button></div>
  </form>
)

const Runs = ({ lang, zone, runs }: Place & { runs: RunLine[] }) => (
  <Panel title={t(lang, 'retention.runs')} count={runs.length}>
    {runs.length === 0 ? <Empty icon="list" title={t(lang, 'retention.noRuns')} /> : (
      <ul>
        {runs.map((run) => (
          <li className="line" key={run.id}>
            <a className="line-title" href={run.href}>{minuteIn(zone, run.startedAt)}</a>
            <p className="line-meta">{run.finishedAt === undefined ? t(lang, 'retention.running') : t(lang, 'retention.went', { deleted: run.deleted, anonymised: run.anonymised })}{run.failed > 0 ? ` · ${t(lang, 'retention.failed', { n: run.failed })}` : ''}</p>
          </li>
        ))}
      </ul>
    )}
  </Panel>
)

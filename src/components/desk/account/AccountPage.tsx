import { t } from '../../../i18n'
import { Time } from '../../ui/Time'
import type { DateContext } from '../../ui/dates'
import type { AccountVM, SessionRowVM } from '../types'
import { Panel } from '../ui/Panel'
import { Hidden, Note } from './parts'

type Props = { ctx: DateContext; view: AccountVM }
type ActProps = { action: string; values: Record<string, string>; label: string; name?: string; strong?: boolean }

const Act = ({ action, values, label, name, strong }: ActProps) => (
  <form method="post" action={action}><Hidden values={values} /><button className={strong ? 'btn' : 'btn small'} type="submit" aria-label={name}>{label}</button></form>
)

const Password = ({ ctx, view }: Props) => (
  <Panel title={t(ctx.lang, 'account.password.title')}>
    <div className="inside stack">
      <p>{t(ctx.lang, 'account.password.set')}{view.passwordAt === undefined ? t(ctx.lang, 'account.password.never') : <Time at={view.passwordAt} as="near" ctx={ctx} />}</p>
      {view.passwordLeft === undefined ? null : <p>{t(ctx.lang, 'account.password.left', { days: view.passwordLeft })}</p>}
      <p><a className="btn" href={view.passwordHref}>{t(ctx.lang, 'account.password.change')}</a></p>
    </div>
  </Panel>
)

const FactorOn = ({ ctx, view: { factor, action } }: Props) => (
  <>
    <p>{t(ctx.lang, 'account.factor.on')}{factor.since === undefined ? null : <Time at={factor.since} as="near" ctx={ctx} />}</p>
    {factor.codesLeft > 0 ? <p>{t(ctx.lang, 'account.factor.codesLeft', { n: factor.codesLeft })}</p> : <Note tone="warn">{t(ctx.lang, 'account.factor.noCodes')}</Note>}
    <div className="row">
      <Act action={action} values={{ act: 'recovery' }} label={t(ctx.lang, 'account.factor.renew')} strong />
      <a className="btn quiet" href={factor.setUpHref}>{t(ctx.lang, 'account.factor.replace')}</a>
    </div>
  </>
)

const Factor = ({ ctx, view }: Props) => (
  <Panel title={t(ctx.lang, 'account.factor.title')}>
    <div className="inside stack">
      {view.factor.on ? <FactorOn ctx={ctx} view={view} /> : (
        <>
          <p><b>{t(ctx.lang, 'account.factor.off')}</b></p>
          <p>{t(ctx.lang, 'account.factor.offWhy')}</p>
          <p><a className="btn" href={view.factor.setUpHref}>{t(ctx.lang, 'account.factor.setUp')}</a></p>
        </>
      )}
      {view.factor.required ? <p className="hint">{t(ctx.lang, 'account.factor.required')}</p> : null}
    </div>
  </Panel>
)

const SessionLine = ({ ctx, row, action }: { ctx: DateContext; row: SessionRowVM; action: string }) => (
  <li className="line session">
    <p className="line-title">{row.device} {row.own ? <span className="tag done">{t(ctx.lang, 'account.sessions.own')}</span> : null}</p>
    <p className="line-meta">
      {row.address ? <>{t(ctx.lang, 'account.sessions.from', { address: row.address })} · </> : null}
      {row.way === 'provider' ? <>{t(ctx.lang, 'account.sessions.provider')} · </> : null}
      {t(ctx.lang, 'account.sessions.since')}<Time at={row.since} as="near" ctx={ctx} /> · {t(ctx.lang, 'account.sessions.seen')}<Time at={row.lastSeenAt} as="near" ctx={ctx} />
    </p>
    {row.own ? null : <div className="line-end"><Act action={action} values={{ act: 'endOne', row: row.id }} label={t(ctx.lang, 'account.sessions.end')} name={t(ctx.lang, 'account.sessions.endThis', { device: row.device })} /></div>}
  </li>
)

const Sessions = ({ ctx, view }: Props) => (
  <Panel title={t(ctx.lang, 'account.sessions.title')} count={view.sessions.length}>
    <ul>{view.sessions.map((row) => <SessionLine key={row.id} ctx={ctx} row={row} action={view.action} />)}</ul>
    <div className="inside stack">
      {view.sessions.length > 1 ? (
        <>
          <p className="hint">{t(ctx.lang, 'account.sessions.hint')}</p>
          <Act action={view.action} values={{ act: 'endOthers' }} label={t(ctx.lang, 'account.sessions.endOthers')} strong />
        </>
      ) : <p className="hint">{t(ctx.lang, 'account.sessions.only')}</p>}
    </div>
  </Panel>
)

const Told = ({ ctx, view }: Props) => (
  <>
    {view.said ? <Note tone="done" icon="check" live="status">{t(ctx.lang, `account.said.${view.said}`)}</Note> : null}
    {view.error?.text ? <Note tone="late" live="alert">{view.error.text}</Note> : null}
    {view.reset ? (
      <Note tone="warn" title={t(ctx.lang, 'account.reset.title')}>
        <p>{t(ctx.lang, 'account.reset.text', { by: view.reset.by, at: new Date(view.reset.at).toLocaleString(ctx.lang === 'en' ? 'en-GB' : 'zh-CN', { timeZone: ctx.timeZone, dateStyle: 'short', timeStyle: 'short' }) })}</p>
        <Act action={view.action} values={{ act: 'known' }} label={t(ctx.lang, 'account.reset.known')} />
      </Note>
    ) : null}
  </>
)

/** One's own account: password, second factor, where one is signed in. Plain forms. */
export const AccountPage = ({ ctx, view }: Props) => (
  <main className="page" id="main">
    <div className="page-head">
      <div>
        <p className="small muted">{t(ctx.lang, 'account.who', { name: view.name, username: view.username })}</p>
        <h1>{t(ctx.lang, 'account.title')}</h1>
      </div>
    </div>
    <div className="stack wide account">
      <Told ctx={ctx} view={view} />
      <div className="account-pair"><Password ctx={ctx} view={view} /><Factor ctx={ctx} view={view} /></div>
      <Sessions ctx={ctx} view={view} />
    </div>
  </main>
)

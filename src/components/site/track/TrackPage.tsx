import { t } from '../../../i18n'
import { nearDayTime, promiseTime } from '../../ui/dates'
import { Fold } from '../../ui/Fold'
import { Notice } from '../../ui/Notice'
import { PhaseBar } from '../../ui/PhaseBar'
import { Time } from '../../ui/Time'
import { Crumbs } from '../Crumbs'
import { Onward } from '../Section'
import type { PhaseView, SiteContext, TrackView } from '../types'
import { Confirm } from './Confirm'
import { MoreActs } from './MoreActs'
import { DuePromise } from './DuePromise'
import { Replies } from './Replies'
import { Trail } from './Trail'
import { WhoHasIt } from './WhoHasIt'

/** How far it has come, who has it, what is next, what was answered; and what the reporter may say to it. */
export const TrackPage = ({ ctx, view }: { ctx: SiteContext; view: TrackView }) => {
  const { lang, href } = ctx
  return (
    <>
      <Crumbs ctx={ctx} crumbs={[{ text: t(lang, 'site.trackForm.title'), path: '/track' }, { text: view.code }]} />
      <div className="stack-5">
        <Head ctx={ctx} view={view} />
        <section className="card" aria-labelledby="s-phases">
          <h2 className="unseen" id="s-phases">
            {t(lang, 'site.track.phases')}
          </h2>
          <PhaseBar label={t(lang, 'site.track.phases')} phases={view.phases.map((phase) => stop(ctx, phase))} />
        </section>
        <div className="two">
          <div className="stack-5">
            <Now ctx={ctx} view={view} />
            {view.confirm && !view.confirm.folded && <Confirm ctx={ctx} confirm={view.confirm} />}
            <Replies ctx={ctx} replies={view.replies} />
            {view.confirm?.folded && (
              <Fold id="reopen" title={t(lang, 'resident.track.reopenTitle')} open={view.confirm.form.errors.length > 0 || view.confirm.reason !== ''}>
                <Confirm ctx={ctx} confirm={view.confirm} />
              </Fold>
            )}
            <MoreActs ctx={ctx} view={view} />
            <Trail ctx={ctx} timeline={view.timeline} />
          </div>
          <WhoHasIt ctx={ctx} view={view} />
        </div>
        <Onward href={href(`/track/${view.code.replace('-', '')}/data`)} text={t(lang, 'rights.link')} />
        <Onward href={href('/track')} text={t(lang, 'site.track.leave')} />
      </div>
    </>
  )
}

const Head = ({ ctx, view }: { ctx: SiteContext; view: TrackView }) => {
  const { lang } = ctx
  return (
    <div className="stack">
      {view.saved && (
        <Notice tone="done" live>
          <p>{view.saved}</p>
        </Notice>
      )}
      <h1>{view.title}</h1>
      {view.clock && <DuePromise ctx={ctx} clock={view.clock} />}
      <p className="meta">
        <span>{t(lang, 'site.track.codeLabel', { code: view.code })}</span>
        {view.category && <span>{view.category}</span>}
        <span>{t(lang, 'site.track.reported', { when: nearDayTime(view.receivedAt, ctx) })}</span>
      </p>
    </div>
  )
}

const stop = (ctx: SiteContext, { phase, state, line, at }: PhaseView) => ({
  key: phase,
  name: t(ctx.lang, `common.phase.${phase}`),
  state,
  stateWords: t(ctx.lang, `common.phase.${state}`),
  line,
  time: at === undefined ? undefined : <Time at={at} as="near" ctx={ctx} />,
})

const Now = ({ ctx, view: { now, next, outcome, joined } }: { ctx: SiteContext; view: TrackView }) => {
  const { lang } = ctx
  return (
    <section className="stack" aria-labelledby="s-now">
      <h2 id="s-now">{t(lang, outcome ? 'site.track.outcome' : 'site.track.now')}</h2>
      {outcome && <p className="strong">{outcome}</p>}
      {joined ? <WithAnother ctx={ctx} joined={joined} /> : <p>{now}</p>}
      {next && !joined && <p className="muted">{t(lang, 'site.track.next', { what: next })}</p>}
    </section>
  )
}

/** Handled with another: its progress is this one's. */
const WithAnother = ({ ctx, joined: { phase, now, dueAt } }: { ctx: SiteContext; joined: NonNullable<TrackView['joined']> }) => {
  const { lang } = ctx
  return (
    <>
      <p>{t(lang, 'resident.track.joined', { phase: t(lang, `common.phase.${phase}`), now })}</p>
      {dueAt !== undefined && <p className="strong">{t(lang, 'site.track.promise', { when: promiseTime(dueAt, ctx) })}</p>}
    </>
  )
}

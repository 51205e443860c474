import { t } from '../../../i18n'
import { ClockBar } from '../../ui/ClockBar'
import { Facts } from '../Facts'
import type { ClockView, SiteContext, TrackView } from '../types'
import { Holder } from './Holder'

/** Who has it, why it went there, how the time stands. */
export const WhoHasIt = ({ ctx, view }: { ctx: SiteContext; view: TrackView }) => {
  const { lang } = ctx
  return (
    <aside className="aside" aria-label={t(lang, 'site.track.who')}>
      {(view.holder || view.handler || view.firstAsked) && <Who ctx={ctx} view={view} />}
      {view.routingReason && (
        <section className="stack">
          <h2>{t(lang, 'site.track.why')}</h2>
          <p className="small">{view.routingReason}</p>
        </section>
      )}
      {view.clock && <Clock ctx={ctx} clock={view.clock} />}
    </aside>
  )
}

const Who = ({ ctx: { lang }, view }: { ctx: SiteContext; view: TrackView }) => (
  <section className="stack">
    <h2>{t(lang, 'site.track.who')}</h2>
    <Facts
      facts={[
        view.holder && { label: t(lang, 'site.track.holder'), value: <Holder holder={view.holder} /> },
        view.handler && { label: t(lang, 'site.track.handler'), value: view.handler },
        view.firstAsked && {
          label: t(lang, 'site.track.firstAsked'),
          value: (
            <>
              <Holder holder={view.firstAsked} />
              <span className="hint small">{t(lang, 'site.track.firstAskedHint')}</span>
            </>
          ),
        },
      ]}
    />
  </section>
)

const Clock = ({ ctx: { lang }, clock }: { ctx: SiteContext; clock: ClockView }) => {
  const percent = clock.limitMinutes > 0 ? Math.round((clock.usedMinutes / clock.limitMinutes) * 100) : 0
  const words = percent > 100 ? t(lang, 'common.clock.over', { percent: percent - 100 }) : t(lang, 'common.clock.used', { percent })
  return (
    <section className="stack">
      <h2>{t(lang, 'site.track.clock')}</h2>
      <ClockBar {...clock} label={t(lang, 'common.clock.label')} words={clock.state === 'paused' ? `${words} · ${t(lang, 'common.clock.paused')}` : words} />
    </section>
  )
}

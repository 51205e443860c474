import { t } from '../../../i18n'
import type { BookedView, SlotView } from '../../../services/booking/view'
import { LinkButton, SubmitButton } from '../../ui/Button'
import { nearDayTime } from '../../ui/dates'
import { PostForm } from '../../ui/Form'
import { Fold } from '../../ui/Fold'
import { Notice } from '../../ui/Notice'
import { PrintButton } from '../light/Light'
import { Crumbs } from '../Crumbs'
import { Facts } from '../Facts'
import type { SiteContext } from '../types'
import { CounterFacts, dayName } from './parts'

type Props = { ctx: SiteContext; view: BookedView; /** `moved`, `full`: what became of the last try. */ told?: 'moved' | 'full' | undefined }

const Slip = ({ ctx, view }: Props) => {
  const { lang } = ctx
  return (
    <section className="slip" aria-label={t(lang, 'services.booked.label')}>
      <Facts
        facts={[
          { label: t(lang, 'services.booked.code'), value: <span className="receipt-code">{view.code}</span> },
          view.word && { label: t(lang, 'services.booked.word'), value: <span className="receipt-code">{view.word}</span> },
        ]}
      />
      <hr className="slip-tear" />
      <Facts
        pairs
        facts={[
          { label: t(lang, 'services.booked.when'), value: <strong>{t(lang, 'services.book.when', { day: dayName(view.at, ctx), from: view.time, until: view.until })}</strong> },
          view.counter && { label: t(lang, 'services.booked.where'), value: [view.counter.name, view.counter.address].filter(Boolean).join(' · ') },
          view.item && { label: t(lang, 'services.booked.what'), value: <a href={ctx.href(view.item.path)}>{view.item.name}</a> },
        ]}
      />
    </section>
  )
}

const MoveButton = ({ ctx, slot }: { ctx: SiteContext; slot: SlotView }) => (
  <PostForm action={ctx.href('/do/book/move')} hidden={{ day: slot.date, minute: String(slot.minute) }}>
    <SubmitButton><strong>{nearDayTime(slot.at, ctx)}</strong> <span className="small">{t(ctx.lang, 'services.book.left', { n: slot.left })}</span></SubmitButton>
  </PostForm>
)

const Moves = ({ ctx, view }: Props) =>
  view.next.length > 0 ? <ul className="slots">{view.next.map((slot) => <li key={`${slot.date} ${slot.minute}`}><MoveButton ctx={ctx} slot={slot} /></li>)}</ul> : <p>{t(ctx.lang, 'services.booked.noOther')}</p>

const Changing = ({ ctx, view }: Props) => {
  const { lang } = ctx
  return (
    <div className="screen-only">
      {view.closed ? (
        <section className="stack" aria-labelledby="s-move"><h2 id="s-move">{t(lang, 'services.booked.chooseOther')}</h2><Moves ctx={ctx} view={view} /></section>
      ) : (
        <Fold title={t(lang, 'services.booked.move')}><Moves ctx={ctx} view={view} /></Fold>
      )}
      <Fold title={t(lang, 'services.booked.cancelTitle')}>
        <div className="stack">
          <p>{t(lang, 'services.booked.cancelHint')}</p>
          <PostForm action={ctx.href('/do/book/cancel')} hidden={{}}><SubmitButton>{t(lang, 'services.booked.cancel')}</SubmitButton></PostForm>
        </div>
      </Fold>
    </div>
  )
}

const titleOf = ({ state, past, closed }: BookedView): 'cancelled' | 'over' | 'closed' | 'title' => {
  if (state === 'cancelled') return 'cancelled'
  if (state === 'done' || past) return 'over'
  return closed ? 'closed' : 'title'
}

const Held = ({ ctx, view, title }: Props & { title: string }) => (
  <>
    <Slip ctx={ctx} view={view} />
    {title === 'title' && <div className="row screen-only"><PrintButton text={t(ctx.lang, 'common.action.print')} /></div>}
    {title !== 'over' && view.state === 'booked' && <Changing ctx={ctx} view={view} />}
  </>
)

/** One booking: its code and word, when and where; to be moved or cancelled as long as it is to come. */
export const BookedPage = ({ ctx, view, told }: Props) => {
  const { lang, href } = ctx
  const title = titleOf(view)
  return (
    <>
      <Crumbs ctx={ctx} crumbs={[{ text: t(lang, 'common.nav.services'), path: '/services' }, { text: t(lang, 'services.booked.crumb') }]} />
      <div className="two">
        <div className="stack-3">
          {told && <Notice tone={told === 'moved' ? 'done' : 'warn'} live><p>{t(lang, `services.booked.${told}`)}</p></Notice>}
          <div className="stack">
            <h1>{t(lang, `services.booked.${title}`)}</h1>
            <p>{t(lang, `services.booked.lead.${title}`)}</p>
            {title === 'title' && <p className="small muted">{t(lang, view.hasContact ? 'services.booked.reminded' : 'services.booked.notReminded')}</p>}
          </div>
          {title === 'cancelled' ? <div className="row"><LinkButton href={href(view.counter?.path ?? '/book')}>{t(lang, 'services.booked.again')}</LinkButton></div> : <Held ctx={ctx} view={view} title={title} />}
        </div>
        {view.counter && <aside className="aside" aria-label={t(lang, 'services.book.counter')}><section className="stack"><h2>{view.counter.name}</h2><CounterFacts ctx={ctx} counter={view.counter} /></section></aside>}
      </div>
    </>
  )
}

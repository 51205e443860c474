import { t } from '../../../i18n'
import type { Lang } from '../../../domain/words'
import type { DayBooking, DaySlot, DayView } from '../../../services/booking/day'
import { Banner } from '../ui/Banner'
import { Empty } from '../ui/Empty'
import { Panel } from '../ui/Panel'

type Props = { lang: Lang; view: DayView; fault?: string | undefined; done?: string | undefined }

const ACTION = '/desk/bookings/go'

const Hidden = ({ values }: { values: Record<string, string | number> }) => <>{Object.entries(values).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}</>

const place = (view: DayView) => ({ counter: view.counter?.code ?? '', date: view.date })

const Choose = ({ lang, view }: Props) => (
  <form method="get" action="/desk/bookings" className="row bookings-choose">
    <label className="field"><span className="label">{t(lang, 'bookings.counter')}</span>
      <select className="input" name="counter" defaultValue={view.counter?.code}>{view.counters.map(({ code, name }) => <option key={code} value={code}>{name}</option>)}</select>
    </label>
    <label className="field"><span className="label">{t(lang, 'bookings.day')}</span><input className="input" type="date" name="date" defaultValue={view.date} /></label>
    <button className="btn" type="submit">{t(lang, 'bookings.show')}</button>
  </form>
)

const Act = ({ lang, view, booking, act, main }: Props & { booking: DayBooking; act: 'call' | 'came' | 'missed'; main?: boolean }) => (
  <form method="post" action={ACTION}>
    <Hidden values={{ do: act, id: booking.id, revision: booking.revision, ...place(view) }} />
    <button className={main ? 'btn main small' : 'btn small'} type="submit" aria-label={`${t(lang, `bookings.${act}`)} ${booking.code}`}>{t(lang, `bookings.${act}`)}</button>
  </form>
)

const Who = ({ lang, booking }: { lang: Lang; booking: DayBooking }) => (
  <span>
    <b>{booking.code}</b>{' '}
    {booking.name || <span className="muted">{t(lang, 'bookings.nameless')}</span>}
    {booking.phone ? <> · {booking.state === 'called' ? <a href={`tel:${booking.phone}`}>{booking.phone}</a> : booking.phone}</> : null}
    {booking.item ? <small className="muted one">{booking.item}</small> : null}
  </span>
)

const Booking = (props: Props & { booking: DayBooking }) => {
  const { lang, booking } = props
  return (
    <li className="row">
      <Who lang={lang} booking={booking} />
      {booking.state === 'done' ? <span className="tag">{t(lang, 'bookings.over')}</span> : (
        <span className="row push no-print">
          {booking.state === 'booked' ? <Act {...props} act="call" /> : <span className="tag">{t(lang, 'bookings.called')}</span>}
          <Act {...props} act="came" />
          <Act {...props} act="missed" />
        </span>
      )}
    </li>
  )
}

const Slot = (props: Props & { slot: DaySlot }) => {
  const { lang, slot } = props
  return (
    <tr>
      <th scope="row">{slot.time}–{slot.until}<small className="muted one">{slot.capacity === 0 ? t(lang, 'bookings.shut') : t(lang, 'bookings.of', { n: slot.bookings.length, all: slot.capacity })}</small></th>
      <td>{slot.bookings.length === 0 ? <span className="muted">—</span> : <ul className="stack">{slot.bookings.map((booking) => <Booking key={booking.id} {...props} booking={booking} />)}</ul>}</td>
    </tr>
  )
}

const Day = (props: Props) => {
  const { lang, view } = props
  return (
    <Panel title={t(lang, 'bookings.list', { day: view.date })} count={view.slots.reduce((sum, { bookings }) => sum + bookings.length, 0)}>
      {view.slots.length === 0 ? <Empty icon="clock" title={t(lang, 'bookings.closedDay')} /> : (
        <div className="scroll-x">
          <table className="table plain bookings-table">
            <thead><tr><th scope="col">{t(lang, 'bookings.time')}</th><th scope="col">{t(lang, 'bookings.who')}</th></tr></thead>
            <tbody>{view.slots.map((slot) => <Slot key={slot.time} {...props} slot={slot} />)}</tbody>
          </table>
        </div>
      )}
      <p className="small muted bookings-body">{t(lang, 'bookings.tally', { came: view.tally.came, missed: view.tally.missed, cancelled: view.tally.cancelled })}</p>
    </Panel>
  )
}

const Affected = (props: Props) => {
  const { lang, view } = props
  return view.affected.length === 0 ? null : (
    <Panel title={t(lang, 'bookings.affected')} count={view.affected.length}>
      <p className="hint bookings-body">{t(lang, 'bookings.affectedHint')}</p>
      <ul className="stack bookings-body">
        {view.affected.map((booking) => (
          <li className="row" key={booking.id}>
            <b>{booking.time}</b> <Who lang={lang} booking={booking} />
            {booking.reachable ? (booking.state === 'booked' ? <span className="push no-print"><Act {...props} booking={booking} act="call" /></span> : null) : <span className="tag warn">{t(lang, 'bookings.unreachable')}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

const Closings = ({ lang, view }: Props) => (
  <Panel title={t(lang, 'bookings.closing')} className="no-print">
    {view.closings.length > 0 ? (
      <ul className="stack bookings-body">
        {view.closings.map(({ id, from, to, reason }) => (
          <li className="row" key={id}>
            <span>{from}–{to} · {reason}</span>
            <form method="post" action={ACTION} className="push"><Hidden values={{ do: 'reopen', id, ...place(view) }} /><button className="btn small" type="submit">{t(lang, 'bookings.reopen')}</button></form>
          </li>
        ))}
      </ul>
    ) : null}
    <form method="post" action={ACTION} className="stack bookings-body">
      <Hidden values={{ do: 'close', ...place(view) }} />
      <p className="hint">{t(lang, 'bookings.closeHint', { day: view.date })}</p>
      <div className="row">
        <label className="field"><span className="label">{t(lang, 'bookings.from')}</span><input className="input" type="time" name="from" /></label>
        <label className="field"><span className="label">{t(lang, 'bookings.to')}</span><input className="input" type="time" name="to" /></label>
      </div>
      <label className="field"><span className="label">{t(lang, 'bookings.reason')}</span><input className="input" type="text" name="reason" maxLength={200} required /></label>
      <div><button className="btn" type="submit">{t(lang, 'bookings.close')}</button></div>
    </form>
  </Panel>
)

const KNOWN_FAULTS = ['conflict', 'reason', 'to', 'date'] as const
const KNOWN_DONE = ['closed', 'reopened'] as const

const Told = ({ lang, fault, done }: Pick<Props, 'lang' | 'fault' | 'done'>) => {
  const [bad, good] = [KNOWN_FAULTS.find((each) => each === fault) ?? (fault ? 'other' as const : undefined), KNOWN_DONE.find((each) => each === done)]
  if (bad) return <Banner tone="late" live="alert" title={t(lang, `bookings.fault.${bad}`)} />
  return good ? <Banner tone="done" live="status" title={t(lang, `bookings.done.${good}`)} /> : null
}

/** The list of one counter for one day: who is next, who came, and closing it. It works without scripts, and prints. */
export const BookingsPage = (props: Props) => {
  const { lang, view } = props
  return (
    <main className="page" id="main">
      <div className="page-head"><div><h1>{view.counter ? t(lang, 'bookings.title', { counter: view.counter.name }) : t(lang, 'bookings.name')}</h1>{view.counter?.address ? <p className="muted">{view.counter.address}</p> : null}</div></div>
      <div className="stack wide">
        <Told {...props} />
        {view.counters.length === 0 ? <Empty icon="clock" title={t(lang, 'bookings.none')} /> : (
          <>
            <div className="no-print"><Choose {...props} /></div>
            <Affected {...props} />
            <Day {...props} />
            <Closings {...props} />
          </>
        )}
      </div>
    </main>
  )
}

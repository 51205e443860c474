import { t } from '../../../i18n'
import type { CounterView, SlotView } from '../../../services/booking/view'
import { Phone } from '../../ui/Phone'
import { day, nearDayTime, weekday } from '../../ui/dates'
import { Facts } from '../Facts'
import type { SiteContext } from '../types'

/** "11月24日 星期二". */
export const dayName = (at: number, ctx: SiteContext): string => t(ctx.lang, 'services.book.day', { date: day(at, ctx), weekday: weekday(at, ctx) })

/** Slots to choose from, each a link; full ones stand there and say so. `withDay`: they are of several days. */
export const SlotLinks = ({ ctx, slots, withDay }: { ctx: SiteContext; slots: readonly SlotView[]; withDay?: boolean }) => (
  <ul className="slots">
    {slots.map(({ at, date, minute, time, left, path }) => (
      <li key={`${date} ${minute}`}>
        {left > 0 ? (
          <a className="button" href={ctx.href(path)}>
            <strong>{withDay ? nearDayTime(at, ctx) : time}</strong> <span className="small">{t(ctx.lang, 'services.book.left', { n: left })}</span>
          </a>
        ) : (
          <span className="slot-full">{time} <span className="small">{t(ctx.lang, 'services.book.full')}</span></span>
        )}
      </li>
    ))}
  </ul>
)

/** Where a counter is, and what to know before coming. */
export const CounterFacts = ({ ctx, counter }: { ctx: SiteContext; counter: CounterView }) => (
  <Facts
    facts={[
      counter.address && { label: t(ctx.lang, 'services.book.address'), value: counter.address },
      counter.phone && { label: t(ctx.lang, 'services.element.phone'), value: <Phone phone={counter.phone} own /> },
      counter.note && { label: t(ctx.lang, 'services.book.note'), value: counter.note },
    ]}
  />
)

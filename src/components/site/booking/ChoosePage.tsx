import { t } from '../../../i18n'
import type { ChooseView } from '../../../services/booking/view'
import { Empty } from '../../ui/Empty'
import { ErrorSummary } from '../../ui/ErrorSummary'
import { Notice } from '../../ui/Notice'
import { Crumbs } from '../Crumbs'
import type { FormView, SiteContext } from '../types'
import { BookForm, type BookValues } from './BookForm'
import { CounterFacts, dayName, SlotLinks } from './parts'

type Props = { ctx: SiteContext; view: ChooseView; form: FormView; values: BookValues; /** What went wrong with the whole sending. */ trouble?: string }

const Days = ({ ctx, view }: Pick<Props, 'ctx' | 'view'>) => (
  <ul className="slots">
    {view.days.map(({ date, at, path, left, open, current }) => (
      <li key={date}>
        {open ? (
          <a className="button" href={ctx.href(path)} aria-current={current ? 'date' : undefined}>{dayName(at, ctx)} <span className="small muted">{t(ctx.lang, 'services.book.left', { n: left })}</span></a>
        ) : (
          <span className="slot-full">{dayName(at, ctx)} <span className="small">{t(ctx.lang, 'services.book.fullDay')}</span></span>
        )}
      </li>
    ))}
  </ul>
)

const Gone = ({ ctx, view }: Pick<Props, 'ctx' | 'view'>) => (
  <Notice tone="warn" live title={t(ctx.lang, 'services.book.gone')}>
    <p>{t(ctx.lang, view.next.length > 0 ? 'services.book.goneNext' : 'services.book.goneNone')}</p>
    <SlotLinks ctx={ctx} slots={view.next} withDay />
  </Notice>
)

const Choosing = ({ ctx, view }: Pick<Props, 'ctx' | 'view'>) => {
  const { lang } = ctx
  const day = view.days.find(({ current }) => current)
  if (view.days.every(({ open }) => !open)) return <Empty icon="clock" title={t(lang, 'services.book.allFull')}><p className="muted">{t(lang, 'services.book.allFullHint')}</p></Empty>
  return (
    <>
      <section className="stack" aria-labelledby="s-day"><h2 id="s-day">{t(lang, 'services.book.chooseDay')}</h2><Days ctx={ctx} view={view} /></section>
      {day && (
        <section className="stack" aria-labelledby="s-slot">
          <h2 id="s-slot">{t(lang, 'services.book.chooseTime', { day: dayName(day.at, ctx) })}</h2>
          {view.slots.length > 0 ? <SlotLinks ctx={ctx} slots={view.slots} /> : <p className="muted">{t(lang, 'services.book.noneLeft')}</p>}
        </section>
      )}
    </>
  )
}

/** Day, then time, then the little there is to say. Each choice is a link: it works without JavaScript, and going back loses nothing. */
export const ChoosePage = ({ ctx, view, form, values, trouble }: Props) => {
  const { lang } = ctx
  return (
    <>
      <Crumbs ctx={ctx} crumbs={[{ text: t(lang, 'common.nav.services'), path: '/services' }, view.item ? { text: view.item.name, path: view.item.path } : { text: t(lang, 'services.book.title'), path: '/book' }, { text: view.counter.name }]} />
      <div className="two">
        <div className="stack-3">
          <ErrorSummary title={t(lang, 'common.summary.title', { count: form.errors.length })} errors={form.errors} />
          <div className="stack">
            <h1>{t(lang, 'services.book.at', { counter: view.counter.name })}</h1>
            {view.item && <p>{t(lang, 'services.book.for', { item: view.item.name })}</p>}
          </div>
          {trouble && <Notice tone="warn" live><p>{trouble}</p></Notice>}
          {view.gone && <Gone ctx={ctx} view={view} />}
          {view.chosen ? <BookForm ctx={ctx} view={view} chosen={view.chosen} form={form} values={values} /> : <Choosing ctx={ctx} view={view} />}
        </div>
        <aside className="aside" aria-label={t(lang, 'services.book.counter')}>
          <section className="stack"><h2>{view.counter.name}</h2><CounterFacts ctx={ctx} counter={view.counter} /></section>
          <section className="stack"><h2>{t(lang, 'services.book.keptTitle')}</h2><p className="small">{t(lang, view.contact === 'none' ? 'services.book.keptNone' : 'services.book.kept', { days: view.keepDays })}</p></section>
        </aside>
      </div>
    </>
  )
}

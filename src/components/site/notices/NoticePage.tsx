import type { ReactNode } from 'react'
import { t, words } from '../../../i18n'
import { day, dayTime, fullDay } from '../../ui/dates'
import { Notice } from '../../ui/Notice'
import { Tag } from '../../ui/Tag'
import { Attachments } from '../Attachments'
import { PrintButton, ReadAloud } from '../light/Light'
import { Crumbs } from '../Crumbs'
import { Facts } from '../Facts'
import type { NoticeView, SiteContext } from '../types'

/** One notice. `children` is its text, already rendered from its blocks. */
export const NoticePage = ({ ctx, view, children }: { ctx: SiteContext; view: NoticeView; children: ReactNode }) => {
  const { lang, href } = ctx
  return (
    <>
      <Crumbs ctx={ctx} crumbs={[{ text: t(lang, 'site.notice.title'), path: '/notices' }, ...(view.column ? [view.column] : [])]} />
      <div className="two">
        <article className="stack-3" id="read">
          <h1>{view.title}</h1>
          <p className="meta">
            {view.number && <span>{view.number}</span>}
            <Importance ctx={ctx} view={view} />
            {view.issuer && <span>{view.issuer}</span>}
            <span>{t(lang, 'site.notice.published', { date: fullDay(view.publishedAt, ctx) })}</span>
          </p>
          <div className="row screen-only">
            <ReadAloud lang={lang} target="read" words={words(lang, 'common.action')} />
            <PrintButton text={t(lang, 'common.action.print')} />
          </div>
          {view.state !== 'valid' && (
            <Notice tone="warn">
              <p>{t(lang, view.state === 'ended' ? 'publishing.site.endedNote' : 'publishing.site.archivedNote')}</p>
            </Notice>
          )}
          {view.event && <Event ctx={ctx} event={view.event} />}
          {view.cover && <img className="cover" src={view.cover.src} alt={view.cover.alt} width={view.cover.width} height={view.cover.height} />}
          {view.todo && (
            <Notice icon="calendar">
              <p>
                <span className="strong">{t(lang, 'site.notice.todo')}</span>
                {view.todo}
              </p>
            </Notice>
          )}
          <div className="prose">{children}</div>
          <Attachments ctx={ctx} files={view.attachments} />
        </article>
        <aside className="aside" aria-label={t(lang, 'site.notice.info')}>
          <NoticeFacts ctx={ctx} view={view} />
          {view.related.length > 0 && (
            <section className="stack screen-only">
              <h2>{t(lang, 'site.notice.related')}</h2>
              <ul>
                {view.related.map(({ path, text }) => (
                  <li className="entry-title" key={path}>
                    <a href={href(path)}>{text}</a>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </aside>
      </div>
    </>
  )
}

/** "11月19日—11月30日", or one end of it. */
const validity = (ctx: SiteContext, { validFrom, validUntil }: NoticeView): string | undefined => {
  if (validFrom && validUntil) return t(ctx.lang, 'common.date.range', { from: day(validFrom, ctx), until: day(validUntil, ctx) })
  if (validUntil) return t(ctx.lang, 'site.notice.until', { date: day(validUntil, ctx) })
  return validFrom ? t(ctx.lang, 'site.notice.from', { date: day(validFrom, ctx) }) : undefined
}

const NoticeFacts = ({ ctx, view }: { ctx: SiteContext; view: NoticeView }) => {
  const { lang } = ctx
  const valid = validity(ctx, view)
  return (
    <section className="stack">
      <h2>{t(lang, 'site.notice.info')}</h2>
      <Facts
        facts={[
          view.indexNumber && { label: t(lang, 'site.notice.indexNumber'), value: view.indexNumber },
          view.issuer && { label: t(lang, 'site.notice.issuer'), value: view.issuer },
          view.number && { label: t(lang, 'site.notice.number'), value: view.number },
          view.writtenAt !== undefined && { label: t(lang, 'publishing.site.writtenAt'), value: fullDay(view.writtenAt, ctx) },
          { label: t(lang, 'publishing.site.publishedAt'), value: fullDay(view.publishedAt, ctx) },
          valid && { label: t(lang, 'site.notice.validity'), value: valid },
          view.concerns && view.concerns.length > 0 && { label: t(lang, 'site.notice.concerns'), value: view.concerns.join(t(lang, 'common.list.pause')) },
          {
            label: t(lang, 'site.notice.state'),
            value: view.state === 'valid' ? <Tag tone="done" icon="check">{t(lang, 'site.notice.valid')}</Tag> : <Tag icon="minus">{t(lang, view.state === 'archived' ? 'publishing.site.archived' : 'publishing.site.ended')}</Tag>,
          },
        ]}
      />
    </section>
  )
}

const Event = ({ ctx, event }: { ctx: SiteContext; event: NonNullable<NoticeView['event']> }) => (
  <section className="stack" aria-label={t(ctx.lang, 'publishing.site.event')}>
    <Facts
      facts={[
        { label: t(ctx.lang, 'publishing.site.when'), value: t(ctx.lang, event.endsAt === undefined ? 'publishing.site.starts' : 'publishing.site.span', { from: dayTime(event.startsAt, ctx), until: event.endsAt === undefined ? '' : dayTime(event.endsAt, ctx) }) },
        event.place ? { label: t(ctx.lang, 'publishing.site.where'), value: event.place } : undefined,
      ]}
    />
    <p className="screen-only">
      <a className="own-line" href={event.calendarPath}>
        {t(ctx.lang, 'publishing.site.toCalendar')}
      </a>
    </p>
  </section>
)

const Importance = ({ ctx, view: { importance } }: { ctx: SiteContext; view: NoticeView }) =>
  importance ? <Tag tone={importance === 'urgent' ? 'late' : 'soon'}>{t(ctx.lang, `publishing.importance.${importance}`)}</Tag> : null

import type { ReactNode } from 'react'
import { t, words } from '../../../i18n'
import { day, fullDay } from '../../ui/dates'
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
            {view.issuer && <span>{view.issuer}</span>}
            <span>{t(lang, 'site.notice.published', { date: fullDay(view.publishedAt, ctx) })}</span>
          </p>
          <div className="row screen-only">
            <ReadAloud lang={lang} target="read" words={words(lang, 'common.action')} />
            <PrintButton text={t(lang, 'common.action.print')} />
          </div>
          {view.state === 'ended' && (
            <Notice tone="warn">
              <p>{t(lang, 'site.notice.endedNote')}</p>
            </Notice>
          )}
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
          valid && { label: t(lang, 'site.notice.validity'), value: valid },
          view.concerns && view.concerns.length > 0 && { label: t(lang, 'site.notice.concerns'), value: view.concerns.join(t(lang, 'common.list.pause')) },
          {
            label: t(lang, 'site.notice.state'),
            value: view.state === 'valid' ? <Tag tone="done" icon="check">{t(lang, 'site.notice.valid')}</Tag> : <Tag icon="minus">{t(lang, 'site.notice.ended')}</Tag>,
          },
        ]}
      />
    </section>
  )
}

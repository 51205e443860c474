import { t } from '../../../i18n'
import type { Lang } from '../../../domain/words'
import type { NoticeLine, NoticesView, ReadLine } from '../../../services/desk/notices'
import { Empty } from '../ui/Empty'
import { Icon } from '../ui/icons'
import { Panel } from '../ui/Panel'
import { StateTag } from './StateTag'

type Work = NonNullable<NoticesView['work']>

const waitingIn = ({ toRead, work }: NoticesView): number => toRead.length + (work ? work.mine.length + work.ready.length : 0)

/** The notices as they concern one person: what waits for them first. Works without scripts. */
export const NoticesPage = ({ lang, view }: { lang: Lang; view: NoticesView }) => {
  const n = waitingIn(view)
  return (
    <main className="page" id="main">
      <div className="page-head">
        <div>
          <p className="small muted">{t(lang, 'publishing.title')}</p>
          <h1>{n > 0 ? t(lang, 'publishing.headline', { n }) : t(lang, 'publishing.headlineDone')}</h1>
        </div>
        {view.work?.mayEdit ? <div className="row push"><a className="btn main" href="/admin/collections/notices/create"><Icon name="plus" />{t(lang, 'publishing.write')}</a></div> : null}
      </div>
      <div className="stack wide">
        {view.toRead.length > 0 ? <Panel title={t(lang, 'publishing.toRead')} count={view.toRead.length}><ReadList lang={lang} rows={view.toRead} /></Panel> : null}
        {view.work ? <WorkPart lang={lang} work={view.work} /> : null}
        {view.others.length > 0 || !view.work ? <ForStaff lang={lang} rows={view.others} /> : null}
      </div>
    </main>
  )
}

const ForStaff = ({ lang, rows }: { lang: Lang; rows: ReadLine[] }) => (
  <Panel title={t(lang, 'publishing.forStaff')} count={rows.length}>
    {rows.length > 0 ? <ReadList lang={lang} rows={rows} /> : <Empty icon="list" title={t(lang, 'publishing.noneForStaff')} />}
  </Panel>
)

const ReadList = ({ lang, rows }: { lang: Lang; rows: ReadLine[] }) => (
  <ul>
    {rows.map(({ href, title, since, done }) => (
      <li className="line" key={href}>
        <a className="line-title" href={href}>{title}</a>
        <p className="line-meta">{[t(lang, 'publishing.since', { at: since }), done ? t(lang, 'publishing.readOn', { at: done }) : ''].filter(Boolean).join(' · ')}</p>
      </li>
    ))}
  </ul>
)

const WorkPart = ({ lang, work }: { lang: Lang; work: Work }) => (
  <>
    {work.mine.length > 0 ? <Panel title={t(lang, 'publishing.mine')} count={work.mine.length}><Lines lang={lang} rows={work.mine} /></Panel> : null}
    {work.ready.length > 0 ? <Panel title={t(lang, 'publishing.ready')} count={work.ready.length}><Lines lang={lang} rows={work.ready} /></Panel> : null}
    <Panel title={t(lang, 'publishing.all')} count={work.rows.length}>
      {work.states.length > 0 ? (
        <nav className="inside row" aria-label={t(lang, 'publishing.byState')}>
          <a className="btn small" href="/desk/notices" aria-current={work.states.some(({ current }) => current) ? undefined : 'page'}>{t(lang, 'publishing.every')}</a>
          {work.states.map(({ state, n, href, current }) => <a className="btn small" key={state} href={href} aria-current={current ? 'page' : undefined}>{t(lang, `publishing.state.${state}`)} {n}</a>)}
        </nav>
      ) : null}
      {work.rows.length > 0 ? <Lines lang={lang} rows={work.rows} /> : <Empty icon="list" title={t(lang, 'publishing.none')} hint={t(lang, 'publishing.noneHint')} />}
      {work.more ? <p className="inside hint">{t(lang, 'publishing.more')}</p> : null}
    </Panel>
  </>
)

const Lines = ({ lang, rows }: { lang: Lang; rows: NoticeLine[] }) => (
  <ul>
    {rows.map(({ href, title, column, state, level, at, more }) => (
      <li className="line" key={href}>
        <a className="line-title" href={href}>{title}</a>
        <p className="line-meta"><StateTag lang={lang} state={state} level={level} /> {[column, more ? t(lang, 'publishing.willBeOut', { at: more }) : t(lang, 'publishing.changed', { at })].filter(Boolean).join(' · ')}</p>
      </li>
    ))}
  </ul>
)

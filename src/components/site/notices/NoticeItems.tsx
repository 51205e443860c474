import { t } from '../../../i18n'
import { Time } from '../../ui/Time'
import type { NoticeItemView, SiteContext } from '../types'

/** Notices, newest first: on wide screens date, title, column. */
export const NoticeItems = ({ ctx, items, ruled }: { ctx: SiteContext; items: NoticeItemView[]; ruled?: boolean }) => (
  <ul className={ruled ? 'list list-ruled' : 'list'}>
    {items.map(({ path, title, column, publishedAt, pinned, summary }) => (
      <li className="entry entry-dated" key={path}>
        <p className="entry-title phrase">
          <a href={ctx.href(path)}>{title}</a>
        </p>
        {summary && <p className="small muted entry-more">{summary}</p>}
        <p className="meta">
          {(column || pinned) && <span>{[pinned ? t(ctx.lang, 'site.notice.pinned') : '', column ?? ''].filter(Boolean).join(' · ')}</span>}
          <Time at={publishedAt} ctx={ctx} />
        </p>
      </li>
    ))}
  </ul>
)

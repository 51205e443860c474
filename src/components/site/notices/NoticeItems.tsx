import { t } from '../../../i18n'
import { Tag } from '../../ui/Tag'
import { Time } from '../../ui/Time'
import type { NoticeItemView, SiteContext } from '../types'

/** Notices, newest first: on wide screens date, title, column. */
export const NoticeItems = ({ ctx, items, ruled }: { ctx: SiteContext; items: NoticeItemView[]; ruled?: boolean }) => (
  <ul className={ruled ? 'list list-ruled' : 'list'}>
    {items.map(({ path, title, column, publishedAt, pinned, summary, importance, ended }) => (
      <li className="entry entry-dated" key={path}>
        <p className="entry-title phrase">
          <a href={ctx.href(path)}>{title}</a>
        </p>
        {summary && <p className="small muted entry-more">{summary}</p>}
        <p className="meta">
          {importance && <Tag tone={importance === 'urgent' ? 'late' : 'soon'}>{t(ctx.lang, `publishing.importance.${importance}`)}</Tag>}
          {ended && <Tag icon="minus">{t(ctx.lang, 'publishing.site.ended')}</Tag>}
          {(column || pinned) && <span>{[pinned ? t(ctx.lang, 'site.notice.pinned') : '', column ?? ''].filter(Boolean).join(' · ')}</span>}
          <Time at={publishedAt} ctx={ctx} />
        </p>
      </li>
    ))}
  </ul>
)

import { Icon } from '../ui/Icon'
import { t } from '../../i18n'
import type { SiteContext } from './types'

/** A GET form over notices, phones and rule documents. */
export const SearchBox = ({ ctx, path, query }: { ctx: SiteContext; path: string; query?: string }) => (
  <form className="joined" role="search" action={ctx.href(path)}>
    <label className="unseen" htmlFor="f-q">
      {t(ctx.lang, 'site.search.label')}
    </label>
    <input className="input" id="f-q" name="q" type="search" defaultValue={query} placeholder={t(ctx.lang, 'site.search.placeholder')} />
    <button className="button" type="submit">
      <Icon name="search" />
      {t(ctx.lang, 'common.action.search')}
    </button>
  </form>
)

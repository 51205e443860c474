import { t } from '../../../i18n'
import type { SiteContext } from '../types'

/** The address box that leads to a grid unit: a plain GET, nothing is kept. */
export const FindMyGrid = ({ ctx: { lang, href }, query, walkText, id = 'a' }: { ctx: SiteContext; query?: string; walkText?: string; /** Where it stands more than once on a page. */ id?: string }) => (
  <form className="field narrow" action={href('/grid')}>
    <label className="label" htmlFor={`f-${id}`}>
      {t(lang, 'site.grid.ask')}
    </label>
    <p className="hint small" id={`h-${id}`}>
      {t(lang, 'site.grid.hint')}
    </p>
    <div className="joined">
      <input className="input" id={`f-${id}`} name="a" defaultValue={query} autoComplete="street-address" aria-describedby={`h-${id}`} />
      <button className="button" type="submit">
        {t(lang, 'site.grid.find')}
      </button>
    </div>
    <p className="small muted">{t(lang, 'site.grid.notKept')}</p>
    {walkText && (
      <p className="small">
        <a className="own-line" href={href('/grid#walk')}>
          {walkText}
        </a>
      </p>
    )}
  </form>
)

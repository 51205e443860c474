import { t } from '../../../i18n'
import type { SiteContext } from '../types'

/** The address box that leads to a grid unit: a plain GET, nothing is kept. */
export const FindMyGrid = ({ ctx: { lang, href }, query, walkText }: { ctx: SiteContext; query?: string; walkText?: string }) => (
  <form className="field narrow" action={href('/grid')}>
    <label className="label" htmlFor="f-a">
      {t(lang, 'site.grid.ask')}
    </label>
    <p className="hint small" id="h-a">
      {t(lang, 'site.grid.hint')}
    </p>
    <div className="joined">
      <input className="input" id="f-a" name="a" defaultValue={query} autoComplete="street-address" aria-describedby="h-a" />
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

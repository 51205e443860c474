import { t } from '../../../i18n'
import type { MaterialView } from '../../../services/site/content/guide'
import type { SiteContext } from '../types'

const wanted = ({ lang }: SiteContext, { form, copies, note }: MaterialView): string =>
  [t(lang, `services.form.${form}`), copies > 1 ? t(lang, 'services.guide.copies', { n: copies }) : '', note ?? ''].filter(Boolean).join(t(lang, 'services.guide.comma'))

/** What to bring, to be ticked off at home or on paper. Ticks stay in the page; nothing is sent. */
export const Materials = ({ ctx, items }: { ctx: SiteContext; items: readonly MaterialView[] }) => (
  <ul className="checklist">
    {items.map((item) => (
      <li key={item.name}>
        <label className="choice">
          <input type="checkbox" />
          <span>
            <span className="choice-label">{item.name}</span>
            <span className="hint">{wanted(ctx, item)}</span>
            {item.from && <span className="hint">{t(ctx.lang, 'services.guide.from', { from: item.from })}</span>}
          </span>
        </label>
        {item.sample && <p className="small screen-only"><a className="own-line" href={item.sample.src}>{t(ctx.lang, 'services.guide.sample', { what: item.name })}</a></p>}
      </li>
    ))}
  </ul>
)

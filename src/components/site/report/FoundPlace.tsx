import { t } from '../../../i18n'
import { SubmitButton } from '../../ui/Button'
import { Choice, Choices } from '../../ui/Choice'
import { errorOf } from '../../ui/ErrorSummary'
import type { SiteContext, WhereView } from '../types'

export type FoundPlaceProps = { ctx: SiteContext; view: WhereView; found: NonNullable<WhereView['found']> }

/** The place as understood: going on is a yes. Near a boundary, which side is asked. */
export const FoundPlace = ({ ctx: { lang }, view, found }: FoundPlaceProps) => (
  <>
    <section className="stack" aria-labelledby="s-found">
      <h1 id="s-found">{t(lang, 'site.where.found')}</h1>
      <div className="found">
        {found.by === 'link' && <p className="small muted">{t(lang, 'site.where.foundByLink')}</p>}
        <p className="strong">{found.name}</p>
        {found.within.length > 0 && <p className="muted">{found.within.join(' › ')}</p>}
        <input type="hidden" name="unit" value={found.unit} />
      </div>
      <SubmitButton tone="text" name="do" value="forget" skipsChecks>
        {t(lang, 'site.where.change')}
      </SubmitButton>
    </section>
    {view.sides && (
      <Choices name="side" legend={t(lang, 'site.where.side')} error={errorOf(view.form.errors, 'side')} inRow>
        {view.sides.map(({ code, label, hint }) => (
          <Choice key={code} name="side" value={code} label={label} hint={hint} checked={view.side === code} />
        ))}
      </Choices>
    )}
  </>
)

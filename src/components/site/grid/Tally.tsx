import { t } from '../../../i18n'
import { dayRange } from '../../ui/dates'
import { Section } from '../Section'
import type { SiteContext, UnitView } from '../types'

/** What was due and what was done, by category. Counts below 5 stay hidden. */
export const Tally = ({ ctx, tally, first }: { ctx: SiteContext; tally: NonNullable<UnitView['tally']>; first: boolean }) => {
  const { lang } = ctx
  return (
    <Section id="tally" first={first} title={t(lang, 'site.unit.tally')} about={dayRange(tally.from, tally.until, ctx)}>
      {tally.rows.length === 0 ? (
        <p className="muted">{t(lang, 'site.unit.noTally')}</p>
      ) : (
        <table className="table">
          <caption>{t(lang, 'site.unit.tallyNote')}</caption>
          <thead>
            <tr>
              <th scope="col">{t(lang, 'site.unit.category')}</th>
              <th scope="col" className="number">
                {t(lang, 'site.unit.due')}
              </th>
              <th scope="col" className="number">
                {t(lang, 'site.unit.closed')}
              </th>
              <th scope="col" className="number">
                {t(lang, 'site.unit.inTime')}
              </th>
            </tr>
          </thead>
          <tbody>
            {tally.rows.map(({ name, due, closed, inTime }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="number">{due ?? t(lang, 'common.count.few')}</td>
                <Count ctx={ctx} value={due === null ? null : closed} />
                <Count ctx={ctx} value={due === null ? null : inTime} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}

const Count = ({ ctx, value }: { ctx: SiteContext; value: number | null }) => (
  <td className="number">
    {value ?? (
      <>
        <span aria-hidden="true">—</span>
        <span className="unseen">{t(ctx.lang, 'common.count.hidden')}</span>
      </>
    )}
  </td>
)

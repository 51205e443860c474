import { t } from '../../../i18n'
import { LinkButton } from '../../ui/Button'
import { Phone } from '../../ui/Phone'
import { Facts } from '../Facts'
import type { OfficeView, SiteContext, UnitView } from '../types'

export type UnitPageProps = { ctx: SiteContext; office: OfficeView; view: UnitView }

/** Address that opens a report with this unit filled in; the same one stands behind its QR code. */
export const reportHere = (code: string): string => `/r?u=${encodeURIComponent(code)}`

/** Who answers for the unit and how to reach them; the duty room otherwise. */
export const WhomToAsk = (props: UnitPageProps) => {
  const { ctx, office, view } = props
  const phone = view.officer?.phone ?? office.dutyPhone
  return (
    <section className="card stack unit-card" aria-labelledby="s-officer">
      <h2 id="s-officer">{t(ctx.lang, 'site.unit.officer')}</h2>
      <Officer {...props} />
      <Hours {...props} />
      <div className="actions actions-stacked">
        {phone && (
          <LinkButton tone="main" wide icon="phone" href={`tel:${phone.dial}`}>
            {t(ctx.lang, 'site.unit.call', { phone: phone.text })}
          </LinkButton>
        )}
        <LinkButton wide icon="say" href={ctx.href(reportHere(view.code))}>
          {t(ctx.lang, 'site.unit.report')}
        </LinkButton>
      </div>
    </section>
  )
}

const Officer = ({ ctx, view: { officer } }: UnitPageProps) =>
  officer ? (
    <div>
      {officer.name && <p className="big-name">{officer.name}</p>}
      <p className={officer.name ? 'muted' : 'strong'}>{officer.post}</p>
    </div>
  ) : (
    <p>{t(ctx.lang, 'site.unit.noOfficer')}</p>
  )

/** When the officer answers, and whom to call otherwise. Nothing when the duty room's number is the main one anyway. */
const Hours = ({ ctx: { lang }, office, view: { officer } }: UnitPageProps) => {
  const own = officer?.phone
  if (!own) return null
  return (
    <Facts
      facts={[
        own.hours && { label: t(lang, 'site.unit.hours'), value: own.hours },
        office.dutyPhone && {
          label: t(lang, 'site.unit.otherwise'),
          value: (
            <>
              {t(lang, 'site.unit.dutyRoom')} <Phone phone={office.dutyPhone} own />
            </>
          ),
        },
      ]}
    />
  )
}

import { t } from '../../../i18n'
import { LinkButton } from '../../ui/Button'
import { Phone } from '../../ui/Phone'
import { Facts } from '../Facts'
import type { UnitPageProps } from './UnitPage'

/** Address that opens a report with this unit filled in; the same one stands behind its QR code. */
export const reportHere = (code: string): string => `/r?u=${encodeURIComponent(code)}`

/** Who answers for the unit and how to reach them; the duty room otherwise. */
export const WhomToAsk = ({ ctx: { lang, href }, office, view: { officer, code } }: UnitPageProps) => {
  const phone = officer?.phone ?? office.dutyPhone
  return (
    <section className="card stack unit-card" aria-labelledby="s-officer">
      <h2 id="s-officer">{t(lang, 'site.unit.officer')}</h2>
      {officer ? (
        <div>
          {officer.name && <p className="big-name">{officer.name}</p>}
          <p className={officer.name ? 'muted' : 'strong'}>{officer.post}</p>
        </div>
      ) : (
        <p>{t(lang, 'site.unit.noOfficer')}</p>
      )}
      <Facts
        facts={[
          officer?.phone?.hours && { label: t(lang, 'site.unit.hours'), value: officer.phone.hours },
          officer?.phone &&
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
      <div className="actions actions-stacked">
        {phone && (
          <LinkButton tone="main" wide icon="phone" href={`tel:${phone.dial}`}>
            {t(lang, 'site.unit.call', { phone: phone.text })}
          </LinkButton>
        )}
        <LinkButton wide icon="say" href={href(reportHere(code))}>
          {t(lang, 'site.unit.report')}
        </LinkButton>
      </div>
    </section>
  )
}

import { t } from '../../../i18n'
import { Notice } from '../../ui/Notice'
import { EMERGENCY } from '../SiteFooter'
import type { SiteContext } from '../types'

/** Fire, injury and crime belong to the telephone. Louder when the text itself speaks of them. */
export const EmergencyNote = ({ ctx: { lang }, found }: { ctx: SiteContext; found?: boolean }) => {
  const numbers = EMERGENCY.map(({ key, number }) => (
    <a className="own-line strong unbroken" key={key} href={`tel:${number}`}>
      {t(lang, `common.emergency.${key}`)} {number}
    </a>
  ))
  return found ? (
    <Notice tone="danger" icon="phone" live title={t(lang, 'site.describe.emergencyFound')}>
      <p>{t(lang, 'site.describe.emergencyDo')}</p>
      <p className="row">{numbers}</p>
    </Notice>
  ) : (
    <Notice tone="warn" icon="phone">
      <p>{t(lang, 'site.describe.emergency')}</p>
      <p className="row">{numbers}</p>
    </Notice>
  )
}

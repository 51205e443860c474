import { t } from '../../../i18n'
import { dayTime } from '../../ui/dates'
import type { SiteContext } from '../types'

/** What happens after sending, in four lines. */
export const NextSteps = ({ ctx, acceptBy }: { ctx: SiteContext; acceptBy?: number }) => {
  const { lang } = ctx
  const steps = [
    { title: t(lang, 'site.receipt.steps.accept'), text: acceptBy ? t(lang, 'site.receipt.steps.acceptBy', { when: dayTime(acceptBy, ctx) }) : t(lang, 'site.receipt.steps.acceptText') },
    { title: t(lang, 'site.receipt.steps.assign'), text: t(lang, 'site.receipt.steps.assignText') },
    { title: t(lang, 'site.receipt.steps.handle'), text: t(lang, 'site.receipt.steps.handleText') },
    { title: t(lang, 'site.receipt.steps.ask'), text: t(lang, 'site.receipt.steps.askText') },
  ]
  return (
    <section className="stack">
      <h2>{t(lang, 'site.receipt.nextTitle')}</h2>
      <ol className="numbered">
        {steps.map(({ title, text }) => (
          <li key={title}>
            <p className="strong">{title}</p>
            <p className="small muted">{text}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}

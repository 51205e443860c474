import { t } from '../../../i18n'
import { SubmitButton } from '../../ui/Button'
import { Choice, Choices } from '../../ui/Choice'
import { errorOf } from '../../ui/ErrorSummary'
import { TextField } from '../../ui/Field'
import type { ContactView, SiteContext, StepView } from '../types'
import { StepActions } from './StepActions'
import { StepPage } from './StepPage'
import { Tips } from './Tips'

const INPUTS = {
  name: { type: 'text', autoComplete: 'nickname', maxLength: 40 },
  phone: { type: 'tel', autoComplete: 'tel', maxLength: 20 },
  email: { type: 'email', autoComplete: 'email', maxLength: 120 },
} as const

/** Contact: optional, with why and for how long said here. Going on without it is as easy. */
export const ContactPage = ({ ctx, step, view }: { ctx: SiteContext; step: StepView; view: ContactView }) => {
  const { lang } = ctx
  const lines = [t(lang, 'site.contact.why.use'), t(lang, 'site.contact.why.secret'), t(lang, 'site.contact.why.erase', { days: view.erasedAfterDays })]
  return (
    <StepPage ctx={ctx} step={step} form={view.form} aside={<Tips title={t(lang, 'site.contact.whyTitle')} lines={lines} />}>
      <div className="stack">
        <h1>{t(lang, 'site.contact.title')}</h1>
        <p className="hint">{t(lang, 'site.contact.hint')}</p>
      </div>
      {view.asks.map((field) => (
        <TextField
          key={field}
          name={field}
          {...INPUTS[field]}
          label={t(lang, `site.contact.${field}`)}
          optional={t(lang, 'common.field.optional')}
          hint={t(lang, `site.contact.${field}Hint`)}
          error={errorOf(view.form.errors, field)}
          value={view.values[field] ?? ''}
        />
      ))}
      <Choices name="consent" legend={t(lang, 'rights.consent.legend')} hint={t(lang, 'rights.consent.hint')} error={errorOf(view.form.errors, 'consent')}>
        <Choice type="checkbox" name="consent" value="yes" label={t(lang, 'rights.consent.text')} />
      </Choices>
      <StepActions ctx={ctx} step={step}>
        <SubmitButton name="do" value="skip" skipsChecks>
          {t(lang, 'site.contact.skip')}
        </SubmitButton>
      </StepActions>
    </StepPage>
  )
}

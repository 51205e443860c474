import { t } from '../../../i18n'
import type { ChooseView, SlotView } from '../../../services/booking/view'
import { SubmitButton } from '../../ui/Button'
import { Choice, Choices } from '../../ui/Choice'
import { errorOf } from '../../ui/ErrorSummary'
import { TextField } from '../../ui/Field'
import { PostForm } from '../../ui/Form'
import { EffortPart } from '../effort/EffortPart'
import type { FormView, SiteContext } from '../types'
import { dayName } from './parts'

/** What was typed, kept over a refusal. */
export type BookValues = { name: string; phone: string; consent: boolean }

type Props = { ctx: SiteContext; view: ChooseView; chosen: SlotView; form: FormView; values: BookValues }

const Contact = ({ ctx: { lang }, view, form, values }: Props) => {
  const optional = view.contact === 'optional' ? { optional: t(lang, 'common.field.optional') } : {}
  return (
    <>
      <TextField name="name" label={t(lang, 'services.book.name')} {...optional} hint={t(lang, 'services.book.nameHint')} error={errorOf(form.errors, 'name')} value={values.name} maxLength={40} autoComplete="nickname" />
      <TextField name="phone" type="tel" label={t(lang, 'services.book.phone')} {...optional} hint={t(lang, 'services.book.phoneHint')} error={errorOf(form.errors, 'phone')} value={values.phone} maxLength={20} autoComplete="tel" />
      <Choices name="consent" legend={t(lang, 'rights.consent.legend')} hint={t(lang, 'services.book.consentHint')} error={errorOf(form.errors, 'consent')}>
        <Choice type="checkbox" name="consent" value="yes" checked={values.consent} label={t(lang, 'services.book.consent', { days: view.keepDays })} />
      </Choices>
    </>
  )
}

/** The chosen time, what the counter asks, and the one button. */
export const BookForm = (props: Props) => {
  const { ctx, view, chosen, form } = props
  const { lang, href } = ctx
  return (
    <PostForm action={href(form.action)} hidden={form.hidden} className="stack-3">
      <section className="stack" aria-labelledby="s-chosen">
        <h2 id="s-chosen">{t(lang, 'services.book.chosen')}</h2>
        <p className="big-name">{t(lang, 'services.book.when', { day: dayName(chosen.at, ctx), from: chosen.time, until: chosen.until })}</p>
        <p><a className="own-line" href={href(view.days.find(({ current }) => current)?.path ?? view.counter.path)}>{t(lang, 'services.book.another')}</a></p>
      </section>
      {view.contact !== 'none' && <Contact {...props} />}
      <EffortPart ctx={ctx} form={form} />
      <div className="actions"><SubmitButton tone="main">{t(lang, 'services.book.send')}</SubmitButton></div>
    </PostForm>
  )
}

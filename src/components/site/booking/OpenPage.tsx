import { t } from '../../../i18n'
import { SubmitButton } from '../../ui/Button'
import { ErrorSummary, errorOf } from '../../ui/ErrorSummary'
import { TextField } from '../../ui/Field'
import { PostForm } from '../../ui/Form'
import { Crumbs } from '../Crumbs'
import { EffortPart } from '../effort/EffortPart'
import type { FormView, SiteContext } from '../types'

/** Code and word open a booking. Posted, so that neither stands in an address or a log. */
export const OpenPage = ({ ctx, form, code }: { ctx: SiteContext; form: FormView; code: string }) => {
  const { lang, href } = ctx
  const { errors } = form
  return (
    <>
      <Crumbs ctx={ctx} crumbs={[{ text: t(lang, 'common.nav.services'), path: '/services' }, { text: t(lang, 'services.open.title') }]} />
      <PostForm action={href(form.action)} hidden={form.hidden} className="stack-3 narrow">
        <ErrorSummary title={t(lang, 'common.summary.title', { count: errors.length })} errors={errors} />
        <div className="stack">
          <h1>{t(lang, 'services.open.title')}</h1>
          <p className="hint">{t(lang, 'services.open.hint')}</p>
        </div>
        <TextField name="code" code label={t(lang, 'services.booked.code')} error={errorOf(errors, 'code')} value={code} maxLength={40} autoComplete="off" />
        <TextField name="word" code label={t(lang, 'services.booked.word')} error={errorOf(errors, 'word')} value="" maxLength={40} autoComplete="off" />
        <EffortPart ctx={ctx} form={form} />
        <div className="actions"><SubmitButton tone="main">{t(lang, 'services.open.show')}</SubmitButton></div>
      </PostForm>
    </>
  )
}

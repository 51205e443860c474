import { t } from '../../../i18n'
import { SubmitButton } from '../../ui/Button'
import { ErrorSummary, errorOf } from '../../ui/ErrorSummary'
import { TextField } from '../../ui/Field'
import { PostForm } from '../../ui/Form'
import { Phone } from '../../ui/Phone'
import { Crumbs } from '../Crumbs'
import { EffortPart } from '../effort/EffortPart'
import { Onward } from '../Section'
import type { OfficeView, SiteContext, TrackFormView } from '../types'

/** Code and word open the progress page. Posted, so that neither stands in an address or a log. */
export const TrackFormPage = ({ ctx, office, view }: { ctx: SiteContext; office: OfficeView; view: TrackFormView }) => {
  const { lang, href } = ctx
  const { errors } = view.form
  return (
    <>
      <Crumbs ctx={ctx} crumbs={[{ text: t(lang, 'site.trackForm.title') }]} />
      <div className="two">
        <PostForm action={href(view.form.action)} hidden={view.form.hidden} className="stack-3">
          <ErrorSummary title={t(lang, 'common.summary.title', { count: errors.length })} errors={errors} />
          <div className="stack">
            <h1>{t(lang, 'site.trackForm.title')}</h1>
            <p className="hint">{t(lang, 'site.trackForm.hint')}</p>
          </div>
          <TextField name="code" code label={t(lang, 'site.trackForm.code')} hint={t(lang, 'site.trackForm.codeHint')} error={errorOf(errors, 'code')} value={view.code} maxLength={40} autoComplete="off" />
          <TextField name="word" code label={t(lang, 'site.trackForm.word')} error={errorOf(errors, 'word')} value={view.word} maxLength={40} autoComplete="off" />
          <EffortPart ctx={ctx} form={view.form} />
          <div className="actions">
            <SubmitButton tone="main">{t(lang, 'site.trackForm.show')}</SubmitButton>
          </div>
        </PostForm>
        <aside className="aside" aria-label={t(lang, 'site.step.help')}>
          <section className="stack">
            <h2>{t(lang, 'site.trackForm.lostTitle')}</h2>
            <p className="small">{t(lang, 'site.trackForm.lost')}</p>
            <Onward href={href('/mine')} text={t(lang, 'site.trackForm.mine')} />
          </section>
          <section className="stack">
            <h2>{t(lang, 'site.trackForm.phoneTitle')}</h2>
            <p className="small">{t(lang, 'site.trackForm.phone')}</p>
            {office.dutyPhone && (
              <p>
                <Phone phone={office.dutyPhone} own />
              </p>
            )}
          </section>
        </aside>
      </div>
    </>
  )
}

import { t } from '../../../i18n'
import { SubmitButton } from '../../ui/Button'
import { day } from '../../ui/dates'
import { ErrorSummary, errorOf } from '../../ui/ErrorSummary'
import { TextField } from '../../ui/Field'
import { PostForm } from '../../ui/Form'
import { EffortPart } from '../effort/EffortPart'
import type { ConfirmView, SiteContext } from '../types'
import { PhotoInput } from './PhotoInput'

/** 解决了 and 还没解决 are equals. The second one asks why on the same page, then starts the work again. */
export const Confirm = ({ ctx, confirm }: { ctx: SiteContext; confirm: ConfirmView }) => {
  const { lang, href } = ctx
  return (
    <PostForm action={href(confirm.form.action)} hidden={confirm.form.hidden} files id="confirm" className="stack">
      {confirm.asking ? <AskWhy ctx={ctx} confirm={confirm} /> : <Pair ctx={ctx} />}
      <p className="small muted">
        {confirm.silenceAt ? t(lang, 'site.track.silence', { date: day(confirm.silenceAt, ctx), days: confirm.reopenDays }) : t(lang, 'site.track.reopenHint', { days: confirm.reopenDays })}
      </p>
      <EffortPart ctx={ctx} form={confirm.form} />
    </PostForm>
  )
}

const Pair = ({ ctx: { lang } }: { ctx: SiteContext }) => (
  <>
    <h2>{t(lang, 'site.track.confirmTitle')}</h2>
    <p>{t(lang, 'site.track.confirmText')}</p>
    <div className="pair">
      <SubmitButton tone="answer" name="do" value="solved" icon="check">
        {t(lang, 'site.track.solved')}
      </SubmitButton>
      <SubmitButton tone="answer" name="do" value="notSolved" icon="retry">
        {t(lang, 'site.track.notSolved')}
      </SubmitButton>
    </div>
  </>
)

const AskWhy = ({ ctx: { lang }, confirm: { form, reason } }: { ctx: SiteContext; confirm: ConfirmView }) => (
  <>
    <ErrorSummary title={t(lang, 'common.summary.title', { count: form.errors.length })} errors={form.errors} />
    <h2>{t(lang, 'site.track.askingTitle')}</h2>
    <p>{t(lang, 'site.track.askingText')}</p>
    <TextField name="reason" rows={3} label={t(lang, 'common.field.reason')} error={errorOf(form.errors, 'reason')} value={reason} maxLength={1000} />
    <PhotoInput ctx={{ lang }} name="photos" error={errorOf(form.errors, 'photos')} />
    <div className="actions">
      <SubmitButton tone="main" name="do" value="reopen">
        {t(lang, 'site.track.reopen')}
      </SubmitButton>
    </div>
  </>
)

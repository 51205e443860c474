import type { ReactNode } from 'react'
import { t } from '../../../i18n'
import { SubmitButton } from '../../ui/Button'
import { Choice, Choices } from '../../ui/Choice'
import { ErrorSummary, errorOf } from '../../ui/ErrorSummary'
import { TextField } from '../../ui/Field'
import { Fold } from '../../ui/Fold'
import { PostForm } from '../../ui/Form'
import { PhotoRow } from '../../ui/Photos'
import { Time } from '../../ui/Time'
import { RATINGS, type FormView, type OwnTextView, type SiteContext, type TrackView } from '../types'
import { EffortPart } from '../effort/EffortPart'
import { PhotoInput } from './PhotoInput'

/** What the reporter may do besides: rate, add, read, correct or withdraw what they wrote. Folded; a fault opens it. */
export const MoreActs = ({ ctx, view: { rate, add, own, correct, erase, withdraw } }: { ctx: SiteContext; view: TrackView }) => {
  const { lang } = ctx
  return (
    <div>
      {rate && (
        <Fold id="rate" title={t(lang, 'site.track.rateTitle')} open={!rate.given || rate.form.errors.length > 0}>
          <Rate ctx={ctx} rate={rate} />
        </Fold>
      )}
      {add && (
        <Fold id="add" title={t(lang, add.needed ? 'resident.track.needed' : 'site.track.addTitle')} open={add.needed || add.form.errors.length > 0}>
          <Add ctx={ctx} add={add} />
        </Fold>
      )}
      {own.length > 0 && (
        <Fold id="own" title={t(lang, 'site.track.ownTitle')}>
          <Own ctx={ctx} own={own} />
        </Fold>
      )}
      {correct && (
        <Fold id="correct" title={t(lang, 'site.track.correctTitle')} open={correct.form.errors.length > 0}>
          <Correct ctx={ctx} correct={correct} />
        </Fold>
      )}
      {erase && (
        <Fold id="erase" title={t(lang, 'resident.track.eraseTitle')} open={erase.form.errors.length > 0}>
          <Erase ctx={ctx} erase={erase} />
        </Fold>
      )}
      {withdraw && (
        <Fold id="withdraw" title={t(lang, 'resident.track.withdrawTitle')} open={withdraw.form.errors.length > 0}>
          <Withdraw ctx={ctx} withdraw={withdraw} />
        </Fold>
      )}
    </div>
  )
}

const ActForm = ({ ctx, form, files, children }: { ctx: SiteContext; form: FormView; files?: boolean; children: ReactNode }) => (
  <PostForm action={ctx.href(form.action)} hidden={form.hidden} files={files} className="stack">
    <ErrorSummary title={t(ctx.lang, 'common.summary.title', { count: form.errors.length })} errors={form.errors} />
    {children}
    <EffortPart ctx={ctx} form={form} />
  </PostForm>
)

const Rate = ({ ctx, rate: { form, given } }: { ctx: SiteContext; rate: NonNullable<TrackView['rate']> }) => (
  <ActForm ctx={ctx} form={form}>
    {given && <p role="status">{t(ctx.lang, 'site.track.rateGiven', { mark: t(ctx.lang, `site.track.rate.${given}`) })}</p>}
    <Choices name="rating" legend={t(ctx.lang, 'site.track.rateLegend')} error={errorOf(form.errors, 'rating')} inRow className="rating">
      {RATINGS.map((rating) => (
        <Choice key={rating} name="rating" value={String(rating)} label={t(ctx.lang, `site.track.rate.${rating}`)} checked={given === rating} />
      ))}
    </Choices>
    <SubmitButton name="do" value="rate">
      {t(ctx.lang, 'site.track.rateSend')}
    </SubmitButton>
  </ActForm>
)

const Add = ({ ctx, add: { form, text, photosLeft, needed } }: { ctx: SiteContext; add: NonNullable<TrackView['add']> }) => (
  <ActForm ctx={ctx} form={form} files>
    {needed && <p>{t(ctx.lang, 'resident.track.neededText')}</p>}
    <TextField name="addText" rows={3} label={t(ctx.lang, 'site.track.addLabel')} error={errorOf(form.errors, 'addText')} value={text} maxLength={1000} />
    {photosLeft > 0 && <PhotoInput ctx={ctx} name="addPhotos" error={errorOf(form.errors, 'addPhotos')} />}
    <SubmitButton name="do" value="add">
      {t(ctx.lang, 'site.track.addSend')}
    </SubmitButton>
  </ActForm>
)

const Own = ({ ctx, own }: { ctx: SiteContext; own: OwnTextView[] }) => (
  <ul className="list">
    {own.map(({ at, text, photos }, index) => (
      <li className="reply" key={index}>
        <p className="meta">
          <Time at={at} as="near" ctx={ctx} />
        </p>
        {text === undefined ? <p className="muted">{t(ctx.lang, 'site.track.erased')}</p> : <p className="pre">{text}</p>}
        <PhotoRow photos={photos} />
      </li>
    ))}
  </ul>
)

const Correct = ({ ctx, correct: { form, text } }: { ctx: SiteContext; correct: NonNullable<TrackView['correct']> }) => (
  <ActForm ctx={ctx} form={form}>
    <p>{t(ctx.lang, 'site.track.correctHint')}</p>
    <TextField name="correction" rows={4} label={t(ctx.lang, 'site.track.correctLabel')} error={errorOf(form.errors, 'correction')} value={text} maxLength={2000} />
    <SubmitButton name="do" value="correct">
      {t(ctx.lang, 'site.track.correctSend')}
    </SubmitButton>
  </ActForm>
)

const Erase = ({ ctx, erase: { form } }: { ctx: SiteContext; erase: NonNullable<TrackView['erase']> }) => (
  <ActForm ctx={ctx} form={form}>
    <p>{t(ctx.lang, 'resident.track.eraseText')}</p>
    <SubmitButton name="do" value="erase">
      {t(ctx.lang, 'resident.track.eraseDo')}
    </SubmitButton>
  </ActForm>
)

const Withdraw = ({ ctx, withdraw: { form, reason } }: { ctx: SiteContext; withdraw: NonNullable<TrackView['withdraw']> }) => (
  <ActForm ctx={ctx} form={form}>
    <p>{t(ctx.lang, 'resident.track.withdrawText')}</p>
    <TextField name="withdrawReason" label={t(ctx.lang, 'resident.track.withdrawReason')} optional={t(ctx.lang, 'common.field.optional')} error={errorOf(form.errors, 'withdrawReason')} value={reason} maxLength={500} />
    <SubmitButton name="do" value="withdraw">
      {t(ctx.lang, 'site.track.withdraw')}
    </SubmitButton>
  </ActForm>
)

import { t, words } from '../../../i18n'
import { SubmitButton } from '../../ui/Button'
import { errorOf } from '../../ui/ErrorSummary'
import { Field, describedBy, fieldId } from '../../ui/Field'
import { Icon } from '../../ui/Icon'
import { Notice } from '../../ui/Notice'
import { fileSize } from '../bytes'
import { PhotoChooser } from '../client/PhotoChooser'
import type { PhotosView, PhotoView, SiteContext, StepView } from '../types'
import { StepActions } from './StepActions'
import { StepPage } from './StepPage'
import { Tips } from './Tips'

/** What the browser may offer to choose; the server looks again at every file. */
export const PHOTO_TYPES = 'image/jpeg,image/png,image/webp'

export type PhotosPageProps = { ctx: SiteContext; step: StepView; view: PhotosView }

/** Photos: optional, added or removed one by one, freed of their position before they are kept. */
export const PhotosPage = ({ ctx, step, view }: PhotosPageProps) => {
  const { lang } = ctx
  const left = view.limit - view.photos.length
  const error = errorOf(view.form.errors, 'photos')
  return (
    <StepPage ctx={ctx} step={step} form={view.form} files aside={<Tips title={t(lang, 'site.photos.tipsTitle')} lines={Object.values(words(lang, 'site.photos.tips'))} />}>
      <div className="stack">
        <h1>{t(lang, 'site.photos.title')}</h1>
        <p className="hint">{t(lang, 'site.photos.hint', { count: view.limit, size: fileSize(view.maxBytes) })}</p>
      </div>
      <Refused ctx={ctx} refused={view.refused} />
      {left > 0 ? (
        <div className="stack">
          <Field name="photos" label={t(lang, 'site.photos.choose')} hint={t(lang, 'site.photos.left', { count: left })} error={error}>
            <PhotoChooser id={fieldId('photos')} name="photos" accept={PHOTO_TYPES} describedBy={describedBy({ name: 'photos', hint: true, error })} max={left} words={words(lang, 'resident.chooser')} />
          </Field>
          <SubmitButton name="do" value="upload" icon="camera">
            {t(lang, 'site.photos.upload')}
          </SubmitButton>
        </div>
      ) : (
        <p id={fieldId('photos')}>{t(lang, 'site.photos.full', { count: view.limit })}</p>
      )}
      {view.photos.length > 0 && <Added ctx={ctx} photos={view.photos} />}
      <Notice icon="shield" title={t(lang, 'site.photos.locationTitle')}>
        <p>{t(lang, 'site.photos.location')}</p>
      </Notice>
      <StepActions ctx={ctx} step={step} />
    </StepPage>
  )
}

const Refused = ({ ctx: { lang }, refused }: { ctx: SiteContext; refused: PhotosView['refused'] }) =>
  refused.length === 0 ? null : (
    <Notice tone="danger" live title={t(lang, 'site.photos.refusedTitle', { count: refused.length })}>
      <ul>
        {refused.map(({ name, reason }) => (
          <li key={`${name} ${reason}`}>{t(lang, 'site.photos.refused', { name, reason })}</li>
        ))}
      </ul>
    </Notice>
  )

const Added = ({ ctx: { lang }, photos }: { ctx: SiteContext; photos: PhotoView[] }) => (
  <section className="stack" aria-labelledby="s-added">
    <h2 id="s-added">{t(lang, 'site.photos.added', { count: photos.length })}</h2>
    <ul className="kept-files">
      {photos.map(({ id, thumb, alt }, index) => (
        <li key={id}>
          <img src={thumb} alt={alt} width="72" height="72" />
          <div>
            <p className="strong">{t(lang, 'site.photos.photo', { number: index + 1 })}</p>
            <p className="small state-done">
              <Icon name="check" />
              <span>{t(lang, 'site.photos.clean')}</span>
            </p>
          </div>
          <SubmitButton tone="text" name="do" value={`remove:${id}`} skipsChecks>
            {t(lang, 'common.action.remove')}
            <span className="unseen">{t(lang, 'site.photos.photo', { number: index + 1 })}</span>
          </SubmitButton>
        </li>
      ))}
    </ul>
  </section>
)

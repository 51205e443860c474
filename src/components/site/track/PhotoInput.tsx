import { t } from '../../../i18n'
import type { Lang } from '../../../domain/words'
import { describedBy, Field, fieldId } from '../../ui/Field'
import { PHOTO_TYPES } from '../report/PhotosPage'

/** Photos with an answer or addition; cleaned like all others. */
export const PhotoInput = ({ ctx: { lang }, name, error }: { ctx: { lang: Lang }; name: string; error?: string }) => (
  <Field name={name} label={t(lang, 'site.track.addPhotos')} optional={t(lang, 'common.field.optional')} hint={t(lang, 'site.photos.locationTitle')} error={error}>
    <input className="files" id={fieldId(name)} type="file" name={name} multiple accept={PHOTO_TYPES} aria-describedby={describedBy({ name, hint: true, error })} />
  </Field>
)

import { t, words } from '../../../i18n'
import type { Lang } from '../../../domain/words'
import { describedBy, Field, fieldId } from '../../ui/Field'
import { PhotoChooser } from '../client/PhotoChooser'
import { PHOTO_TYPES } from '../report/PhotosPage'

/** Photos with an answer or addition; cleaned like all others. */
export const PhotoInput = ({ ctx: { lang }, name, error }: { ctx: { lang: Lang }; name: string; error?: string }) => (
  <Field name={name} label={t(lang, 'site.track.addPhotos')} optional={t(lang, 'common.field.optional')} hint={t(lang, 'site.photos.locationTitle')} error={error}>
    <PhotoChooser id={fieldId(name)} name={name} accept={PHOTO_TYPES} describedBy={describedBy({ name, hint: true, error })} words={words(lang, 'resident.chooser')} />
  </Field>
)

import { DomainError } from '@/domain/errors'
import { readFormData } from '@/services/bodies'
import { uploadPhoto } from '@/services/desk/photos'
import { door } from '../../../_server/door'

/** POST multipart {photo, matter?}: one picture, cleaned and kept until an action takes it. */
export const POST = door(async ({ desk, request }) => {
  const form = await readFormData(request)
  const photo = form.get('photo')
  const matter = form.get('matter')
  if (!(photo instanceof File)) throw new DomainError('invalid', {}, [{ field: 'photo', code: 'required' }])
  return { photo: await uploadPhoto(desk, photo, typeof matter === 'string' && matter ? matter : undefined) }
})

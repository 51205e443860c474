import type { NewMatterInput } from '@/components/desk/types'
import { DomainError } from '@/domain/errors'
import { parseJson, readFormData } from '@/services/bodies'
import { enterMatter } from '@/services/desk/create'
import { door } from '../../../_server/door'

const MAX_DATA = 64 * 1024

const parsed = (data: FormDataEntryValue | null): NewMatterInput => {
  if (typeof data !== 'string' || data.length > MAX_DATA) throw new DomainError('invalid', {}, [{ field: 'data', code: 'required' }])
  const value = parseJson(data)
  if (value && typeof value === 'object' && 'key' in value && typeof value.key === 'string') return value as NewMatterInput
  throw new DomainError('invalid', {}, [{ field: 'data', code: 'wrong' }])
}

/** POST multipart {data, photos…}: a matter that staff enter for a resident. */
export const POST = door(async ({ desk, request }) => {
  const form = await readFormData(request)
  return enterMatter(desk, parsed(form.get('data')), form.getAll('photos').filter((photo) => photo instanceof File))
})

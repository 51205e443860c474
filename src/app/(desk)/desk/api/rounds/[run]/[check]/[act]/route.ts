import { readFormData } from '@/services/bodies'
import { DomainError } from '@/domain/errors'
import { keyOfFiles } from '@/domain/forms/names'
import { readJson } from '@/services/http'
import { fillCheck, skipCheck } from '@/services/routines/rounds/fill'
import { makeMatter } from '@/services/routines/rounds/make'
import type { NewPhotos } from '@/services/routines/rounds/photos'
import { door } from '../../../../../../_server/door'

type Params = { run: string; check: string; act: string }

/** A multipart body: `data` as JSON, and new photos under the names of their questions' file inputs. */
const readForm = async (request: Request): Promise<Record<string, unknown> & { photos: NewPhotos }> => {
  const form = await readFormData(request)
  const photos = new Map<string, File[]>()
  for (const [name, file] of form) {
    const key = keyOfFiles(name)
    if (key && file instanceof File && file.size > 0) photos.set(key, [...(photos.get(key) ?? []), file])
  }
  const data = form.get('data')
  const body = await readJson({ headers: new Headers(), text: () => Promise.resolve(typeof data === 'string' ? data : '') })
  return { ...body, photos: Object.fromEntries(photos) }
}

const isForm = (request: Request): boolean => request.headers.get('content-type')?.startsWith('multipart/form-data') === true

/** POST done {answers, seen}, with photos as multipart · skip {note, seen} · matter {type, text, answers}. */
export const POST = door<Params>(async ({ desk, request, params: { run, check, act } }) => {
  const { photos, ...body } = act === 'done' && isForm(request) ? await readForm(request) : { ...(await readJson(request)), photos: {} }
  const input = { ...body, photos, run, check }
  if (act === 'matter') return makeMatter(desk, input)
  if (act !== 'done' && act !== 'skip') throw new DomainError('notFound')
  await (act === 'done' ? fillCheck : skipCheck)(desk, input)
  return {}
})

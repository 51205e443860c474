import type { Payload } from 'payload'
import { DomainError } from '@/domain/errors'
import { addPhoto, type AddPhoto } from '@/services/photos/add'
import type { OfficeModel } from '@/services/structure/load'
import { tokenHash } from '../sealed'
import { dropPhotos, type Draft, type Refusal } from './draft'
import type { StepInput, StepResult } from './step'
import { afterStep, passed, placedOf, stepsOf } from './type'

/** A file as a form brings it. */
export type Upload = { /** Name of the input it was chosen in. */ field: string; name: string; size: number; bytes: () => Promise<Buffer> }

const NAME_MAX = 60

/** More files at once are not looked at, nor named one by one. */
export const MOST_FILES = 24

const shortName = (name: string): string => {
  const clean = name.replace(/[\p{Cc}\p{Cf}]/gu, '').split(/[\\/]/).at(-1) ?? ''
  return clean.length > NAME_MAX ? `${clean.slice(0, 40)}…${clean.slice(-16)}` : clean
}

const unsupportedCode = ({ infected, broken }: Record<string, unknown>): string => {
  if (infected) return 'infected'
  return broken ? 'broken' : 'unsupportedFile'
}

/** Why a file was not taken, in a code with its limit; undefined when the fault is not the file's. */
const refusalOf = (error: unknown): Omit<Refusal, 'name'> | undefined => {
  if (!(error instanceof DomainError)) return undefined
  if (error.code === 'tooLarge') return { code: 'tooLarge', params: { max: `${String(error.detail.maxMB)} MB` } }
  if (error.code === 'notScanned') return { code: 'notScanned' }
  if (error.code === 'unsupportedFile') return { code: unsupportedCode(error.detail) }
  return error.code === 'tooMany' ? { code: 'tooMany', params: { max: Number(error.detail.max) } } : undefined
}

export type TakePhotos = { payload: Payload; model: OfficeModel; token: string; files: readonly Upload[]; room: number; max: number; stage: AddPhoto['stage'] }

/**
 * Takes photos one by one for the holder of a token: each good one is kept, each other one is named with its reason.
 * Errors: `storageFull`, `busy` – faults that are not of a file.
 */
export const takePhotos = async ({ payload, model, token, files, room, max, stage }: TakePhotos): Promise<{ ids: string[]; refused: Refusal[] }> => {
  const ids: string[] = []
  const refused: Refusal[] = []
  for (const file of files.slice(0, MOST_FILES)) {
    const name = shortName(file.name)
    if (ids.length >= room) {
      refused.push({ name, code: 'tooMany', params: { max } })
      continue
    }
    try {
      const { id } = await addPhoto({ payload, office: model.office.id, bytes: await file.bytes(), stage, owner: { draft: tokenHash(token) } })
      ids.push(id)
    } catch (error) {
      const refusal = refusalOf(error)
      if (!refusal) throw error
      refused.push({ name, ...refusal })
    }
  }
  return { ids, refused }
}

/** Photos of the report. Buttons: next, upload, `remove:<id>`. Going on takes along what was chosen, unless some of it was refused. */
export const submitPhotos = async ({ payload, model, form, token, draft, act, files }: StepInput & { files: readonly Upload[] }): Promise<StepResult> => {
  const stay = (next: Draft): StepResult => ({ draft: { ...next, faults: undefined }, to: '/report/photos' })
  if (act.startsWith('remove:')) {
    const id = act.slice('remove:'.length)
    await dropPhotos(payload, token, [id])
    return stay({ ...draft, photos: draft.photos.filter((each) => each !== id), refused: [] })
  }
  const max = placedOf(model, draft).type.maxPhotos
  const { ids, refused } = await takePhotos({ payload, model, token, files, room: max - draft.photos.length, max, stage: 'report' })
  const next: Draft = { ...draft, photos: [...draft.photos, ...ids], refused }
  if (act === 'upload' || refused.length > 0) return stay(next)
  const done = passed(next, 'photos')
  return { draft: done, to: afterStep(stepsOf(model, done, form), done, 'photos') }
}

import { eachInTurn } from '@/lib/eachInTurn'
import { deleteRows, findRow, findRows } from '@/db/rows'
import { DomainError } from '@/domain/errors'
import { answerTo, own } from '@/domain/forms/names'
import type { Answers, FormDef, Question } from '@/domain/forms/types'
import { questionsOf } from '@/domain/routines/edit'
import type { Desk } from '@/services/desk/desk'
import { bytesOf } from '@/services/photos/bytes'
import { addPhoto } from '@/services/photos/add'
import { removeBytes } from '@/services/photos/store'
import { SLUG } from '@/slugs'
import type { CheckRow } from '../row'
import { markOf } from './photoMark'
import { needCheck, needRound } from './read'

/** New photos of a check, by the question they answer. */
export type NewPhotos = Readonly<Record<string, readonly File[]>>

const idsIn = (answers: Answers | null | undefined, key: string): string[] => {
  const value = answerTo(answers ?? {}, key)
  return Array.isArray(value) ? value : []
}

const photoQuestions = (form: FormDef): Question[] => questionsOf(form).filter(({ kind }) => kind === 'photo')

/** Every photo that answers of a checklist name. */
export const photosIn = (form: FormDef, answers: Answers | null | undefined): string[] => photoQuestions(form).flatMap(({ key }) => idsIn(answers, key))

const NEW = 'new-'

/**
 * Answers with a placeholder for each new photo, to be judged before anything is stored. Errors: `invalid` for a photo that was not there before: what
 * belongs to another check, a matter or a person is never taken.
 */
export const withNew = ({ form, before, answers, photos }: { form: FormDef; before: Answers | null | undefined; answers: Answers; photos: NewPhotos }): Answers => {
  const entries = photoQuestions(form).map(({ key }): [string, string[]] => {
    const kept = idsIn(answers, key)
    if (kept.some((id) => !idsIn(before, key).includes(id))) throw new DomainError('invalid', {}, [{ field: `q.${key}`, code: 'notOffered' }])
    return [key, [...kept, ...(own(photos, key) ?? []).map((_, at) => `${NEW}${at}`)]]
  })
  return { ...answers, ...Object.fromEntries(entries) }
}

/** Takes away photos of a check that nothing names any more; one that went on to a matter is the matter's. */
export const dropPhotos = async ({ payload }: Pick<Desk, 'payload'>, check: string, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return
  const rows = await findRows({ payload }, SLUG.attachments, { where: { and: [{ id: { in: [...ids] } }, { draft: { equals: markOf(check) } }] }, select: { draft: true } })
  for (const { id } of rows) {
    await deleteRows({ payload }, SLUG.attachments, { and: [{ id: { equals: id } }, { draft: { equals: markOf(check) } }] })
    await removeBytes(id)
  }
}

/**
 * Stores the new photos that sound answers still ask for, visible to staff only, and puts them in the place of their placeholders. Errors: those of
 * `addPhoto`; nothing stays of the others then.
 */
export const storeNew = async (desk: Desk, { id: check, office }: Pick<CheckRow, 'id' | 'office'>, { answers, photos }: { answers: Answers; photos: NewPhotos }): Promise<{ answers: Answers; stored: string[] }> => {
  const stored: string[] = []
  const store = async (file: File | undefined): Promise<string[]> => {
    if (!file) return []
    const { id } = await addPhoto({ payload: desk.payload, office, bytes: await bytesOf(file), stage: 'supervision', owner: { draft: markOf(check), person: desk.viewer.id }, visibility: 'staff' })
    stored.push(id)
    return [id]
  }
  const put = async (key: string, ids: string[]): Promise<string[]> =>
    (await eachInTurn(ids, (id) => (id.startsWith(NEW) ? store(own(photos, key)?.[Number(id.slice(NEW.length))]) : Promise.resolve([id])))).flat()
  try {
    const entries = await eachInTurn(Object.keys(photos).filter((key) => idsIn(answers, key).length > 0), async (key) => [key, await put(key, idsIn(answers, key))] as const)
    return { answers: { ...answers, ...Object.fromEntries(entries) }, stored }
  } catch (error) {
    await dropPhotos(desk, check, stored)
    throw error
  }
}

/** Whether a person sees the check that a photo belongs to. */
export const seesCheck = async (desk: Desk, check: string): Promise<boolean> => {
  const row = await findRow({ payload: desk.payload }, SLUG.checks, { where: { and: [{ id: { equals: check } }, { office: { equals: desk.model.office.id } }] } })
  if (!row) return false
  try {
    await needCheck(desk, await needRound(desk, String(row.run)), check)
    return true
  } catch (error) {
    if (error instanceof DomainError && error.code === 'notFound') return false
    throw error
  }
}

export const photoHref = (id: string): string => `/desk/api/photos/${id}`

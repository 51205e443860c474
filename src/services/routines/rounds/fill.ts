import type { PayloadRequest, Where } from 'payload'
import { countRows, updateRowIf } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { DomainError, type FieldError } from '@/domain/errors'
import type { Answers, FormDef } from '@/domain/forms/types'
import { validateAnswers } from '@/domain/forms/validate'
import { cleanText, codePoints } from '@/domain/matter/text'
import { checklist } from '@/domain/routines/edit'
import { now } from '@/lib/clock'
import { appendAudit } from '@/services/audit/append'
import type { Desk } from '@/services/desk/desk'
import { formVersion } from '@/services/structure/versions'
import { SLUG } from '@/slugs'
import { iso, type CheckRow } from '../row'
import { dropPhotos, photosIn, storeNew, withNew, type NewPhotos } from './photos'
import { mayCheck, needCheck, needRound, seenOf, type Round } from './read'

const NOTE_MAX = 500

/** The questions of a check: those of its form as it was when the round opened, on one page. */
export const checklistOf = async (desk: Desk, { formVersion: version }: Pick<CheckRow, 'formVersion'>): Promise<FormDef> =>
  version ? checklist(await formVersion(desk.payload, version)) : { code: 'none', name: { zh: '' }, pages: [] }

/** A place that a person may check, in a round that is open. Errors: `notFound`, `notAllowed`, `conflict` once the round is finished or the place was changed since `seen`. */
export const needMine = async (desk: Desk, { run, check, seen }: { run: string; check: string; seen?: unknown }): Promise<{ round: Round; row: CheckRow }> => {
  const round = await needRound(desk, run)
  const row = await needCheck(desk, round, check)
  if (!mayCheck(desk, round, row)) throw new DomainError('notAllowed')
  if (round.run.state !== 'opened') throw new DomainError('conflict', { finished: true })
  if (seen !== undefined && seen !== seenOf(row)) throw new DomainError('conflict', { changed: true })
  return { round, row }
}

const asSeen = ({ id, state, doneAt }: CheckRow): Where => ({ and: [{ id: { equals: id } }, { state: { equals: state } }, doneAt ? { doneAt: { equals: doneAt } } : { doneAt: { exists: false } }] })

/** How far the round is; finished when no place is left. */
const progress = async (req: PayloadRequest, run: string, at: number): Promise<void> => {
  const left = await countRows(req, SLUG.checks, { and: [{ run: { equals: run } }, { state: { equals: 'open' } }] })
  const total = await countRows(req, SLUG.checks, { run: { equals: run } })
  await updateRowIf(req, SLUG.runs, { id: { equals: run } }, { total, done: total - left, ...(left === 0 ? { state: 'done', finishedAt: iso(at) } : {}) })
}

type Found = { state: 'done' | 'skipped'; answers: Answers | null; note: string | null }

const write = (desk: Desk, { round, row }: { round: Round; row: CheckRow }, found: Found): Promise<void> =>
  withTransaction(desk.payload, async (req) => {
    const at = now()
    const changed = await updateRowIf(req, SLUG.checks, asSeen(row), { ...found, doneBy: desk.viewer.id, doneAt: iso(at) })
    if (changed === 0) throw new DomainError('conflict', { changed: true })
    await progress(req, round.run.id, at)
    await appendAudit(req, { office: desk.model.office.id, action: 'round.check', actor: { kind: 'staff', id: desk.viewer.id, name: desk.me.name }, targetKind: SLUG.checks, target: row.id, detail: { entry: row.entry, state: found.state } })
  })

const refuse = (fields: FieldError[]): DomainError => new DomainError('invalid', {}, fields)

export type CheckInput = { run: string; check: string; seen?: unknown; answers?: unknown; note?: unknown; photos?: NewPhotos }

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Sound answers with their new photos still to be stored. Errors: `invalid` naming the questions. */
const judged = (form: FormDef, row: CheckRow, { answers: given, photos = {} }: CheckInput): Answers => {
  const { answers, errors, ended } = validateAnswers(form, withNew({ form, before: row.answers, answers: isRecord(given) ? (given as Answers) : {}, photos }))
  const fields = [...errors.map(({ key, code, params }): FieldError => ({ field: `q.${key}`, code, ...(params ? { params } : {}) })), ...(ended ? [{ field: `q.${ended.question}`, code: 'ended' }] : [])]
  if (fields.length > 0) throw refuse(fields)
  return answers
}

/**
 * What was found at a place, with the photos taken there. It may be put right while the round is open. Errors: `invalid` naming the questions,
 * `notAllowed`, `notFound`, `conflict` when somebody else checked it since, or the round is finished, and those of a photo (`addPhoto`).
 */
export const fillCheck = async (desk: Desk, input: CheckInput): Promise<void> => {
  const mine = await needMine(desk, input)
  const form = await checklistOf(desk, mine.row)
  const { answers, stored } = await storeNew(desk, mine.row, { answers: judged(form, mine.row, input), photos: input.photos ?? {} })
  try {
    await write(desk, mine, { state: 'done', answers, note: null })
  } catch (error) {
    await dropPhotos(desk, mine.row.id, stored)
    throw error
  }
  const kept = new Set(photosIn(form, answers))
  await dropPhotos(desk, mine.row.id, photosIn(form, mine.row.answers).filter((id) => !kept.has(id)))
}

/** A place that could not be checked, and why. Errors as `fillCheck`, in field `note`. */
export const skipCheck = async (desk: Desk, input: CheckInput): Promise<void> => {
  const mine = await needMine(desk, input)
  const note = typeof input.note === 'string' ? cleanText(input.note) : ''
  if (!note) throw refuse([{ field: 'note', code: 'required' }])
  if (codePoints(note) > NOTE_MAX) throw refuse([{ field: 'note', code: 'tooLong', params: { max: NOTE_MAX } }])
  await write(desk, mine, { state: 'skipped', answers: null, note })
  await dropPhotos(desk, mine.row.id, photosIn(await checklistOf(desk, mine.row), mine.row.answers))
}

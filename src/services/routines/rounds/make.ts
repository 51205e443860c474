import { eachInTurn } from '@/lib/eachInTurn'
import { findRow, findRows, updateRowIf } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { DomainError } from '@/domain/errors'
import { maxChoicesOf } from '@/domain/forms/limits'
import { answerTo } from '@/domain/forms/names'
import type { Answers, FormDef } from '@/domain/forms/types'
import { t } from '@/i18n'
import type { Desk } from '@/services/desk/desk'
import { matterHref } from '@/services/desk/names'
import { staffOf } from '@/services/matters/actor'
import { createMatter } from '@/services/matters/create'
import { rootUnit, type CreateInput } from '@/services/matters/createInput'
import { questionsOf } from '@/domain/routines/edit'
import { mayPoint } from '@/services/registers/pointing'
import { cellText } from '@/services/registers/present'
import type { TypeRow } from '@/services/structure/rows'
import { formVersion } from '@/services/structure/versions'
import { SLUG } from '@/slugs'
import type { CheckRow } from '../row'
import { markOf } from './photoMark'
import { needCheck, needRound, type Round } from './read'
import type { MakeVM, MatterRef } from './view'

const mayCreate = (desk: Desk, { path }: Pick<CheckRow, 'path'>): boolean =>
  desk.may('matter.create', { office: desk.viewer.office, path: path || (rootUnit(desk.model)?.path ?? ''), categoryPath: '', confidentiality: 'normal', teams: desk.viewer.grants.flatMap(({ team }) => team ?? []), persons: [] })

const typesOf = ({ model }: Desk, { register }: Round): TypeRow[] => model.types.all.filter((type) => type.active !== false && type.openBy.includes('staff') && mayPoint(register, type))

const formOf = async (desk: Desk, type: TypeRow): Promise<FormDef | undefined> => {
  const current = desk.model.forms.byId.get(type.form)?.current
  return current ? formVersion(desk.payload, current) : undefined
}

/** What was found, line by line, as the text of a matter begins. */
const textOf = (desk: Desk, { title, answers, note }: CheckRow, form: FormDef): string => {
  const lines = form.pages.flatMap(({ questions }) => questions).flatMap((question) => {
    const text = cellText(question, answers ?? {}, desk.lang)
    return text ? [`${desk.say(question.label)}: ${text}`] : []
  })
  return [t(desk.lang, 'routines.rounds.textDefault', { title }), ...(note ? [note] : []), ...lines].join('\n').slice(0, 1900)
}

/** How a matter could be made of what was found; undefined where nothing was, where the person may not open one, or it was made already. */
export const makeVM = async (desk: Desk, round: Round, row: CheckRow, form: FormDef): Promise<MakeVM | undefined> => {
  if (row.matter || row.state === 'open' || !mayCreate(desk, row)) return undefined
  const types = await eachInTurn(typesOf(desk, round), async (type) => {
    const asked = await formOf(desk, type)
    return { id: type.id, name: desk.say(type.name), ...(asked?.pages.some(({ questions }) => questions.length > 0) ? { form: asked } : {}) }
  })
  return { types, text: textOf(desk, row, form) }
}

export type MakeInput = { run: string; check: string; type?: unknown; text?: unknown; answers?: unknown }

/** A place that somebody was at, of a round that is open or finished. Whoever checked it need not be the one who may open a matter of it. */
const needPlace = async (desk: Desk, { run, check }: MakeInput): Promise<{ round: Round; row: CheckRow }> => {
  const round = await needRound(desk, run)
  const row = await needCheck(desk, round, check)
  if (row.state === 'open') throw new DomainError('conflict', { changed: true })
  return { round, row }
}

const isRecord = (value: unknown): value is Answers => typeof value === 'object' && value !== null && !Array.isArray(value)

const placeOf = async ({ payload }: Desk, { entry: id, unit }: CheckRow): Promise<Partial<CreateInput>> => {
  const entry = await findRow({ payload }, SLUG.entries, { where: { id: { equals: id } } })
  return {
    entry: id, ...(unit ? { unit } : {}), ...(entry?.address ? { address: entry.address } : {}),
    ...(typeof entry?.lng === 'number' && typeof entry.lat === 'number' ? { lng: entry.lng, lat: entry.lat } : {}),
  }
}

/** The photos that were taken at a place and are no matter's yet, as many as the type takes. */
const photosOf = async ({ payload }: Desk, { id }: CheckRow, { maxPhotos }: TypeRow): Promise<string[]> => {
  const rows = await findRows({ payload }, SLUG.attachments, { where: { and: [{ draft: { equals: markOf(id) } }, { matter: { exists: false } }] }, sort: 'id', limit: maxPhotos, select: { draft: true } })
  return rows.map((photo) => photo.id)
}

/** Where the type's form insists on a photo, those of the place answer it. */
const withPhotos = (form: FormDef | undefined, answers: Answers, photos: string[]): Answers => {
  const asked = questionsOf(form).filter(({ kind, required, key }) => kind === 'photo' && required && answerTo(answers, key) === null)
  return photos.length === 0 ? answers : { ...answers, ...Object.fromEntries(asked.map((question) => [question.key, photos.slice(0, maxChoicesOf(question))])) }
}

const inputOf = async (desk: Desk, row: CheckRow, type: TypeRow, { text, answers }: MakeInput): Promise<CreateInput> => {
  const source = desk.model.sources.all.find(({ kind, active, openToStaff }) => kind === 'patrol' && active !== false && openToStaff !== false)
  const photos = await photosOf(desk, row, type)
  return { type: type.id, text: typeof text === 'string' ? text : '', answers: withPhotos(await formOf(desk, type), isRecord(answers) ? answers : {}, photos), photos, ...(source ? { source: source.id } : {}), ...(await placeOf(desk, row)) }
}

/**
 * Opens a matter about a place, once, for whoever sees the place and may open matters there. Errors: `notAllowed`, `notFound`, `conflict` when one was
 * made of it already or nobody was there yet, `invalid` naming the fields.
 */
export const makeMatter = async (desk: Desk, input: MakeInput): Promise<MatterRef> => {
  const { round, row } = await needPlace(desk, input)
  if (!mayCreate(desk, row)) throw new DomainError('notAllowed')
  if (row.matter) throw new DomainError('conflict', { made: true })
  const type = typesOf(desk, round).find(({ id }) => id === input.type)
  if (!type) throw new DomainError('invalid', {}, [{ field: 'type', code: 'notOffered' }])
  const asked = await inputOf(desk, row, type, input)
  return withTransaction(desk.payload, async (req) => {
    const { matter } = await createMatter({ payload: desk.payload, req, who: 'staff', idempotencyKey: `round-${row.id}`, acting: staffOf(desk.req), photoOwner: { draft: markOf(row.id) }, input: asked })
    const linked = await updateRowIf(req, SLUG.checks, { and: [{ id: { equals: row.id } }, { matter: { exists: false } }] }, { matter: matter.id })
    if (linked === 0) throw new DomainError('conflict', { made: true })
    return { number: matter.number, href: matterHref(matter.id) }
  })
}

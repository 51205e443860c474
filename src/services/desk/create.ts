import { newId } from '@/db/ids'
import { queueCounts } from '@/db/queue'
import { deleteRows } from '@/db/rows'
import { instantOf, localDay } from '@/domain/clocks/calendar'
import { DomainError } from '@/domain/errors'
import { pathDepth } from '@/domain/grid/path'
import { staffOf } from '@/services/matters/actor'
import { decideRouting } from '@/services/matters/autoRoute'
import { createMatter } from '@/services/matters/create'
import { rootUnit } from '@/services/matters/createInput'
import type { MatterRow } from '@/services/matters/row'
import { addPhoto } from '@/services/photos/add'
import { bytesOf } from '@/services/photos/bytes'
import { removeBytes } from '@/services/photos/store'
import type { CategoryRow, SourceRow, TypeRow } from '@/services/structure/rows'
import { formVersion } from '@/services/structure/versions'
import { assertSeesEntry, presetEntry } from '@/services/registers/pointing'
import { SLUG } from '@/slugs'
import type { Desk } from './desk'
import { matterHref, shareName } from './names'
import { inTreeOrder } from './queue'
import { applyingFor } from './services'
import { firstDue } from './suggest'
import type { NewMatterAnswer, NewMatterInput, NewMatterVM } from './view'

const openTypes = ({ model }: Desk): TypeRow[] => model.types.all.filter((type) => type.active !== false && type.openBy.includes('staff'))

/** The type a category leads to, as `createMatter` chooses it. */
const typeFor = (category: CategoryRow, types: TypeRow[]): string => (types.find(({ id }) => id === category.matterType) ?? types[0])?.id ?? ''

const ICONS: Record<string, NewMatterVM['sources'][number]['icon']> = { phone: 'phone', counter: 'inbox', patrol: 'walk', duty: 'phone', api: 'reply', web: 'web' }

const offered = (source: SourceRow): boolean => source.active !== false && source.openToStaff !== false

const typeVMs = async (desk: Desk, types: TypeRow[]): Promise<NewMatterVM['types']> =>
  Promise.all(types.map(async (type) => {
    const current = desk.model.forms.byId.get(type.form)?.current
    const form = current ? await formVersion(desk.payload, current) : undefined
    const asks = form?.pages.some(({ questions }) => questions.length > 0)
    return { id: type.id, name: desk.say(type.name), unitRequired: false, maxPhotos: type.maxPhotos, ...(form && asks ? { form } : {}) }
  }))

const today = async ({ payload, viewer, now, model: { calendar } }: Desk): Promise<number> => {
  const from = new Date(instantOf({ day: localDay(now, calendar), minute: 0, calendar })).toISOString()
  return (await queueCounts({ payload, viewer, now, filters: { receivedFrom: from, closed: true } })).all
}

/** The sheet for a new matter that staff enter for a resident. Errors: `notAllowed`. */
export const newMatterVM = async (desk: Desk, { entry: entryId, service }: { entry?: string | undefined; service?: string | undefined } = {}): Promise<NewMatterVM> => {
  if (!desk.holds('matter.create')) throw new DomainError('notAllowed')
  const { model, say } = desk
  const types = openTypes(desk)
  const sources = model.sources.all.filter(offered)
  const entry = await presetEntry(desk, entryId)
  const applies = await applyingFor(desk, service)
  return {
    key: newId(),
    sources: sources.map((row) => ({ id: row.id, name: say(row.name), icon: ICONS[row.kind] })),
    ...(sources[0] ? { source: sources[0].id } : {}),
    categories: inTreeOrder(model.categories.all.filter(({ active }) => active !== false)).map((row) => ({ id: row.id, name: say(row.name), depth: pathDepth(row.path) - 1, type: typeFor(row, types) })),
    types: await typeVMs(desk, types),
    ...(entry ? { entry, ...(entry.unit ? { unit: entry.unit } : {}) } : {}),
    ...(applies ? { applies } : {}),
    contactDays: model.office.contactRetentionDays ?? 90,
    queueHref: '/desk/queue',
    todayCount: await today(desk),
  }
}

/** The right to open one just there: a team's own scope says nothing of a matter that no team has yet. */
const assertMayCreate = (desk: Desk, input: NewMatterInput): void => {
  const { model, viewer } = desk
  const unit = (input.unit ? model.units.byId.get(input.unit) : undefined) ?? rootUnit(model)
  const facts = {
    office: viewer.office, path: unit?.path ?? '', categoryPath: model.categories.byId.get(input.category)?.path ?? '', confidentiality: 'normal' as const,
    teams: viewer.grants.flatMap(({ team }) => team ?? []), persons: [],
  }
  if (!desk.may('matter.create', facts)) throw new DomainError('notAllowed')
}

const dropPhotos = async ({ payload }: Desk, ids: string[]): Promise<void> => {
  if (ids.length === 0) return
  await deleteRows({ payload }, SLUG.attachments, { and: [{ id: { in: ids } }, { matter: { exists: false } }] })
  for (const id of ids) await removeBytes(id)
}

const storePhotos = async (desk: Desk, photos: File[]): Promise<string[]> => {
  const ids: string[] = []
  try {
    for (const photo of photos) {
      const { id } = await addPhoto({ payload: desk.payload, office: desk.viewer.office, bytes: await bytesOf(photo), stage: 'report', owner: { person: desk.viewer.id }, visibility: 'reporter' })
      ids.push(id)
    }
    return ids
  } catch (error) {
    await dropPhotos(desk, ids)
    throw error
  }
}

const answerOf = (desk: Desk, matter: MatterRow, receipt: { receiptCode: string; word: string }): NewMatterAnswer => {
  const decision = decideRouting(desk.model, matter)
  const owner = shareName(desk, decision)
  return {
    id: matter.id, number: matter.number, href: matterHref(matter.id), receiptCode: receipt.receiptCode, queryWord: receipt.word,
    ...(owner ? { owner, reason: desk.say(decision.reason) } : {}), ...firstDue(desk, matter),
  }
}

/**
 * Opens a matter for a resident. A repeated key gives the first receipt and makes nothing. Errors: `notAllowed`, `invalid`
 * naming the fields, `tooLarge`, `unsupportedFile`.
 */
export const enterMatter = async (desk: Desk, input: NewMatterInput, files: File[]): Promise<NewMatterAnswer> => {
  assertMayCreate(desk, input)
  await assertSeesEntry(desk, input.entry)
  const applies = await applyingFor(desk, typeof input.service === 'string' ? input.service : undefined)
  const photos = await storePhotos(desk, files)
  try {
    const receipt = await createMatter({
      payload: desk.payload, who: 'staff', idempotencyKey: `desk-${desk.viewer.id}-${input.key}`, acting: staffOf(desk.req), photoOwner: { person: desk.viewer.id },
      input: { source: input.source, text: input.text, title: input.title, category: input.category, unit: input.unit, address: input.address, answers: input.answers, contact: input.contact, photos, ...(input.entry ? { entry: input.entry } : {}), ...(applies ? { type: applies.type } : {}) },
    })
    if (receipt.repeated) await dropPhotos(desk, photos)
    return answerOf(desk, receipt.matter, receipt)
  } catch (error) {
    await dropPhotos(desk, photos)
    throw error
  }
}


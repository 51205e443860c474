import type { Payload, PayloadRequest } from 'payload'
import { newId } from '@/db/ids'
import { findRow, insertRow, insertRows, isNotUnique } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { localDate, type ClockEvent } from '@/domain/clocks'
import { DomainError } from '@/domain/errors'
import type { FormDef } from '@/domain/forms/types'
import { formatMatterNumber, numberCounterKey } from '@/domain/matter/number'
import { titleOf } from '@/domain/matter/text'
import { both } from '@/i18n'
import { now } from '@/lib/clock'
import { appendAudit } from '@/services/audit/append'
import { claimPhotos } from '@/services/photos/claim'
import { entryForMatter } from '@/services/registers/pointing'
import { needModel } from '@/services/structure/cache'
import type { OfficeModel } from '@/services/structure/load'
import { formVersion, workflowVersion } from '@/services/structure/versions'
import { SLUG } from '@/slugs'
import type { Acting } from './actor'
import { newClocks } from './clockRows'
import { contactColumns } from './contactRow'
import { checkInput, place, type CheckedInput, type CreateInput, type Placed, type Who } from './createInput'
import { iso, type MatterRow } from './row'
import { auditActor, buildEvent, queueOut, writeEvent, type NewEvent } from './save'
import { newReceiptCode, queryWordOf, wordDigest } from './secrets'
import { takeNumber } from './counter'
import { searchTextOf } from './searchText'

export type CreateArgs = {
  payload: Payload
  req?: PayloadRequest
  input: CreateInput
  who: Who
  /** From the client: the same key always means the same sending. 8 to 100 characters. */
  idempotencyKey: string
  acting: (req: PayloadRequest, model: OfficeModel) => Promise<Acting> | Acting
  /** Which photos the sender may attach: those of this draft, or those this person uploaded. */
  photoOwner?: { draft?: string; person?: string }
  /** The matter this one is a part of. */
  parent?: MatterRow
}

export type Receipt = { matter: MatterRow; receiptCode: string; word: string; repeated: boolean }

const repetition = async (req: PayloadRequest, office: string, key: string): Promise<Receipt | null> => {
  const found = (await findRow(req, SLUG.matters, { where: { idempotencyKey: { equals: `${office}:${key}` } } })) as MatterRow | null | undefined
  return found ? { matter: found, receiptCode: found.receiptCode, word: queryWordOf(found.idempotencyKey), repeated: true } : null
}

type Making = { req: PayloadRequest; model: OfficeModel; args: CreateArgs; placed: Placed; checked: CheckedInput; entry: string | undefined; acting: Acting; at: number }

// A part is not asked again: the answers of the whole stay with the form they were given to.
const partColumns = (parent: MatterRow | undefined): Partial<MatterRow> =>
  parent ? { parent: parent.id, entry: parent.entry, answers: parent.answers, formVersion: parent.formVersion, lang: parent.lang } : {}

const NO_QUESTIONS: FormDef = { code: 'part', name: { zh: '' }, pages: [] }

const formOf = async (req: PayloadRequest, current: string, parent: MatterRow | undefined): Promise<FormDef> =>
  parent ? NO_QUESTIONS : formVersion(req.payload, current, req)

const notPublished = () => new DomainError('invalid', {}, [{ field: 'type', code: 'notPublished' }])

/** The versions a matter of this type is pinned to, and the step it starts in. */
const pinned = async ({ req, model, placed: { type } }: Making) => {
  const form = model.forms.byId.get(type.form)?.current
  const workflow = model.workflows.byId.get(type.workflow)?.current
  if (!form || !workflow) throw notPublished()
  const start = (await workflowVersion(req.payload, workflow, req)).steps.find((step) => step.kind === 'start')
  if (!start) throw notPublished()
  return { form, workflow, start }
}

const nextNumber = async ({ req, model, placed, at }: Making): Promise<string> => {
  const { prefix } = placed.type
  const year = Number(localDate(at, model.calendar).slice(0, 4))
  return formatMatterNumber({ prefix, year, sequence: await takeNumber(req, model.office.id, numberCounterKey({ prefix, year })) })
}

const receiptColumns = ({ model, args }: Making) => {
  const receiptCode = newReceiptCode()
  const idempotencyKey = `${model.office.id}:${args.idempotencyKey}`
  return { receiptCode, wordHash: wordDigest(receiptCode, queryWordOf(idempotencyKey)), idempotencyKey }
}

const kindColumns = ({ type, category, source }: Placed) => ({
  type: type.id, source: source?.id,
  ...(category ? { category: category.id, categoryPath: category.path, severity: category.severity ?? 2 } : { categoryPath: '', severity: 2 }),
})

const placeColumns = ({ placed: { unit }, checked: { address, lng, lat }, entry }: Making) => ({ unit: unit?.id, path: unit?.path ?? '', address, lng, lat, ...(entry ? { entry } : {}) })

const actorColumns = ({ actor }: Acting) => (actor.kind === 'staff' ? { registeredBy: actor.id, firstUnit: actor.unit } : {})

const buildRow = async (making: Making): Promise<MatterRow> => {
  const { model, args, placed, checked, acting, at } = making
  const { form, workflow, start } = await pinned(making)
  const number = await nextNumber(making)
  const title = titleOf({ title: args.input.title, text: checked.text })
  const receipt = receiptColumns(making)
  return {
    id: newId(), office: model.office.id, number, ...receipt, ...kindColumns(placed), ...placeColumns(making), ...actorColumns(acting),
    title, text: checked.text, answers: checked.answers, formVersion: form, workflowVersion: workflow,
    searchText: searchTextOf({ number, receiptCode: receipt.receiptCode, title, text: checked.text, address: checked.address }), tags: '', lang: args.input.lang ?? 'zh',
    step: start.code, phase: start.phase, revision: 1, round: 1, returns: 0, eventCount: 1, open: true, handlers: [], reviewers: [], openParts: 0, participants: '',
    confidentiality: placed.restricted ? 'restricted' : placed.type.confidentiality, hasContact: Object.keys(checked.contact).length > 0,
    receivedAt: iso(at), touchedAt: iso(at), stepSince: iso(at), ...partColumns(args.parent),
  }
}

const writeContact = async ({ req, checked: { contact }, acting, at }: Making, row: MatterRow): Promise<void> => {
  if (Object.keys(contact).length === 0) return
  const by = acting.actor.kind === 'staff' ? 'staff' : 'reporter'
  await insertRow(req, SLUG.contacts, { id: newId(), office: row.office, matter: row.id, ...contactColumns({ matter: row.id, contact, lang: row.lang, by, at }), createdAt: iso(at), updatedAt: iso(at) })
}

const write = async (making: Making): Promise<MatterRow> => {
  const { req, model, args, checked, acting, at } = making
  const row = await buildRow(making)
  const event: NewEvent = {
    kind: 'act', action: 'create', stepTo: row.step, phaseTo: row.phase, signals: ['created'],
    data: { type: row.type, source: row.source, ...(args.parent ? { parent: args.parent.id } : {}) },
    texts: [{ role: 'description', text: checked.text, readers: 'reporter' }],
    residentLine: both('resident.happened.create'),
  }
  const events: ClockEvent[] = [{ at, signal: 'created' }]
  const clocks = newClocks({ model, matter: row, events, now: at })
  const recorded = buildEvent({ matter: { ...row, eventCount: 0, lastDigest: '' }, event, actor: acting.actor, at, revision: 1 })
  const complete: MatterRow = { ...row, ...clocks.summary, lastDigest: recorded.digest }
  await insertRow(req, SLUG.matters, { ...complete, createdAt: iso(at), updatedAt: iso(at) })
  await writeEvent(req, recorded)
  await insertRows(req, SLUG.clocks, clocks.rows)
  await writeContact(making, row)
  await claimPhotos({ req, matter: row, ids: args.input.photos ?? [], owner: args.photoOwner ?? {} })
  await appendAudit(req, { office: row.office, action: 'matter.create', actor: auditActor(acting.actor), targetKind: SLUG.matters, target: row.id, detail: { number: row.number }, after: recorded.digest, address: acting.address })
  await queueOut({ req, model, matter: complete, event, at })
  return complete
}

/**
 * Opens a matter: one transaction for matter, event, clocks, contact, photos, audit and outbox. A repeated idempotency key
 * returns the first receipt, and makes nothing. Errors: `invalid` with every faulty field; `notAllowed`; `busy`; `storageFull`.
 */
export const createMatter = async (args: CreateArgs): Promise<Receipt> => {
  if (!/^[\w.:-]{8,100}$/.test(args.idempotencyKey)) throw new DomainError('invalid', {}, [{ field: 'idempotencyKey', code: 'pattern' }])
  await needModel(args.payload)
  const attempt = () =>
    withTransaction(args.payload, async (req) => {
      const model = await needModel(req)
      const again = await repetition(req, model.office.id, args.idempotencyKey)
      if (again) return again
      const acting = await args.acting(req, model)
      const placed = place(model, args.input, args.parent ? 'part' : args.who)
      const form = model.forms.byId.get(placed.type.form)
      if (!form?.current) throw notPublished()
      const checked = checkInput(args.input, await formOf(req, form.current, args.parent), placed.type.maxPhotos)
      const entry = await entryForMatter({ payload: req.payload, req, model }, { entry: args.input.entry, type: placed.type, who: args.parent ? 'part' : args.who })
      const matter = await write({ req, model, args, placed, checked, entry, acting, at: now() })
      return { matter, receiptCode: matter.receiptCode, word: queryWordOf(matter.idempotencyKey), repeated: false }
    }, args.req ? { req: args.req } : {})
  try {
    return await attempt()
  } catch (error) {
    // Two sendings of one key at the same moment on MongoDB: the second sees the first's row now.
    if (isNotUnique(error)) return attempt()
    throw error
  }
}

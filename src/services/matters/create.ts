import type { Payload, PayloadRequest } from 'payload'
import { newId } from '@/db/ids'
import { findRow, insertRow, insertRows, isNotUnique } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { localDate, type ClockEvent } from '@/domain/clocks'
import { DomainError } from '@/domain/errors'
import type { FormDef } from '@/domain/forms/types'
import { formatMatterNumber, numberCounterKey } from '@/domain/matter/number'
import { normaliseText, titleOf } from '@/domain/matter/text'
import { maskEmail, maskName, maskPhone } from '@/domain/privacy/mask'
import { now } from '@/lib/clock'
import { appendAudit } from '@/services/audit/append'
import { claimPhotos } from '@/services/photos/claim'
import { needModel } from '@/services/structure/cache'
import type { OfficeModel } from '@/services/structure/load'
import { formVersion, workflowVersion } from '@/services/structure/versions'
import { SLUG } from '@/slugs'
import type { Acting } from './actor'
import { newClocks } from './clockRows'
import { encryptContact, type Contact } from './contact'
import { checkInput, place, type CheckedInput, type CreateInput, type Placed, type Who } from './createInput'
import { iso, type MatterRow } from './row'
import { auditActor, buildEvent, queueOut, writeEvent, type NewEvent } from './save'
import { newReceiptCode, queryWordOf, wordDigest } from './secrets'
import { takeNumber } from './counter'

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

type Making = { req: PayloadRequest; model: OfficeModel; args: CreateArgs; placed: Placed; checked: CheckedInput; acting: Acting; at: number }

// A part is not asked again: the answers of the whole stay with the form they were given to.
const partColumns = (parent: MatterRow | undefined): Partial<MatterRow> =>
  parent ? { parent: parent.id, answers: parent.answers, formVersion: parent.formVersion, lang: parent.lang } : {}

const NO_QUESTIONS: FormDef = { code: 'part', name: { zh: '' }, pages: [] }

const formOf = async (req: PayloadRequest, current: string, parent: MatterRow | undefined): Promise<FormDef> =>
  parent ? NO_QUESTIONS : formVersion(req.payload, current, req)

const buildRow = async ({ req, model, args, placed, checked, acting, at }: Making): Promise<MatterRow> => {
  const { type, category, unit, source } = placed
  const [form, workflow] = [model.forms.byId.get(type.form), model.workflows.byId.get(type.workflow)]
  if (!form?.current || !workflow?.current) throw new DomainError('invalid', {}, [{ field: 'type', code: 'notPublished' }])
  const start = (await workflowVersion(req.payload, workflow.current, req)).steps.find((step) => step.kind === 'start')
  if (!start) throw new DomainError('invalid', {}, [{ field: 'type', code: 'notPublished' }])
  const year = Number(localDate(at, model.calendar).slice(0, 4))
  const number = formatMatterNumber({ prefix: type.prefix, year, sequence: await takeNumber(req, model.office.id, numberCounterKey({ prefix: type.prefix, year })) })
  const receiptCode = newReceiptCode()
  const key = `${model.office.id}:${args.idempotencyKey}`
  const title = titleOf({ title: args.input.title, text: checked.text })
  return {
    id: newId(), office: model.office.id, number, receiptCode, wordHash: wordDigest(receiptCode, queryWordOf(key)), idempotencyKey: key,
    type: type.id, category: category?.id, categoryPath: category?.path ?? '', severity: category?.severity ?? 2, source: source?.id,
    registeredBy: acting.actor.kind === 'staff' ? acting.actor.id : undefined,
    unit: unit?.id, path: unit?.path ?? '', address: checked.address, lng: checked.lng, lat: checked.lat,
    title, text: checked.text, answers: checked.answers, formVersion: form.current, workflowVersion: workflow.current,
    searchText: normaliseText([number, title, checked.text, checked.address].join(' ')), tags: '', lang: args.input.lang ?? 'zh',
    step: start.code, phase: start.phase, revision: 1, round: 1, returns: 0, eventCount: 1, open: true, handlers: [], openParts: 0,
    confidentiality: args.input.restricted ? 'restricted' : type.confidentiality, hasContact: Object.keys(checked.contact).length > 0,
    participants: '', firstUnit: acting.actor.kind === 'staff' ? acting.actor.unit : undefined,
    receivedAt: iso(at), touchedAt: iso(at), stepSince: iso(at), ...partColumns(args.parent),
  }
}

const masked = (contact: Contact) => ({
  ...(contact.name ? { name: maskName(contact.name) } : {}),
  ...(contact.phone ? { phone: maskPhone(contact.phone) } : {}),
  ...(contact.email ? { email: maskEmail(contact.email) } : {}),
})

const writeContact = async (req: PayloadRequest, row: MatterRow, contact: Contact, at: string): Promise<void> => {
  if (Object.keys(contact).length === 0) return
  await insertRow(req, SLUG.contacts, { id: newId(), office: row.office, matter: row.id, ...encryptContact(row.id, contact), masked: masked(contact), createdAt: at, updatedAt: at })
}

const write = async (making: Making): Promise<MatterRow> => {
  const { req, model, args, checked, acting, at } = making
  const row = await buildRow(making)
  const event: NewEvent = {
    kind: 'act', action: 'create', stepTo: row.step, phaseTo: row.phase, signals: ['created'],
    data: { type: row.type, source: row.source, ...(args.parent ? { parent: args.parent.id } : {}) },
    texts: [{ role: 'description', text: checked.text, readers: 'reporter' }],
    residentLine: { zh: '收到您的反映', en: 'We received your report' },
  }
  const events: ClockEvent[] = [{ at, signal: 'created' }]
  const clocks = newClocks({ model, matter: row, events, now: at })
  const recorded = buildEvent({ matter: { ...row, eventCount: 0, lastDigest: '' }, event, actor: acting.actor, at, revision: 1 })
  const complete: MatterRow = { ...row, ...clocks.summary, lastDigest: recorded.digest }
  await insertRow(req, SLUG.matters, { ...complete, createdAt: iso(at), updatedAt: iso(at) })
  await writeEvent(req, recorded)
  await insertRows(req, SLUG.clocks, clocks.rows)
  await writeContact(req, row, checked.contact, iso(at))
  await claimPhotos({ req, matter: row, ids: args.input.photos ?? [], owner: args.photoOwner ?? {} })
  await appendAudit(req, { office: row.office, action: 'matter.create', actor: auditActor(acting.actor), targetKind: SLUG.matters, target: row.id, detail: { number: row.number }, address: acting.address })
  await queueOut(req, complete, event, at)
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
      if (!form?.current) throw new DomainError('invalid', {}, [{ field: 'type', code: 'notPublished' }])
      const checked = checkInput(args.input, await formOf(req, form.current, args.parent), placed.type.maxPhotos)
      const matter = await write({ req, model, args, placed, checked, acting, at: now() })
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

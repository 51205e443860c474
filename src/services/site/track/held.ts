import type { PayloadRequest } from 'payload'
import { findRow, findRows } from '@/db/rows'
import { answerLines } from '@/domain/forms/describe'
import type { Answers } from '@/domain/forms/types'
import type { FormWords } from '@/domain/forms/words'
import { dueAtOf, ruleOf, type RetentionMode } from '@/domain/privacy/retention'
import { say, type Lang } from '@/domain/words'
import enForm from '@/i18n/en/form.json'
import zhForm from '@/i18n/zh/form.json'
import { eachInTurn } from '@/lib/eachInTurn'
import { idOf } from '@/lib/idOf'
import { lastActivity } from '@/services/forget/due'
import { holdOn } from '@/services/forget/holds'
import type { Consent } from '@/services/matters/consent'
import { decryptContact, type Contact, type ContactCipher } from '@/services/matters/contact'
import { ms, type MatterRow } from '@/services/matters/row'
import type { OfficeModel } from '@/services/structure/load'
import { formVersion } from '@/services/structure/versions'
import { SLUG } from '@/slugs'
import { categoryName } from '../report/describe'
import { mayAskErasure, mayErase } from './act'
import { readRecord, type EventRow, type MatterRecord } from './record'

const FORM_WORDS: Record<Lang, FormWords> = { zh: zhForm, en: enForm }

/** Roles that a person holds, as the office calls them: whoever left their details may know which desk looked, not who sat there. */
const rolesOf = async (req: Pick<PayloadRequest, 'payload'>, person: string | null | undefined, lang: Lang): Promise<string[]> => {
  if (!person) return []
  const grants = await findRows(req, SLUG.grants, { where: { person: { equals: person } }, sort: 'id' })
  const roles = await findRows(req, SLUG.roles, { where: { id: { in: grants.flatMap(({ role }) => idOf(role) ?? []) } }, sort: 'id' })
  return [...new Set(roles.map(({ name }) => say(name as never, lang)))]
}

const looksOf = (req: Pick<PayloadRequest, 'payload'>, events: readonly EventRow[], lang: Lang) =>
  eachInTurn(events.filter(({ action }) => action === 'reveal'), async ({ at, actor }) => ({ at: Date.parse(at), roles: await rolesOf(req, actor, lang) }))

/** The contact details in clear, for whoever left them; undefined when there are none, or when the office has lost the key. */
const contactOf = (matter: string, row: { keyId?: string | null; cipher?: unknown } | undefined): { contact?: Contact; unreadable?: true } => {
  if (!row?.keyId) return {}
  try {
    return { contact: decryptContact(matter, { keyId: row.keyId, cipher: (row.cipher ?? {}) as ContactCipher }) }
  } catch (error) {
    if (error instanceof Error) return { unreadable: true }
    throw error
  }
}

const answersOf = async (req: PayloadRequest, model: OfficeModel, matter: MatterRow, lang: Lang) => {
  const given = (matter.answers ?? {}) as Answers
  if (!matter.formVersion || Object.keys(given).length === 0) return []
  const def = await formVersion(req.payload, matter.formVersion)
  const unitName = (code: string) => say(model.units.byCode.get(code)?.name, lang)
  return answerLines({ def, answers: given, lang, words: FORM_WORDS[lang], unitName }).filter(({ key }) => Object.hasOwn(given, key)).map(({ label, text }) => ({ label, text }))
}

/** Every text the reporter may read, whoever wrote it, and how many they may not: notes among colleagues. */
const textsOf = ({ events, words }: MatterRecord) => {
  const refs = events.flatMap(({ at, actorKind, texts }) => (texts ?? []).map((ref) => ({ at: Date.parse(at), actorKind, ...ref })))
  const shown = refs.filter(({ role, readers, actorKind }) => readers === 'reporter' || role === 'description' || actorKind === 'reporter')
  return {
    texts: shown.map(({ id, at, actorKind, role }) => ({ at, own: actorKind === 'reporter' || role === 'description', text: words.get(id) })),
    notes: refs.filter(({ id, ...ref }) => !shown.some((each) => each.id === id) && ref.readers === 'staff' && words.has(id)).length,
  }
}

const endOf = async (req: PayloadRequest, model: OfficeModel, matter: MatterRow): Promise<{ at?: number; days: number; mode: RetentionMode } | undefined> => {
  const rule = ruleOf(model.types.byId.get(matter.type) ?? {}, model.office)
  return rule && { days: rule.days, mode: rule.mode, ...(matter.open ? {} : { at: dueAtOf(rule, await lastActivity(req, matter)) }) }
}

const placedAs = (model: OfficeModel, matter: MatterRow, lang: Lang) => {
  const category = matter.category ? model.categories.byId.get(matter.category) : undefined
  const place = { address: matter.address ?? '', located: typeof matter.lng === 'number', unit: say(model.units.byId.get(matter.unit ?? '')?.name, lang) }
  return { type: say(model.types.byId.get(matter.type)?.name, lang), ...place, ...(category ? { category: categoryName(model, category, lang) } : {}) }
}

const contactPart = async (req: PayloadRequest, model: OfficeModel, matter: MatterRow) => {
  const row = await findRow(req, SLUG.contacts, { where: { matter: { equals: matter.id } } })
  return {
    ...contactOf(matter.id, row), consent: (row?.consent ?? undefined) as Consent | undefined, contactErasedAt: ms(row?.erasedAt), contactEraseAfter: ms(row?.eraseAfter),
    contactDays: model.types.byId.get(matter.type)?.contactRetentionDays ?? model.office.contactRetentionDays ?? 90,
  }
}

/** Everything that is kept about one report, for whoever has its code and word (PIPL 44, 45, 48). */
export const heldView = async (req: PayloadRequest, model: OfficeModel, matter: MatterRow, lang: Lang) => {
  const record = await readRecord(req, matter)
  return {
    number: matter.number, receivedAt: Date.parse(matter.receivedAt), revision: matter.revision, events: record.events.length, ...placedAs(model, matter, lang),
    ...textsOf(record), answers: await answersOf(req, model, matter, lang), photos: record.photos.map(({ id, addedAt, addedBy }) => ({ id, at: Date.parse(addedAt), own: addedBy === 'reporter' })),
    ...(await contactPart(req, model, matter)), looks: await looksOf(req, record.events, lang),
    end: await endOf(req, model, matter), held: (await holdOn(req, { kind: 'matter', id: matter.id })) !== undefined,
    open: matter.open, mayAsk: mayAskErasure(matter), mayErase: mayErase(matter), askedAt: ms(matter.eraseAskedAt), answerBy: ms(matter.eraseAnswerBy),
  }
}

export type HeldView = Awaited<ReturnType<typeof heldView>>

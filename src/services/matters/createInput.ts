import { DomainError, type FieldError } from '@/domain/errors'
import { validateAnswers, type Validation } from '@/domain/forms/validate'
import type { FormDef } from '@/domain/forms/types'
import { cleanLine, cleanText, codePoints } from '@/domain/matter/text'
import { normaliseEmail, normalisePhone } from '@/domain/privacy/normalise'
import type { OfficeModel } from '@/services/structure/load'
import type { CategoryRow, SourceRow, TypeRow, UnitRow } from '@/services/structure/rows'
import type { Contact } from './contact'

/** What a new matter is made from. Nothing in it is trusted; ids are checked against the structure. */
export type CreateInput = {
  /** Ids. No type: the category's default type, else the office's plain one. */
  type?: string
  category?: string
  unit?: string
  source?: string
  address?: string
  lng?: number
  lat?: number
  text: string
  title?: string
  answers?: Record<string, unknown>
  contact?: Record<string, unknown>
  /** Ids of photos that were stored before, for the same draft or person. */
  photos?: string[]
  lang?: 'zh' | 'en'
  restricted?: boolean
  /** The register entry it is about. */
  entry?: string
}

export const TEXT_MIN = 4
export const TEXT_MAX = 2000
const ADDRESS_MAX = 200

const refuse = (fields: FieldError[]) => new DomainError('invalid', {}, fields)

const CALLBACK_MAX = 100

/** When and how somebody would like to be called back; only the tick, without words, is kept as a sign. */
export const CALLBACK_YES = '✓'

/** A wish to be called back says nothing without a way to reach the person. */
const readWish = (raw: Record<string, unknown> | undefined, reached: Contact): { contact: Contact; errors: FieldError[] } => {
  if (raw?.callback !== true || !(reached.phone ?? reached.email)) return { contact: {}, errors: [] }
  const wish = (typeof raw.callbackWish === 'string' ? cleanLine(raw.callbackWish) : '') || CALLBACK_YES
  if (codePoints(wish) <= CALLBACK_MAX) return { contact: { callback: wish }, errors: [] }
  return { contact: {}, errors: [{ field: 'contact.callback', code: 'tooLong', params: { max: CALLBACK_MAX } }] }
}

/** Checks contact details, all optional. Returns what to keep; faults name `contact.<field>`. */
export const readContact = (raw: Record<string, unknown> | undefined): { contact: Contact; errors: FieldError[] } => {
  const contact: Contact = {}
  const errors: FieldError[] = []
  const text = (key: string): string => (typeof raw?.[key] === 'string' ? cleanLine(raw[key]) : '')
  const name = text('name')
  if (codePoints(name) > 40) errors.push({ field: 'contact.name', code: 'tooLong', params: { max: 40 } })
  else if (name) contact.name = name
  if (text('phone')) {
    const phone = normalisePhone(text('phone'))
    if (phone.ok) contact.phone = phone.phone
    else errors.push({ field: 'contact.phone', code: phone.fault })
  }
  if (text('email')) {
    const email = normaliseEmail(text('email'))
    if (email.ok) contact.email = email.email
    else errors.push({ field: 'contact.email', code: email.fault })
  }
  const wished = readWish(raw, contact)
  return { contact: { ...contact, ...wished.contact }, errors: [...errors, ...wished.errors] }
}

export const readText = (raw: unknown): { text: string; errors: FieldError[] } => {
  const text = typeof raw === 'string' ? cleanText(raw) : ''
  const length = codePoints(text)
  if (length === 0) return { text, errors: [{ field: 'text', code: 'required' }] }
  if (length < TEXT_MIN) return { text, errors: [{ field: 'text', code: 'tooShort', params: { min: TEXT_MIN } }] }
  return length > TEXT_MAX ? { text, errors: [{ field: 'text', code: 'tooLong', params: { max: TEXT_MAX, length } }] } : { text, errors: [] }
}

export type Who = 'resident' | 'staff'

/** A part of a matter keeps the type and source of the whole, whoever may open such a matter otherwise. */
type Opener = Who | 'part'

const active = <T extends { active?: boolean | null }>(row: T | undefined): T | undefined => (row && row.active !== false ? row : undefined)

const opens = (row: TypeRow, who: Opener): boolean => row.active !== false && (who === 'part' || row.openBy.includes(who))

/**
 * The type that an office takes where neither the person nor the category names one: the single type marked so. None is guessed: a report
 * must not become a mediation because its type is gone.
 */
export const plainType = ({ types }: OfficeModel, who: Opener): TypeRow | undefined => {
  const [plain, ...more] = types.all.filter((row) => row.listed === true && opens(row, who))
  return more.length === 0 ? plain : undefined
}

const notOffered = () => refuse([{ field: 'type', code: 'notOffered' }])

const noPlainType = (who: Opener) => (who === 'resident' ? new DomainError('notAllowed', { why: 'reportClosed' }) : notOffered())

const chooseType = (model: OfficeModel, input: CreateInput, category: CategoryRow | undefined, who: Opener): TypeRow => {
  const named = model.types.byId.get(input.type ?? category?.matterType ?? '')
  if (named && opens(named, who)) return named
  if (input.type) throw notOffered()
  // A category may lead to a type that only staff open; a resident's report then takes the plain one.
  const plain = plainType(model, who)
  if (!plain) throw noPlainType(who)
  return plain
}

/** A report of a kind that is kept closed stays so, though it had to take another type. */
export const staysRestricted = (model: OfficeModel, category: CategoryRow | undefined): boolean => model.types.byId.get(category?.matterType ?? '')?.confidentiality === 'restricted'

const chooseSource = (model: OfficeModel, input: CreateInput, who: Opener): SourceRow | undefined => {
  if (input.source === undefined) return model.sources.all.find((row) => row.active !== false && row.kind === (who === 'resident' ? 'web' : 'counter'))
  const source = active(model.sources.byId.get(input.source))
  if (!source || (who === 'staff' && source.openToStaff === false)) throw refuse([{ field: 'source', code: 'notOffered' }])
  return source
}

const known = <T extends { active?: boolean | null }>(rows: Map<string, T>, id: string | undefined, field: string): T | undefined => {
  if (!id) return undefined
  const row = active(rows.get(id))
  if (!row) throw refuse([{ field, code: 'notOffered' }])
  return row
}

/** The top of the territory: where a matter of unknown place belongs until somebody finds out. */
export const rootUnit = (model: OfficeModel): UnitRow | undefined => model.units.all.find((unit) => !unit.parent && unit.active !== false)

export type Placed = { type: TypeRow; category?: CategoryRow; unit?: UnitRow; source?: SourceRow; restricted: boolean }

/** Finds type, category, unit and source. Errors: `invalid` naming the field; `notAllowed` where residents name no type and the office has no plain one. */
export const place = (model: OfficeModel, input: CreateInput, who: Opener): Placed => {
  const category = known(model.categories.byId, input.category, 'category')
  return {
    category,
    type: chooseType(model, input, category, who),
    restricted: input.restricted === true || (!input.type && staysRestricted(model, category)),
    unit: known(model.units.byId, input.unit, 'unit') ?? rootUnit(model),
    source: chooseSource(model, input, who),
  }
}

const formErrors = ({ errors }: Validation): FieldError[] => errors.map(({ key, code, params }) => ({ field: `q.${key}`, code, ...(params ? { params } : {}) }))

export type CheckedInput = { text: string; address: string; contact: Contact; answers: Validation['answers']; lng?: number; lat?: number }

const point = (value: unknown, most: number): number | undefined => (typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= most ? value : undefined)

/** Checks everything a person typed. Errors: `invalid` with every faulty field at once; `detail.ended` when the form turns them elsewhere. */
export const checkInput = (input: CreateInput, form: FormDef, maxPhotos: number): CheckedInput => {
  const { text, errors: textErrors } = readText(input.text)
  const { contact, errors: contactErrors } = readContact(input.contact)
  const address = typeof input.address === 'string' ? cleanLine(input.address) : ''
  const validation = validateAnswers(form, input.answers ?? {})
  if (validation.ended) throw new DomainError('invalid', { ended: validation.ended }, [{ field: `q.${validation.ended.question}`, code: 'ended' }])
  const errors: FieldError[] = [
    ...textErrors,
    ...(codePoints(address) > ADDRESS_MAX ? [{ field: 'address', code: 'tooLong', params: { max: ADDRESS_MAX } }] : []),
    ...formErrors(validation),
    ...((input.photos ?? []).length > maxPhotos ? [{ field: 'photos', code: 'tooMany', params: { max: maxPhotos } }] : []),
    ...contactErrors,
  ]
  if (errors.length > 0) throw refuse(errors)
  return { text, address, contact, answers: validation.answers, lng: point(input.lng, 180), lat: point(input.lat, 90) }
}

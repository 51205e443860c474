import type { CategoryNode, MatterTypeVM, NewMatterInput, NewMatterVM } from '../types'
import type { ChosenEntry } from '../registers/EntryField'
import type { PickedUnit } from '../ui/UnitTree'

export type Contact = { name: string; phone: string; email: string; callback: boolean; callbackWish: string }

export type Sheet = {
  source: string
  text: string
  title: string
  category: string
  /** The service somebody applies for by way of an officer. */
  service?: string
  unit: PickedUnit | null
  address: string
  entry: ChosenEntry | null
  answers: Record<string, unknown>
  contact: Contact
  photos: File[]
}

const NO_CONTACT: Contact = { name: '', phone: '', email: '', callback: false, callbackWish: '' }

const placeOf = ({ unit, entry }: NewMatterVM): Pick<Sheet, 'unit' | 'address' | 'entry'> => ({ unit: unit ?? null, address: entry?.address ?? '', entry: entry ?? null })

/** An empty sheet; the source stays from one call to the next. */
export const emptySheet = (view: NewMatterVM, source?: string): Sheet => ({
  source: source ?? view.source ?? view.sources[0]?.id ?? '', text: '', category: '', ...(view.applies ? { title: view.applies.name, service: view.applies.service } : { title: '' }), ...placeOf(view), answers: {}, contact: NO_CONTACT, photos: [],
})

/** The sheet with an entry chosen: its place is taken over where none was said. */
export const withEntry = (sheet: Sheet, entry: ChosenEntry & { unit?: PickedUnit; address?: string }): Partial<Sheet> => ({ entry, unit: sheet.unit ?? entry.unit ?? null, address: sheet.address || (entry.address ?? '') })

/** The type whose questions are asked: the category's own. */
export const typeOf = (view: NewMatterVM, category: string): MatterTypeVM | undefined => {
  const node: CategoryNode | undefined = view.categories.find(({ id }) => id === category)
  return view.types.find(({ id }) => id === (view.applies?.type ?? node?.type))
}

/** Faults that can be seen without the server, as codes of the dictionary under `field`, by field. */
export const sheetFaults = (sheet: Sheet, type: MatterTypeVM | undefined): Record<string, string> => {
  const found: Record<string, string> = {}
  const missing = { source: !sheet.source, text: sheet.text.trim().length < 2, category: !sheet.category && !sheet.service, unit: type?.unitRequired && !sheet.unit }
  for (const [field, isMissing] of Object.entries(missing)) if (isMissing) found[field] = 'required'
  if (type && sheet.entry && !sheet.entry.types.includes(type.id)) found.entry = 'entryNotForType'
  return found
}

const filled = (value: string): string | undefined => value.trim() || undefined

/** The sheet as the door takes it. */
export const encodeSheet = (sheet: Sheet, key: string): NewMatterInput => {
  const { contact } = sheet
  const reachable = filled(contact.name) ?? filled(contact.phone) ?? filled(contact.email)
  return {
    key,
    source: sheet.source,
    text: sheet.text.trim(),
    title: filled(sheet.title),
    category: sheet.category,
    unit: sheet.unit?.id,
    address: filled(sheet.address),
    answers: sheet.answers,
    ...(sheet.entry ? { entry: sheet.entry.id } : {}),
    ...(sheet.service ? { service: sheet.service } : {}),
    contact: reachable ? { name: filled(contact.name), phone: filled(contact.phone), email: filled(contact.email), callback: contact.callback, ...(contact.callback ? { callbackWish: filled(contact.callbackWish) } : {}) } : undefined,
  }
}

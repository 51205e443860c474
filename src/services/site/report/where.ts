import type { FieldError } from '@/domain/errors'
import { cleanLine, codePoints } from '@/domain/matter/text'
import { say, type Lang } from '@/domain/words'
import type { OfficeModel } from '@/services/structure/load'
import { searchUnits, unitByCode, unitTrail } from '../units'
import { WAYS, type Draft, type PlaceDraft, type Way } from './draft'
import { field, type Fields, type StepInput, type StepResult } from './step'
import { afterStep, passed, stepsOf } from './type'

/** None of the places found is meant: the office looks for what was written. */
export const NONE = '~none'

const ADDRESS_MAX = 200

const wayOf = (text: string, before: Way): Way => WAYS.find((way) => way === text) ?? before

const typedPlace = (before: PlaceDraft, fields: Fields): PlaceDraft => {
  const detail = cleanLine(field(fields, 'detail')).slice(0, 800)
  // The page of a place that was understood has no other inputs.
  if (before.unit && !('way' in fields)) return { ...before, detail }
  return {
    ...before,
    way: wayOf(field(fields, 'way'), before.way),
    address: cleanLine(field(fields, 'address')).slice(0, 800),
    plate: cleanLine(field(fields, 'plate')).slice(0, 64),
    hit: field(fields, 'hit') || undefined,
    detail,
  }
}

/**
 * The address as it goes onto the matter: what was written, or the unit's name from the second level down, and the detail.
 * `lang`: for showing it to whoever reports; the matter's own is Chinese.
 */
export const addressOf = (model: OfficeModel, place: PlaceDraft, lang: Lang = 'zh'): string => {
  const unit = place.unit ? model.units.byCode.get(place.unit) : undefined
  const named = unit ? unitTrail(model, unit).filter((row) => row.parent).map((row) => say(row.name, lang)).at(-1) : undefined
  const start = place.address && place.by !== 'tree' && place.by !== 'code' && place.by !== 'link' ? place.address : (named ?? place.address)
  return [start, place.detail].filter(Boolean).join(' ')
}

const stay = (draft: Draft, place: PlaceDraft, errors: FieldError[] = []): StepResult => ({
  draft: { ...draft, place, faults: errors.length > 0 ? { step: 'where', errors } : undefined },
  to: '/report/where',
})

const tooLong = (field: string, text: string): FieldError[] => (codePoints(text) > ADDRESS_MAX ? [{ field, code: 'tooLong', params: { max: ADDRESS_MAX } }] : [])

const goOn = ({ model, form, draft }: StepInput, place: PlaceDraft): StepResult => {
  const whole = addressOf(model, place)
  const room = ADDRESS_MAX - (codePoints(whole) - codePoints(place.detail))
  if (codePoints(place.detail) > room) return stay(draft, place, [{ field: 'detail', code: 'tooLong', params: { max: Math.max(0, room) } }])
  const done = passed({ ...draft, place }, 'where')
  return { draft: done, to: afterStep(stepsOf(model, done, form), done, 'where') }
}

const search = ({ model, draft }: StepInput, place: PlaceDraft): StepResult => {
  if (!place.address) return stay(draft, place, [{ field: 'address', code: 'required' }])
  const long = tooLong('address', place.address)
  if (long.length > 0) return stay(draft, place, long)
  const { hits } = searchUnits(model, place.address)
  return stay(draft, { ...place, searched: place.address, hit: hits.some(({ code }) => code === place.hit) ? place.hit : undefined })
}

const byAddress = (input: StepInput, place: PlaceDraft): StepResult => {
  if (place.address === '' || place.searched !== place.address) return search(input, place)
  const { hits } = searchUnits(input.model, place.address)
  if (hits.length === 0 || place.hit === NONE) return goOn(input, { ...place, unit: undefined, by: 'address' })
  const unit = hits.find(({ code }) => code === place.hit)
  return unit ? goOn(input, { ...place, unit: unit.code, by: 'address' }) : stay(input.draft, place, [{ field: 'hit', code: 'required' }])
}

const byTree = (input: StepInput, place: PlaceDraft): StepResult => {
  const unit = place.at ? unitByCode(input.model, place.at) : undefined
  if (!place.at) return stay(input.draft, place, [{ field: 'unit', code: 'required' }])
  return unit ? goOn(input, { ...place, unit: unit.code, by: 'tree' }) : stay(input.draft, { ...place, at: undefined }, [{ field: 'unit', code: 'notOffered' }])
}

/** A number that was typed is shown with its place first: one wrong digit is another house. */
const byCode = ({ model, draft }: StepInput, place: PlaceDraft): StepResult => {
  if (!place.plate) return stay(draft, place, [{ field: 'plate', code: 'required' }])
  const unit = unitByCode(model, place.plate)
  return unit ? stay(draft, { ...place, unit: unit.code, by: 'code' }) : stay(draft, place, [{ field: 'plate', code: 'notFound' }])
}

const ON: Record<Way, (input: StepInput, place: PlaceDraft) => StepResult> = { address: byAddress, tree: byTree, code: byCode }

const stepWhere = (input: StepInput): StepResult => {
  const { model, draft, act } = input
  const place = typedPlace(draft.place, input.fields)
  if (act === 'forget') return stay(draft, { ...place, unit: undefined, by: undefined, searched: undefined, hit: undefined })
  if (act.startsWith('at:')) return stay(draft, { ...place, way: 'tree', at: unitByCode(model, act.slice(3))?.code })
  if (act === 'find') return place.way === 'code' ? byCode(input, place) : search(input, { ...place, way: 'address' })
  const settled = place.unit && !('way' in input.fields) ? unitByCode(model, place.unit) : undefined
  return settled ? goOn(input, place) : ON[place.way](input, place)
}

/** The entry a report was begun at goes with its place: another place is another thing. */
const keepsEntry = ({ entry, place }: Draft, act: string): boolean => entry !== undefined && act !== 'forget' && (entry.unit === undefined || place.unit === entry.unit)

/** Where: one of three equal ways, or the place that a link brought. Buttons: next, find, `at:<code>`, forget. */
export const submitWhere = (input: StepInput): StepResult => {
  const { draft, to } = stepWhere(input)
  return keepsEntry(draft, input.act) ? { draft, to } : { draft: { ...draft, entry: undefined }, to }
}

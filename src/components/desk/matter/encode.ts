import { instantOf } from '../time'
import type { InputValue, InputVM, PartyValue, PhotoVM, PickedVM } from '../types'

export type Values = Record<string, InputValue>

const isPicked = (value: InputValue | undefined): value is PickedVM => typeof value === 'object' && value !== null && !Array.isArray(value)

const emptyOf = (input: InputVM): InputValue => (input.kind === 'parties' || input.kind === 'photos' ? [] : input.kind === 'text' ? '' : null)

/** What a form starts from. */
export const initialValues = (inputs: InputVM[]): Values => Object.fromEntries(inputs.map((input) => [input.key, input.preset ?? emptyOf(input)]))

const isEmpty = (value: InputValue | undefined): boolean =>
  value === undefined || value === null || (typeof value === 'string' && !value.trim()) || (Array.isArray(value) && value.length === 0)

/** A fault of one input: a code of the dictionary under `field`, with its parameters. */
export type InputFault = { code: string; params?: Record<string, number> }

const textFault = (input: InputVM, text: string): InputFault | undefined => {
  const length = [...text.trim()].length
  if (input.minLength !== undefined && length < input.minLength) return { code: 'tooShort', params: { min: input.minLength } }
  if (input.maxLength !== undefined && length > input.maxLength) return { code: 'tooLong', params: { max: input.maxLength } }
  return undefined
}

const numberFault = (input: InputVM, value: number): InputFault | undefined => {
  if (input.min !== undefined && value < input.min) return { code: 'tooSmall', params: { min: input.min } }
  if (input.max !== undefined && value > input.max) return { code: 'tooLarge', params: { max: input.max } }
  return undefined
}

const listFault = (input: InputVM, count: number): InputFault | undefined => {
  if (input.minCount !== undefined && count < input.minCount) return { code: 'tooFew', params: { min: input.minCount } }
  if (input.maxCount !== undefined && count > input.maxCount) return { code: 'tooMany', params: { max: input.maxCount } }
  return undefined
}

/** The first fault of an input, or undefined. The server checks the same definition again. */
export const inputFault = (input: InputVM, value: InputValue | undefined): InputFault | undefined => {
  if (isEmpty(value)) return input.required || (input.minCount ?? 0) > 0 ? { code: 'required' } : undefined
  if (typeof value === 'string') return input.kind === 'text' ? textFault(input, value) : undefined
  if (typeof value === 'number') return numberFault(input, value)
  return Array.isArray(value) ? listFault(input, value.length) : undefined
}

/** Faults of all inputs, by key. */
export const inputFaults = (inputs: InputVM[], values: Values): Record<string, InputFault> => {
  const found: Record<string, InputFault> = {}
  for (const input of inputs) {
    const fault = inputFault(input, values[input.key])
    if (fault) found[input.key] = fault
  }
  return found
}

/** The end of a local day, as epoch ms: a part is due by then. */
const endOfDay = (day: string, timeZone: string): number => instantOf(day, 23, 59, timeZone)

const partyOf = ({ who, note, due }: PartyValue, timeZone: string): Record<string, unknown> => ({
  [who.kind]: who.id,
  ...(note.trim() ? { note: note.trim() } : {}),
  ...(due ? { dueAt: endOfDay(due, timeZone) } : {}),
})

const encodeOne = (input: InputVM, value: InputValue, timeZone: string): unknown => {
  if (typeof value === 'string') return value.trim()
  if (input.kind === 'parties') return (value as PartyValue[]).map((party) => partyOf(party, timeZone))
  if (input.kind === 'photos') return (value as PhotoVM[]).map(({ id }) => id)
  if (isPicked(value)) return input.kind === 'lead' ? { [value.kind]: value.id } : value.id
  return value
}

/**
 * Values as the transition door takes them: texts trimmed, `lead` as {unit|team|person: id}, `parties` as a list of the same with
 * note and dueAt (epoch ms), `person` and `matter` as an id, `photos` as ids, minutes and rating as numbers. Empty ones are left out.
 */
export const encodeInputs = (inputs: InputVM[], values: Values, timeZone: string): Record<string, unknown> => {
  const found: Record<string, unknown> = {}
  for (const input of inputs) {
    const value = values[input.key]
    if (value !== undefined && !isEmpty(value)) found[input.key] = encodeOne(input, value, timeZone)
  }
  return found
}

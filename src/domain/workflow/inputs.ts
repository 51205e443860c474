import type { FieldError } from '../errors'
import { cleanText, codePoints } from '../matter/text'
import { countError, fail, isId, type Parsed } from './inputBasics'
import { parseParties, parseParty } from './partyInputs'
import type { InputDef, Party } from './types'

export type InputValue = string | number | string[] | Party | Party[]
export type InputValues = Record<string, InputValue>

const TEXT_LIMIT = 5000

const parseText = (def: InputDef, raw: unknown): Parsed<string> => {
  if (typeof raw !== 'string') return fail(def.key, 'wrongKind')
  const value = cleanText(raw)
  const length = codePoints(value)
  const max = def.maxLength ?? TEXT_LIMIT
  if (length < (def.minLength ?? 0)) return fail(def.key, 'tooShort', { min: def.minLength ?? 0 })
  return length > max ? fail(def.key, 'tooLong', { max }) : { value }
}

const parseChoice = (def: InputDef, raw: unknown): Parsed<string> =>
  typeof raw === 'string' && (def.options ?? []).some((option) => option.code === raw) ? { value: raw } : fail(def.key, 'notOffered')

const parseId = (def: InputDef, raw: unknown): Parsed<string> => (isId(raw) ? { value: raw } : fail(def.key, 'wrongKind'))

const parseIds = (def: InputDef, raw: unknown): Parsed<string[]> => {
  if (!Array.isArray(raw) || !raw.every(isId)) return fail(def.key, 'wrongKind')
  const value = [...new Set(raw)]
  const counted = countError(def, value.length)
  return counted ?? { value }
}

// A plain form sends digits as text.
const toNumber = (raw: unknown): number | undefined => {
  if (typeof raw === 'string' && /^-?\d{1,9}(\.\d+)?$/.test(raw.trim())) return Number(raw)
  return typeof raw === 'number' && Number.isFinite(raw) ? raw : undefined
}

const parseInteger = (def: InputDef, raw: unknown): Parsed<number> => {
  const value = toNumber(raw)
  if (value === undefined) return fail(def.key, 'notNumber')
  if (!Number.isInteger(value)) return fail(def.key, 'notInteger')
  const [min, max] = def.kind === 'rating' ? [1, 5] : [def.min ?? 1, def.max ?? 527_040]
  if (value < min) return fail(def.key, 'tooSmall', { min })
  return value > max ? fail(def.key, 'tooLarge', { max }) : { value }
}

const parsers: Record<InputDef['kind'], (def: InputDef, raw: unknown, now: number) => Parsed<InputValue>> = {
  text: parseText,
  choice: parseChoice,
  lead: (def, raw) => parseParty({ field: def.key, raw }),
  parties: (def, raw, now) => parseParties({ def, raw, now }),
  matter: parseId,
  photos: parseIds,
  minutes: parseInteger,
  rating: parseInteger,
  person: parseId,
}

const isBlank = (raw: unknown): boolean =>
  raw === undefined || raw === null || (typeof raw === 'string' && cleanText(raw) === '') || (Array.isArray(raw) && raw.length === 0)

/**
 * Checks what was sent against what a transition asks for. Unknown keys are dropped; optional blanks are left out.
 * Text lengths are code points, minutes are whole minutes, a rating is 1 to 5. `now` (epoch ms) dates the parts' deadlines.
 */
export const validateInputs = (args: { defs: readonly InputDef[]; raw: Record<string, unknown>; now: number }): { values: InputValues; fieldErrors: FieldError[] } => {
  const values: InputValues = {}
  const fieldErrors: FieldError[] = []
  for (const def of args.defs) {
    const raw = Object.hasOwn(args.raw, def.key) ? args.raw[def.key] : undefined
    if (isBlank(raw)) {
      if (def.required) fieldErrors.push({ field: def.key, code: 'required' })
      continue
    }
    const parsed = parsers[def.kind](def, raw, args.now)
    if ('errors' in parsed) fieldErrors.push(...parsed.errors)
    else values[def.key] = parsed.value
  }
  return { values, fieldErrors }
}

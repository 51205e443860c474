import type { FieldError } from '../errors'
import { cleanText, codePoints } from '../matter/text'
import { countError, fail, isId, type Parsed } from './inputBasics'
import type { InputDef, Party } from './types'

const NOTE_LIMIT = 500
const WHO = ['unit', 'team', 'person'] as const

const isRecord = (raw: unknown): raw is Record<string, unknown> => typeof raw === 'object' && raw !== null && !Array.isArray(raw)

/** The very one who shares: the person, else the team, else the unit. */
export const whoKey = (party: Party): string => {
  if (party.person !== undefined) return `person ${party.person}`
  return party.team === undefined ? `unit ${party.unit ?? ''}` : `team ${party.team}`
}

const given = (raw: unknown): boolean => raw !== undefined && raw !== null && raw !== ''

/** Unit, team or person, at least one of them; anything else in the object is dropped. */
export const parseParty = ({ field, raw }: { field: string; raw: unknown }): Parsed<Party> => {
  if (!isRecord(raw)) return fail(field, 'wrongKind')
  const party: Party = {}
  const errors: FieldError[] = []
  for (const key of WHO) {
    const id = raw[key]
    if (!given(id)) continue
    if (isId(id)) party[key] = id
    else errors.push({ field: `${field}.${key}`, code: 'wrongKind' })
  }
  if (errors.length > 0) return { errors }
  return WHO.some((key) => party[key] !== undefined) ? { value: party } : fail(field, 'required')
}

const parseNote = (field: string, raw: unknown): Parsed<string> => {
  if (typeof raw !== 'string') return fail(field, 'wrongKind')
  const value = cleanText(raw)
  return codePoints(value) > NOTE_LIMIT ? fail(field, 'tooLong', { max: NOTE_LIMIT }) : { value }
}

const parseDue = (args: { field: string; raw: unknown; now: number }): Parsed<number> => {
  if (typeof args.raw !== 'number' || !Number.isSafeInteger(args.raw)) return fail(args.field, 'wrongKind')
  return args.raw <= args.now ? fail(args.field, 'tooEarly') : { value: args.raw }
}

type PartOf<K extends 'note' | 'dueAt'> = Parsed<Pick<Party, K>>

const noteOf = (field: string, raw: unknown): PartOf<'note'> => {
  if (!given(raw)) return { value: {} }
  const note = parseNote(`${field}.note`, raw)
  if ('errors' in note) return note
  return { value: note.value === '' ? {} : { note: note.value } }
}

const dueOf = (field: string, raw: unknown, now: number): PartOf<'dueAt'> => {
  if (!given(raw)) return { value: {} }
  const due = parseDue({ field: `${field}.dueAt`, raw, now })
  return 'errors' in due ? due : { value: { dueAt: due.value } }
}

const parsePart = ({ field, raw, now }: { field: string; raw: unknown; now: number }): Parsed<Party> => {
  const who = parseParty({ field, raw })
  if ('errors' in who || !isRecord(raw)) return who
  const parts = [noteOf(field, raw['note']), dueOf(field, raw['dueAt'], now)]
  const errors = parts.flatMap((part) => ('errors' in part ? part.errors : []))
  return errors.length > 0 ? { errors } : { value: parts.reduce<Party>((party, part) => ('value' in part ? { ...party, ...part.value } : party), who.value) }
}

const twice = (parties: Party[]): number => parties.findIndex((party, index) => parties.findIndex((other) => whoKey(other) === whoKey(party)) < index)

/** A list of shares, each with its part (note) and deadline; nobody twice. */
export const parseParties = ({ def, raw, now }: { def: InputDef; raw: unknown; now: number }): Parsed<Party[]> => {
  if (!Array.isArray(raw)) return fail(def.key, 'wrongKind')
  const counted = countError(def, raw.length)
  if (counted) return counted
  const parties: Party[] = []
  const errors: FieldError[] = []
  raw.forEach((part: unknown, index) => {
    const parsed = parsePart({ field: `${def.key}.${index}`, raw: part, now })
    if ('errors' in parsed) errors.push(...parsed.errors)
    else parties.push(parsed.value)
  })
  if (errors.length > 0) return { errors }
  const doubled = twice(parties)
  return doubled >= 0 ? fail(`${def.key}.${doubled}`, 'duplicate') : { value: parties }
}

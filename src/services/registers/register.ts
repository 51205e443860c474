import type { Payload, PayloadRequest, Where } from 'payload'
import { rangeOf } from '@/access/range'
import { findRow, type RowRequest } from '@/db/rows'
import { DomainError } from '@/domain/errors'
import { entryReach, mayEntry, reachesAny, type EntryReach, type RegisterRights, type RegisterVerb } from '@/domain/registers/access'
import type { RegisterDef } from '@/domain/registers/types'
import type { Desk } from '@/services/desk/desk'
import type { OfficeModel } from '@/services/structure/load'
import { registerVersion } from '@/services/structure/versions'
import { SLUG } from '@/slugs'
import { pathOf, type EntryRow } from './row'

/** A register as it is in force. */
export type Register = { id: string; code: string; version: string; number: number; def: RegisterDef; rights: RegisterRights }

type Holder = { payload: Payload; req?: PayloadRequest; model: OfficeModel }

/** A register in force by its id; undefined before its first version. */
export const registerById = async ({ payload, req, model }: Holder, id: string | null | undefined): Promise<Register | undefined> => {
  const row = id ? model.registers.byId.get(id) : undefined
  if (!row?.current) return undefined
  const def = await registerVersion(payload, row.current, req)
  return { id: row.id, code: row.code, version: row.current, number: row.currentNumber ?? 0, def, rights: { office: model.office.id, viewers: def.viewers, editors: def.editors } }
}

/** Every register in force, by code. */
export const registersInForce = async (holder: Holder): Promise<Register[]> => {
  const found: Register[] = []
  for (const { id } of holder.model.registers.all) found.push(...[await registerById(holder, id)].filter((register) => register !== undefined))
  return found.sort((one, other) => (one.code < other.code ? -1 : 1))
}

type Person = Pick<Desk, 'viewer' | 'now'>

/** Where a person sees or edits entries of a register. */
export const reachOf = ({ viewer, now }: Person, { rights }: Register, verb: RegisterVerb): EntryReach => entryReach(viewer, { verb, register: rights, now })

export const holdsRegister = (person: Person, register: Register, verb: RegisterVerb): boolean => reachesAny(reachOf(person, register, verb))

/** Whether a person sees or edits an entry, or would one that lay at this path. */
export const mayOnEntry = ({ viewer, now }: Person, { rights }: Register, verb: RegisterVerb, path: string): boolean => mayEntry(viewer, { verb, register: rights, now }, path)

/** The registers of which a person may see anything. */
export const registersOf = async (desk: Desk): Promise<Register[]> =>
  (await registersInForce(desk)).filter((register) => holdsRegister(desk, register, 'view'))

/** A register a person may look into, by its code. Errors: `notFound`, also where they may not know of it. */
export const needRegister = async (desk: Desk, code: string): Promise<Register> => {
  const register = await registerById(desk, desk.model.registers.byCode.get(code)?.id)
  if (!register || !holdsRegister(desk, register, 'view')) throw new DomainError('notFound')
  return register
}

/** The same, for whoever may change some of its entries. Errors: `notFound`, `notAllowed`. */
export const needEditor = async (desk: Desk, code: string): Promise<Register> => {
  const register = await needRegister(desk, code)
  if (!holdsRegister(desk, register, 'edit')) throw new DomainError('notAllowed')
  return register
}

const NOWHERE: Where = { path: { exists: false } }

const underPath = (path: string): Where => {
  const { from, below } = rangeOf(path)
  return { and: [{ path: { greater_than_equal: from } }, { path: { less_than: below } }] }
}

/** A reach as a condition; undefined where it is everything. */
export const reachWhere = (reach: EntryReach): Where | undefined => {
  if (reach.all) return undefined
  const parts = [...reach.paths.map(underPath), ...(reach.unplaced ? [NOWHERE] : [])]
  return parts.length > 0 ? { or: parts } : { id: { in: [] } }
}

/** Everything at or below a unit. */
export const subtreeWhere = underPath

/** Entries of a register that a person reaches. */
export const entriesWhere = (desk: Desk, register: Register, verb: RegisterVerb = 'view'): Where => {
  const reach = reachWhere(reachOf(desk, register, verb))
  return { and: [{ office: { equals: register.rights.office } }, { register: { equals: register.id } }, ...(reach ? [reach] : [])] }
}

/** An entry by its code, whoever asks; undefined when there is none. */
export const entryRow = async (req: RowRequest, register: Register, code: string): Promise<EntryRow | undefined> =>
  (await findRow(req, SLUG.entries, { where: { and: [{ office: { equals: register.rights.office } }, { register: { equals: register.id } }, { code: { equals: code } }] } })) as unknown as EntryRow | undefined

/** An entry that a person may see, by its code. Errors: `notFound`, also where they may not know of it. */
export const needEntry = async (desk: Desk, register: Register, code: string): Promise<EntryRow> => {
  const row = await entryRow({ payload: desk.payload }, register, code)
  if (!row || !mayOnEntry(desk, register, 'view', pathOf(row))) throw new DomainError('notFound')
  return row
}

export const registerHref = ({ code }: Pick<Register, 'code'>): string => `/desk/registers/${encodeURIComponent(code)}`
export const entryHref = (register: Pick<Register, 'code'>, { code }: Pick<EntryRow, 'code'>): string => `${registerHref(register)}/e/${encodeURIComponent(code)}`
/** The address residents see, which QR sheets print. */
export const publicEntryPath = (register: Pick<Register, 'code'>, { code }: Pick<EntryRow, 'code'>): string => `/places/${encodeURIComponent(register.code)}/${encodeURIComponent(code)}`

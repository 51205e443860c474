import type { PayloadRequest } from 'payload'
import { newId } from '@/db/ids'
import { appendAudit } from '@/services/audit/append'
import { digestOf } from '@/services/audit/chain'
import { idOf } from '@/lib/idOf'
import { now } from '@/lib/clock'
import { SLUG } from '@/slugs'
import { auditOfChange } from './auditOf'

type Row = Record<string, unknown>
type Args = { req: PayloadRequest; collection: string; target: string; before: Row | null; after: Row | null; /** Why, where the request does not carry it. */ reason?: string }

/** Never kept in a change set: secrets of sign-in, and what the adapter adds. */
const DROPPED = new Set(['password', 'passwordHistory', 'secret', 'salt', 'hash', 'sessions', 'resetPasswordToken', 'resetPasswordExpiration', 'resetPasswordRequestedAt', 'loginAttempts', 'lockUntil', 'updatedAt', 'createdAt', 'lastSignInAt', 'mustChangePassword', 'passwordChangedAt', 'collection', '_strategy'])

const plain = (row: Row | null): Row | null =>
  row && Object.fromEntries(Object.entries(row).filter(([key]) => !DROPPED.has(key)).map(([key, value]) => [key, flat(value)]))

const flat = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(flat)
  return value && typeof value === 'object' && 'id' in value && 'createdAt' in value ? idOf(value) : value
}

const changed = (before: Row | null, after: Row | null): boolean => JSON.stringify(before) !== JSON.stringify(after)

/** What names a row, the best first. */
const NAMES = ['name', 'title', 'date', 'code'] as const

type Person = { id: string; name?: string | null }

/** Who changes something: the signed-in person, or the one whom a service without a session says it acts for. */
export const personOf = ({ user, context }: PayloadRequest): Person | undefined => user ?? (context.actor as Person | undefined)

/** What a row is called. */
export const labelOf = (row: Row | null): string => {
  const name = NAMES.map((field) => row?.[field]).find((value) => value !== undefined && value !== null)
  if (typeof name === 'string') return name
  return typeof name === 'object' && name && 'zh' in name ? String(name.zh) : ''
}

const staffOf = (person: Person | undefined) => person && { kind: 'staff' as const, id: person.id, name: person.name ?? person.id }

/** Who acts, as the audit log names them. */
export const actorOf = (req: PayloadRequest) =>
  staffOf(personOf(req)) ?? { kind: 'system' as const, id: 'portal' }

const officeOf = ({ collection, target, before, after }: Args): string | undefined =>
  idOf(after?.office) ?? idOf(before?.office) ?? (collection === SLUG.offices ? target : undefined)

const textIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** Why, as the request carries it. */
export const reasonOf = ({ context }: PayloadRequest): string | undefined => textIn(context.reason)

/** Which change is taken back by what this request does; the service that undoes says so. */
export const undoesOf = ({ context }: PayloadRequest): string | undefined => textIn(context.undoes)

/** A change without what must not be kept; undefined when nothing changed. */
export const told = <T extends Pick<Args, 'before' | 'after'>>(args: T): T | undefined => {
  const [before, after] = [plain(args.before), plain(args.after)]
  return changed(before, after) ? { ...args, before, after } : undefined
}

const write = async (args: Args): Promise<string> => {
  const { req, collection, target, before, after, reason = reasonOf(req) } = args
  const [id, office, label, at] = [newId(), officeOf(args), labelOf(after ?? before), new Date(now()).toISOString()]
  await req.payload.db.create({
    collection: SLUG.changes,
    data: { id, office, at, actor: personOf(req)?.id, table: collection, target, label, reason, undoes: undoesOf(req), before, after, createdAt: at, updatedAt: at },
    req,
    returning: false,
  })
  if (office) await appendAudit(req, { office, ...(await auditOfChange(req, { collection, before, after, label })), actor: actorOf(req), targetKind: collection, target, before: digestOf(before), after: digestOf(after) })
  return id
}

/** Writes one change of structure and its audit record, in the transaction of the change. Returns its id. Packages record themselves as one. */
export const writeChangeSet = async (args: Args): Promise<string | undefined> => {
  if (args.req.context.quietStructure === true) return undefined
  const change = told(args)
  return change && write(change)
}

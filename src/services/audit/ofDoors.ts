import type { Payload } from 'payload'
import { DomainError } from '@/domain/errors'
import { recordRefusal } from './refusals'

type Person = { id: string; office: string; name: string }

/** So many refusals of one person within ten minutes are entries of their own, at all doors together. */
const ONE_PERSON = 30

const ULID = /^[0-9A-HJKMNP-TV-Z]{26}$/
const PLAIN = /^[a-z][a-z-]{0,30}$/

/** An address as a pattern: what names one thing is left out. */
export const doorPattern = (method: string, path: string): string => `${method} ${path.split('/').map((part) => (part === '' || PLAIN.test(part) ? part : ':id')).join('/')}`.slice(0, 120)

const idIn = (path: string): string | undefined => path.split('/').find((part) => ULID.test(part))

/** What may not be seen is told as not there; that it was asked for is kept all the same. */
const hidden = new WeakMap<Error, string>()

/** The error of something that is there and may not be seen by whoever asked: `notFound`, and the audit log learns of which. */
export const hiddenFrom = (target: string): DomainError => {
  const error = new DomainError('notFound')
  hidden.set(error, target)
  return error
}

const refusedOf = (error: unknown): { code: string; target?: string } | undefined => {
  if (!(error instanceof DomainError)) return undefined
  const target = hidden.get(error)
  if (target !== undefined) return { code: 'hidden', target }
  return error.code === 'notAllowed' || error.code === 'verifierHandled' ? { code: error.code } : undefined
}

type Refused = { payload: Payload; person: Person; error: unknown; method: string; path: string; address?: string | undefined }

/** Keeps in the audit log that a signed-in person was refused at a door. Anything else than a refusal of rights is none of its business. */
export const recordDoorRefusal = async ({ payload, person, error, method, path, address }: Refused): Promise<void> => {
  const refused = refusedOf(error)
  if (!refused) return
  const target = refused.target ?? idIn(path)
  const door = doorPattern(method, path)
  await recordRefusal(payload, {
    office: person.office, action: 'access.refused', actor: { kind: 'staff', id: person.id, name: person.name }, outcome: 'denied', kind: `${person.id} ${door}`,
    pool: { name: person.id, most: ONE_PERSON }, ...(target ? { target } : {}), detail: { why: refused.code, door }, ...(address ? { address } : {}),
  })
}

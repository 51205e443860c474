import type { Payload, PayloadRequest } from 'payload'
import { findRow, updateRowIf } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { namingProblem } from '@/domain/access/exclusion'
import { DomainError, type FieldError } from '@/domain/errors'
import { cleanLine } from '@/domain/matter/text'
import { t } from '@/i18n'
import { now } from '@/lib/clock'
import { appendAudit } from '@/services/audit/append'
import { forgetOfficeModel, needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { unsafeAddPerson, unsafeGrant } from './addPerson'
import { holdingsOf } from './assertGrantable'

export type Named = { name: string; username: string }
export type Appointed = { kind: 'security' | 'audit'; name: string; username: string; password: string }

const USERNAME = /^[a-z][a-z0-9._-]{2,39}$/

const check = (field: 'security' | 'audit', person: Named): FieldError[] => [
  ...(cleanLine(person.name) ? [] : [{ field: `${field}.name`, code: 'required' }]),
  ...(USERNAME.test(person.username) ? [] : [{ field: `${field}.username`, code: 'pattern' }]),
]

const make = async (req: PayloadRequest, office: string, kind: Appointed['kind'], person: Named): Promise<Appointed> => {
  const role = await findRow(req, SLUG.roles, { where: { and: [{ exclusive: { equals: kind } }, { office: { equals: office } }] } })
  if (!role) throw new DomainError('invalid', {}, [{ field: kind, code: 'noRole' }])
  const taken = await findRow(req, SLUG.users, { where: { username: { equals: person.username } } })
  if (taken) throw new DomainError('invalid', {}, [{ field: `${kind}.username`, code: 'taken' }])
  const { id, password } = await unsafeAddPerson(req, { office, username: person.username, name: cleanLine(person.name) })
  await unsafeGrant(req, { office, person: id, role: role.id, reason: t('zh', 'packages.changes.byAppointment') })
  return { kind, name: person.name, username: person.username, password }
}

type Args = { payload: Payload; owner: { id: string; name: string; office: string }; security: Named; audit: Named; address?: string }

/**
 * The owner names the security administrator and the auditor, once; the right ends with its use (decisions.md 12). Returns
 * their one-time passwords, to be shown once. Errors: `notAllowed`, `invalid` with fields.
 */
export const appoint = async ({ payload, owner, security, audit, address }: Args): Promise<Appointed[]> => {
  const errors = [...check('security', security), ...check('audit', audit), ...(security.username === audit.username ? [{ field: 'audit.username', code: 'taken' }] : [])]
  if (errors.length > 0) throw new DomainError('invalid', {}, errors)
  try {
    return await withTransaction(payload, async (req) => {
      req.context.actor = { id: owner.id, name: owner.name }
      req.context.reason = t('zh', 'packages.changes.byAppointment')
      const { office } = await needModel(req, owner.office)
      const held = await holdingsOf(req, owner.id)
      const problem = namingProblem({ owner: owner.id, security: `new:${security.username}`, audit: `new:${audit.username}`, held, used: office.appointmentsOpen !== true, now: now() })
      if (problem) throw new DomainError('notAllowed', { why: problem })
      const closed = await updateRowIf(req, SLUG.offices, { and: [{ id: { equals: owner.office } }, { appointmentsOpen: { equals: true } }] }, { appointmentsOpen: false })
      if (closed !== 1) throw new DomainError('notAllowed', { why: 'used' })
      const made = [await make(req, owner.office, 'security', security), await make(req, owner.office, 'audit', audit)]
      await appendAudit(req, { office: owner.office, action: 'people.appoint', actor: { kind: 'staff', id: owner.id, name: owner.name }, targetKind: SLUG.offices, target: owner.office, detail: { security: security.username, audit: audit.username }, address })
      return made
    })
  } finally {
    forgetOfficeModel()
  }
}

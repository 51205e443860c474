import type { Payload } from 'payload'
import { findRow, findRows, type RowRequest } from '@/db/rows'
import { isCurrent } from '@/domain/access/decide'
import { now } from '@/lib/clock'
import type { SecondFactor } from '@/payload-types'
import { SLUG } from '@/slugs'

export type FactorRow = SecondFactor

/** A person's second factor as it is kept, set up or reset; undefined when there never was one. */
export const readFactor = (req: RowRequest, person: string): Promise<FactorRow | undefined> => findRow(req, SLUG.factors, { where: { person: { equals: person } } })

/** Whether it was set up and confirmed. */
export const isSetUp = (factor: FactorRow | undefined): factor is FactorRow & { cipher: string; keyId: string } => Boolean(factor?.confirmedAt && factor.cipher && factor.keyId)

const ms = (value: string | null | undefined): number | undefined => (value ? Date.parse(value) : undefined)

/** Whether a role the person holds now asks for a second factor. */
export const mustHaveFactor = async (payload: Payload, person: string): Promise<boolean> => {
  const roles = await findRows({ payload }, SLUG.roles, { where: { secondFactor: { equals: 'required' } }, select: { code: true } })
  if (roles.length === 0) return false
  const grants = await findRows({ payload }, SLUG.grants, { where: { and: [{ person: { equals: person } }, { role: { in: roles.map(({ id }) => id) } }] } })
  return grants.some((grant) => isCurrent({ from: ms(grant.from), until: ms(grant.until) }, now()))
}

import { findRows } from '@/db/rows'
import { isCurrent } from '@/domain/access/decide'
import { env } from '@/lib/env'
import { idOf } from '@/lib/idOf'
import { SLUG } from '@/slugs'
import type { Check, Finding, Ground } from '../types'

const ms = (value: string | null | undefined): number | undefined => (value ? Date.parse(value) : undefined)

/** Who holds one of the three separated roles now, and works here. */
const keepers = async ({ payload, model, now }: Ground): Promise<string[]> => {
  const roles = await findRows({ payload }, SLUG.roles, { where: { and: [{ office: { equals: model.office.id } }, { exclusive: { exists: true } }] } })
  const grants = await findRows({ payload }, SLUG.grants, { where: { role: { in: roles.filter(({ exclusive }) => exclusive).map(({ id }) => id) } } })
  const held = grants.filter((grant) => isCurrent({ from: ms(grant.from), until: ms(grant.until) }, now)).map((grant) => idOf(grant.person) ?? '')
  return [...new Set(held)].filter((id) => model.people.get(id)?.active !== false && model.people.has(id))
}

const bare = async (ground: Ground): Promise<Finding[]> => {
  const holders = await keepers(ground)
  const kept = await findRows({ payload: ground.payload }, SLUG.factors, { where: { person: { in: holders } }, select: { person: true, confirmedAt: true } })
  const safe = new Set(kept.filter(({ confirmedAt }) => confirmedAt).map(({ person }) => idOf(person)))
  const without = holders.filter((id) => !safe.has(id))
  const people = without.flatMap((id) => ground.model.people.get(id)?.name ?? [])
  return without.length > 0 ? [{ code: 'noFactor', gravity: 'note', params: { n: without.length }, people, fix: { href: '/admin/structure/roles', needs: ['grants.view', 'grants.edit'], asks: ['grants.edit'] } }] : []
}

/** A demonstration whose accounts share a password; holders of the three separated roles whom a password alone lets in. */
export const signIn: Check = async (ground) => [
  ...(env().DEMO ? [{ code: 'demo', gravity: 'soon', fix: { href: '/admin/structure/people', needs: ['people.view', 'people.edit'] } } satisfies Finding] : []),
  ...(await bare(ground)),
]

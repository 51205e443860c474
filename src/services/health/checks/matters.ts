import type { Where } from 'payload'
import { countRows } from '@/db/rows'
import { PHASES } from '@/domain/workflow/types'
import { SLUG } from '@/slugs'
import type { Check, Finding, Ground } from '../types'

/** Past intake a matter has an owner; one that has none is a defect (domain.md §3 rule 6). */
const PAST_INTAKE = PHASES.filter((phase) => phase !== 'intake' && phase !== 'archive')

const open = ({ model }: Ground, ...more: Where[]): Where => ({ and: [{ office: { equals: model.office.id } }, { open: { equals: true } }, ...more] })

const nobody: Where[] = [{ ownerUnit: { exists: false } }, { ownerTeam: { exists: false } }, { ownerPerson: { exists: false } }]

const QUEUE = `/desk/queue?${new URLSearchParams([['view', 'nobody'], ['owner', 'nobody'], ...PAST_INTAKE.map((phase) => ['phase', phase])]).toString()}`

const left = async (ground: Ground): Promise<Finding[]> => {
  const gone = [...ground.model.people.values()].filter(({ active }) => active === false)
  if (gone.length === 0) return []
  const n = await countRows(ground, SLUG.matters, open(ground, { ownerPerson: { in: gone.map(({ id }) => id) } }))
  return n > 0 ? [{ code: 'ownerLeft', gravity: 'now', params: { n }, fix: { href: '/desk/queue', needs: ['matter.assign', 'matter.route'] } }] : []
}

const closed = async (ground: Ground): Promise<Finding[]> => {
  const teams = ground.model.teams.all.filter(({ active }) => active === false)
  if (teams.length === 0) return []
  const n = await countRows(ground, SLUG.matters, open(ground, { ownerTeam: { in: teams.map(({ id }) => id) } }))
  return n > 0 ? [{ code: 'ownerClosed', gravity: 'now', params: { n }, names: teams.map(({ name }) => name), fix: { href: '/desk/queue', needs: ['matter.assign', 'matter.route'] } }] : []
}

/** Open matters that nobody has, or only somebody who is not there any more. Counts only: what they are about is the queue's. */
export const unowned: Check = async (ground) => {
  const n = await countRows(ground, SLUG.matters, open(ground, { phase: { in: PAST_INTAKE } }, ...nobody))
  const found: Finding[] = n > 0 ? [{ code: 'unowned', gravity: 'now', params: { n }, fix: { href: QUEUE, needs: ['matter.view'], asks: ['matter.route', 'matter.assign'] } }] : []
  return [...found, ...(await left(ground)), ...(await closed(ground))]
}

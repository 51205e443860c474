import { newId } from '@/db/ids'
import { queueCounts } from '@/db/queue'
import { findRow } from '@/db/rows'
import { may, mayAnywhere } from '@/domain/access/decide'
import { isPermission, type MatterFacts, type Permission, type Viewer } from '@/domain/access/types'
import { DomainError } from '@/domain/errors'
import { mayTake } from '@/domain/workflow/available'
import type { WorkflowDef } from '@/domain/workflow/types'
import { idOf } from '@/lib/idOf'
import { withTransaction } from '@/db/transaction'
import { appendAudit } from '@/services/audit/append'
import type { Desk } from '@/services/desk/desk'
import { deskPages } from '@/services/desk/frame'
import { SLUG } from '@/slugs'
import { workflowVersion } from '@/services/structure/versions'
import { studioPages } from '../frame'

export type SeeAsInput = { role: string; unit?: string; team?: string }

export type SeenAs = {
  matters: number
  allMatters: number
  restricted: boolean
  contacts: boolean
  pages: string[]
  editors: string[]
  /** Step by step of the office's listed workflow: what such a person may press, and what not. */
  steps: { name: string; phase: string; may: string[]; mayNot: string[] }[]
}

/** Somebody who holds this role alone, in this scope. Errors: `notFound`. */
const pretended = async (desk: Desk, { role, unit, team }: SeeAsInput): Promise<{ viewer: Viewer; name: string }> => {
  const office = desk.model.office.id
  const row = await findRow(desk.req, SLUG.roles, { where: { and: [{ id: { equals: role } }, { office: { equals: office } }] } })
  const place = unit === undefined ? undefined : desk.model.units.byId.get(unit)
  if (!row || (unit !== undefined && !place) || (team !== undefined && !desk.model.teams.byId.has(team))) throw new DomainError('notFound')
  const grant = { role: row.code, permissions: row.permissions.filter(isPermission), ...(place ? { unitPath: place.path } : {}), ...(team === undefined ? {} : { team }) }
  return { name: row.code, viewer: { id: newId(), office, grants: [grant] } }
}

/** A matter right where the role reaches: what would be pressed there. */
const exampleIn = (desk: Desk, { unit, team }: SeeAsInput): MatterFacts => ({
  office: desk.model.office.id, path: desk.model.units.byId.get(unit ?? '')?.path ?? desk.model.units.all[0]?.path ?? '/', categoryPath: desk.model.categories.all[0]?.path ?? '/',
  confidentiality: 'normal', teams: team === undefined ? [] : [team], persons: [],
})

const listedWorkflow = async (desk: Desk): Promise<WorkflowDef | undefined> => {
  const type = desk.model.types.all.find(({ listed }) => listed) ?? desk.model.types.all[0]
  const version = idOf(desk.model.workflows.byId.get(type?.workflow ?? '')?.current)
  return version ? workflowVersion(desk.payload, version) : undefined
}

const stepsFor = (desk: Desk, workflow: WorkflowDef, can: (permission: Permission) => boolean): SeenAs['steps'] =>
  workflow.steps.map((step) => {
    const here = workflow.transitions.filter(({ from, actors }) => from.includes(step.code) && actors.includes('staff'))
    const named = (allowed: boolean) => here.filter((transition) => mayTake(transition, { actor: { kind: 'staff', id: '', name: '' }, can }) === allowed).map(({ name }) => desk.say(name))
    return { name: desk.say(step.name), phase: step.phase, may: named(true), mayNot: named(false) }
  })

/**
 * What somebody who held a role in a scope would see and could do, asked of the access rules themselves. Nothing can be changed with it; the
 * look is recorded. Errors: `notFound`.
 */
export const seeAs = async (desk: Desk, input: SeeAsInput): Promise<SeenAs> => {
  const { viewer, name } = await pretended(desk, input)
  const everybody: Viewer = { id: viewer.id, office: viewer.office, grants: [{ role: '', permissions: ['matter.view', 'matter.viewRestricted'] }] }
  const count = async (as: Viewer) => (await queueCounts({ payload: desk.payload, viewer: as, now: desk.now, filters: {} })).all
  const [matters, allMatters, workflow] = await Promise.all([count(viewer), count(everybody), listedWorkflow(desk)])
  const facts = exampleIn(desk, input)
  const holds = (permission: Permission): boolean => mayAnywhere(viewer, permission, desk.now)
  await withTransaction(desk.payload, (req) => appendAudit(req, {
    office: viewer.office, action: 'roles.seeAs', actor: { kind: 'staff', id: desk.me.id, name: desk.me.name }, targetKind: SLUG.roles, target: input.role,
    detail: { role: name, ...(input.unit ? { unit: input.unit } : {}), ...(input.team ? { team: input.team } : {}) }, ...(desk.acting.address ? { address: desk.acting.address } : {}),
  }))
  return {
    matters, allMatters, restricted: holds('matter.viewRestricted'), contacts: holds('contact.reveal'),
    pages: deskPages(desk.lang, holds), editors: studioPages(desk.lang, holds),
    steps: workflow ? stepsFor(desk, workflow, (permission) => may(viewer, permission, facts, desk.now)) : [],
  }
}

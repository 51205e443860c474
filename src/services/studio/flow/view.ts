import { findRows } from '@/db/rows'
import type { ClockSignal } from '@/domain/clocks'
import { PERMISSIONS, type Permission } from '@/domain/access/types'
import type { WorkflowDef } from '@/domain/workflow/types'
import { clockName } from '@/services/desk/clocks'
import type { Desk } from '@/services/desk/desk'
import { categoryRef } from '@/services/desk/names'
import { listDrafts, readDraft, type DraftView } from '@/services/structure/drafts'
import { documentsOf } from '@/services/structure/rules'
import { SLUG } from '@/slugs'
import { flightView, type FlightView } from './flight'
import { rolesOf } from './pretend'

export type Named = { id: string; name: string; hint?: string }

/** A clock of the office as signals move it. */
export type ClockMoves = { name: string; start: ClockSignal[]; stop: ClockSignal[]; cancel: ClockSignal[]; pause: ClockSignal[] }

/** Everything the editor of a workflow shows. Choices of the pretend matter go by code. */
export type FlowView = {
  draft: DraftView<WorkflowDef>
  flight: FlightView
  usedBy: Named[]
  permissions: { code: Permission; roles: string[] }[]
  clocks: ClockMoves[]
  clauses: Named[]
  choices: { types: Named[]; /** With the type of matter that each leads to. */ categories: (Named & { type?: string })[]; units: Named[]; sources: Named[] }
  /** Code of a role that may press the first button. */
  starter?: string
}

/** Places to choose from; others are found by their name all the same. */
const MOST_UNITS = 2500

const permissionsOf = async (desk: Desk): Promise<FlowView['permissions']> => {
  const roles = await rolesOf(desk)
  return PERMISSIONS.filter((code) => code.startsWith('matter.')).map((code) => ({ code, roles: roles.filter(({ permissions }) => permissions.has(code)).map(({ name }) => name) }))
}

const starterOf = async (desk: Desk, { steps = [], transitions = [] }: Partial<WorkflowDef>): Promise<{ starter?: string }> => {
  const start = steps.find(({ kind }) => kind === 'start')?.code ?? ''
  const first = transitions.find(({ from, actors }) => from.includes(start) && actors.includes('staff'))
  const role = first && (await rolesOf(desk)).find(({ permissions }) => permissions.has(first.permission))
  return role ? { starter: role.code } : {}
}

const clocksOf = (desk: Desk): ClockMoves[] => {
  const limits = desk.model.limits?.definition.limits ?? []
  const clocks = [...new Set(limits.map(({ clock }) => clock))]
  return clocks.flatMap((clock) => {
    const own = limits.filter((limit) => limit.clock === clock)
    const limit = own.find(({ category, matterType }) => category === undefined && matterType === undefined) ?? own[0]
    return limit ? [{ name: clockName(limit, desk), start: limit.start, stop: limit.stop, cancel: limit.cancel ?? [], pause: limit.pause }] : []
  })
}

const clausesOf = async (desk: Desk): Promise<Named[]> =>
  (await documentsOf({ payload: desk.payload }, desk.model.office.id)).flatMap(({ code, title, clauses }) => [
    { id: code, name: desk.say(title) }, ...clauses.map((clause) => ({ id: `${code}#${clause.code}`, name: `${desk.say(title)} ${desk.say(clause.heading)}`.trim() })),
  ])

const isUsed = ({ active }: { active?: boolean | null }): boolean => active !== false

const hintOf = (above: readonly string[] = []): { hint?: string } => (above.length > 0 ? { hint: above.join(' ') } : {})

const typeOf = (type: { code: string } | undefined): { type?: string } => (type ? { type: type.code } : {})

const choicesOf = (desk: Desk): FlowView['choices'] => {
  const { model, say } = desk
  const plain = (rows: readonly { code: string; name: Parameters<Desk['say']>[0]; active?: boolean | null }[]): Named[] => rows.filter(isUsed).map(({ code, name }) => ({ id: code, name: say(name) }))
  return {
    types: plain(model.types.all), sources: plain(model.sources.all), units: plain(model.units.all.slice(0, MOST_UNITS)).map((unit) => ({ ...unit, hint: unit.id })),
    categories: model.categories.all.filter(isUsed).map(({ id, code, name, matterType }) => ({ id: code, name: say(name), ...typeOf(model.types.byId.get(matterType ?? '') ?? model.types.all[0]), ...hintOf(categoryRef(desk, id)?.above) })),
  }
}

/** A workflow by its code or id. Errors: `notFound`. */
export const flowView = async (desk: Desk, key: string): Promise<FlowView> => {
  const draft = await readDraft<WorkflowDef>(desk, 'workflow', key)
  return {
    draft, flight: await flightView(desk, draft.code), permissions: await permissionsOf(desk), clocks: clocksOf(desk), clauses: await clausesOf(desk), choices: choicesOf(desk),
    usedBy: desk.model.types.all.filter(({ workflow }) => workflow === draft.id).map(({ code, name }) => ({ id: code, name: desk.say(name) })),
    ...(await starterOf(desk, draft.definition)),
  }
}

export type FlowLine = { id: string; code: string; name: string; number?: number; changed: boolean; steps: number; actions: number; usedBy: string[]; flying: number }

const openByVersion = async (desk: Desk): Promise<Map<string, number>> => {
  const rows = (await findRows({ payload: desk.payload }, SLUG.matters, {
    where: { and: [{ office: { equals: desk.model.office.id } }, { open: { equals: true } }] }, select: { workflowVersion: true },
  })) as unknown as { workflowVersion: string }[]
  const found = new Map<string, number>()
  for (const { workflowVersion } of rows) found.set(workflowVersion, (found.get(workflowVersion) ?? 0) + 1)
  return found
}

/** Open matters of each workflow that run on a version which is not in force. */
const flyingOf = async (desk: Desk): Promise<Map<string, number>> => {
  const open = await openByVersion(desk)
  const versions = open.size > 0 ? await findRows({ payload: desk.payload }, SLUG.definitions, { where: { id: { in: [...open.keys()] } }, select: { code: true } }) : []
  const found = new Map<string, number>()
  for (const { id, code } of versions) {
    if (desk.model.workflows.byCode.get(code)?.current !== id) found.set(code, (found.get(code) ?? 0) + (open.get(id) ?? 0))
  }
  return found
}

/** All workflows of the office. */
export const flowList = async (desk: Desk): Promise<FlowLine[]> => {
  const flying = await flyingOf(desk)
  return (await listDrafts(desk, 'workflow')).map(({ id, code, name, number, changed, definition }) => {
    const { steps = [], transitions = [] } = (definition ?? {}) as Partial<WorkflowDef>
    return {
      id, code, name: desk.say(name), changed, steps: steps.length, actions: transitions.length, flying: flying.get(code) ?? 0, ...(number === undefined ? {} : { number }),
      usedBy: desk.model.types.all.filter(({ workflow }) => workflow === id).map((type) => desk.say(type.name)),
    }
  })
}

import { findRows } from '@/db/rows'
import { DomainError } from '@/domain/errors'
import { isPermission, type Permission } from '@/domain/access/types'
import { workflowSchema } from '@/domain/workflow/schema'
import type { Actor, MatterState, WorkflowDef } from '@/domain/workflow/types'
import { wordsOf } from '@/lib/wordsOf'
import type { Desk } from '@/services/desk/desk'
import { iso, type MatterRow } from '@/services/matters/row'
import type { Table } from '@/services/structure/load'
import type { CategoryRow } from '@/services/structure/rows'
import { SLUG } from '@/slugs'

/** What a pretend matter is about. Places, categories, types and sources by code. */
export type Setup = { type?: string; category?: string; unit?: string; source?: string; text: string; at: number; byStaff: boolean }

/**
 * Who presses a button: somebody with a role, the reporter, or the portal's own job. `member`: the matter was given to them or their team. `same`: it
 * is the person who handled it before.
 */
export type Persona = { kind: 'staff'; role: string; member: boolean; same: boolean } | { kind: 'reporter' } | { kind: 'system' }

/** `minutes` pass before it. `@shares` is no transition: co-handlers finish their parts. */
export type Move = { as: Persona; action: string; input: Record<string, unknown>; minutes: number }

export type Asked = { workflow: WorkflowDef; setup: Setup; moves: Move[]; as: Persona }

const MOST_MOVES = 100
const MOST_MINUTES = 366 * 1440

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const textOf = (value: unknown, most: number): string => (typeof value === 'string' ? value.slice(0, most) : '')
const codeOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value.slice(0, 200) : undefined)
const numberOf = (value: unknown, [least, most]: [number, number]): number => (typeof value === 'number' && Number.isFinite(value) ? Math.min(most, Math.max(least, Math.round(value))) : least)

const personaOf = (value: unknown): Persona => {
  const given = isRecord(value) ? value : {}
  if (given.kind === 'reporter') return { kind: 'reporter' }
  if (given.kind === 'system') return { kind: 'system' }
  return { kind: 'staff', role: textOf(given.role, 100), member: given.member === true, same: given.same === true }
}

const moveOf = (value: unknown): Move[] =>
  (isRecord(value) && typeof value.action === 'string'
    ? [{ as: personaOf(value.as), action: value.action.slice(0, 100), input: isRecord(value.input) ? value.input : {}, minutes: numberOf(value.minutes, [0, MOST_MINUTES]) }]
    : [])

const setupOf = (value: unknown, now: number): Setup => {
  const given = isRecord(value) ? value : {}
  return {
    type: codeOf(given.type), category: codeOf(given.category), unit: codeOf(given.unit), source: codeOf(given.source), text: textOf(given.text, 2000),
    at: typeof given.at === 'number' && Number.isSafeInteger(given.at) ? numberOf(given.at, [0, 4e12]) : now, byStaff: given.byStaff === true,
  }
}

/** What a door was asked. Errors: `invalid` where the definition has not the shape of a workflow. */
export const readAsked = (body: Record<string, unknown>, now: number): Asked => {
  const parsed = workflowSchema.safeParse(body.definition)
  if (!parsed.success) throw new DomainError('invalid', {}, [{ field: 'definition', code: 'malformed' }])
  const moves = (Array.isArray(body.moves) ? body.moves : []).slice(0, MOST_MOVES).flatMap(moveOf)
  return { workflow: parsed.data, setup: setupOf(body.setup, now), moves, as: personaOf(body.as) }
}

export type Role = { code: string; name: string; permissions: ReadonlySet<Permission> }

/** Roles of the office with what they may do, by name. */
export const rolesOf = async ({ payload, model, say }: Pick<Desk, 'payload' | 'model' | 'say'>): Promise<Role[]> => {
  const rows = await findRows({ payload }, SLUG.roles, { where: { office: { equals: model.office.id } }, sort: 'id' })
  return rows.map(({ code, name, permissions }) => ({ code, name: say(wordsOf(name)), permissions: new Set((permissions ?? []).filter((one): one is Permission => isPermission(one))) }))
}

type Ids = Pick<MatterState, 'ownerUnit' | 'ownerTeam' | 'ownerPerson' | 'handlers' | 'reviewers' | 'unit'>

type Staff = Extract<Persona, { kind: 'staff' }>

/** The pretend person: whoever reviewed or handled it before, whoever it was given to, or somebody of the role. */
const idOf = ({ role, member, same }: Staff, { handlers, reviewers, ownerPerson }: Ids): string => {
  const known = same ? (reviewers?.at(-1) ?? handlers.at(-1) ?? ownerPerson) : member ? ownerPerson : undefined
  return known ?? `pretend-${role}${member ? '-in' : ''}`
}

const staffActor = (persona: Staff, state: Ids, role: Role | undefined): Actor =>
  ({ kind: 'staff', id: idOf(persona, state), name: role?.name ?? '', ...(state.unit === undefined ? {} : { unit: state.unit }) })

const only = (id: string | undefined): string[] => (id === undefined ? [] : [id])

/** The engine's actor for a persona, with where it belongs and what it may do. */
export const actingOf = (persona: Persona, state: Ids, roles: readonly Role[]) => {
  if (persona.kind !== 'staff') return { actor: persona.kind === 'reporter' ? { kind: 'reporter' as const } : { kind: 'system' as const, job: 'silence' }, can: () => false, actorUnits: [], actorTeams: [] }
  const role = roles.find(({ code }) => code === persona.role)
  return {
    actor: staffActor(persona, state, role), can: (permission: Permission) => role?.permissions.has(permission) === true,
    actorUnits: persona.member ? only(state.ownerUnit) : [], actorTeams: persona.member ? only(state.ownerTeam) : [],
  }
}

const BLANK = {
  id: '', number: '', receiptCode: '', wordHash: '', idempotencyKey: '', answers: {}, workflowVersion: '', step: '', phase: 'intake', revision: 1, round: 1, returns: 0, eventCount: 0, open: true,
  openParts: 0, confidentiality: 'normal', participants: '', title: '',
} as const

const byCode = <T>(table: Table<T>, code: string | undefined): T | undefined => table.byCode.get(code ?? '')

const categoryOf = (node: CategoryRow | undefined): Pick<MatterRow, 'category' | 'categoryPath' | 'severity'> =>
  (node ? { category: node.id, categoryPath: node.path, severity: node.severity ?? 2 } : { categoryPath: '', severity: 2 })

/** The matter as rules and limits look at it. It is never stored. */
export const pretendRow = ({ model }: Pick<Desk, 'model'>, { type, category, unit, source, text, at }: Setup): MatterRow => {
  const place = byCode(model.units, unit)
  return {
    ...BLANK, office: model.office.id, type: byCode(model.types, type)?.id ?? '', source: byCode(model.sources, source)?.id, text, unit: place?.id, path: place?.path ?? '', receivedAt: iso(at), touchedAt: iso(at),
    ...categoryOf(byCode(model.categories, category)),
  }
}

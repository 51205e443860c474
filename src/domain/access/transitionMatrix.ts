import type { ActorKind, Guard, WorkflowDef } from '../workflow/types'
import type { Permission } from './types'

/** A role as the matrix needs it. */
export type RoleDef = { code: string; permissions: readonly Permission[] }

/** Who acts: a member of staff by role, or one of the other kinds of actor. */
export type MatrixActor = { kind: 'staff'; role: string } | { kind: Exclude<ActorKind, 'staff'> }

/** One cell: whether the actor may ever take the transition within scope, and what else it then depends on. */
export type MatrixCell = {
  actor: MatrixActor
  transition: string
  from: readonly string[]
  to: string
  allowed: boolean
  permission: Permission
  guards: readonly Guard[]
  /** Keys of the inputs that must be given. */
  requires: readonly string[]
}

const OTHERS = ['reporter', 'system', 'rule'] as const

/**
 * Every actor × every transition, for the published authorization table and for generated tests. There are
 * (roles + 3) × transitions cells, in the order of roles and transitions given.
 */
export const transitionMatrix = (workflow: WorkflowDef, roles: readonly RoleDef[]): MatrixCell[] => {
  const actors: { actor: MatrixActor; permissions: readonly Permission[] }[] = [
    ...roles.map((role) => ({ actor: { kind: 'staff' as const, role: role.code }, permissions: role.permissions })),
    ...OTHERS.map((kind) => ({ actor: { kind }, permissions: [] })),
  ]
  return actors.flatMap(({ actor, permissions }) =>
    workflow.transitions.map((transition): MatrixCell => ({
      actor,
      transition: transition.code,
      from: transition.from,
      to: transition.to,
      allowed: transition.actors.includes(actor.kind) && (actor.kind !== 'staff' || permissions.includes(transition.permission)),
      permission: transition.permission,
      guards: transition.guards,
      requires: transition.inputs.filter((input) => input.required).map((input) => input.key),
    })),
  )
}

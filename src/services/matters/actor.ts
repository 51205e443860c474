import type { PayloadRequest } from 'payload'
import { viewerOf } from '@/access/viewer'
import type { Permission, Viewer } from '@/domain/access/types'
import { may } from '@/domain/access/decide'
import { DomainError } from '@/domain/errors'
import type { Actor } from '@/domain/workflow/types'
import { idOf } from '@/lib/idOf'
import { now } from '@/lib/clock'
import type { OfficeModel } from '@/services/structure/load'
import { factsOf, type MatterRow } from './row'

/** Who acts, with what they may do on one matter and where they belong. */
export type Acting = {
  actor: Actor
  viewer: Viewer | null
  can: (permission: Permission, matter: MatterRow) => boolean
  units: string[]
  teams: string[]
  /** Of staff only (decisions.md 17). */
  address?: string
}

const current = (from: string | null | undefined, until: string | null | undefined, at: number): boolean =>
  (!from || Date.parse(from) <= at) && (!until || Date.parse(until) > at)

/** The teams and units a person belongs to now: memberships, and the unit they sit in or lead. */
export const belongings = (model: OfficeModel, person: string): { units: string[]; teams: string[] } => {
  const at = now()
  const mine = model.memberships.filter((row) => row.person === person && current(row.from, row.until, at))
  const seat = model.people.get(person)?.unit
  const led = model.units.all.filter((unit) => unit.lead === person || (unit.officers ?? []).includes(person)).map((unit) => unit.id)
  return {
    units: [...new Set([...mine.flatMap((row) => row.units ?? []), ...(seat ? [seat] : []), ...led])],
    teams: [...new Set(mine.flatMap((row) => (row.team ? [row.team] : [])))],
  }
}

const addressOf = (req: PayloadRequest): string | undefined => req.headers?.get('x-portal-ip') ?? undefined

/** The signed-in person as an actor. Errors: `notSignedIn`. */
export const staffActing = async (req: PayloadRequest, model: OfficeModel): Promise<Acting> => {
  const viewer = await viewerOf(req)
  if (!viewer || !req.user) throw new DomainError('notSignedIn')
  const { units, teams } = belongings(model, viewer.id)
  const seat = idOf('unit' in req.user ? req.user.unit : undefined) ?? units[0]
  return {
    actor: { kind: 'staff', id: viewer.id, name: String(req.user.name ?? ''), ...(seat ? { unit: seat } : {}) },
    viewer,
    can: (permission, matter) => may(viewer, permission, factsOf(matter), now()),
    units,
    teams,
    address: addressOf(req),
  }
}

/** The person of an outer request, acting inside the transaction's own: grants are read as they stand in it. */
export const staffOf = (outer: Pick<PayloadRequest, 'user' | 'headers'>) => (req: PayloadRequest, model: OfficeModel): Promise<Acting> =>
  staffActing(Object.assign(req, { user: outer.user, headers: outer.headers }), model)

/** Actors without grants: the reporter, a rule, the portal's own jobs. The workflow names the transitions they may take. */
export const plainActing = (actor: Exclude<Actor, { kind: 'staff' }>): Acting => ({ actor, viewer: null, can: () => false, units: [], teams: [] })

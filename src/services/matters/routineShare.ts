import type { PayloadRequest } from 'payload'
import { findRow } from '@/db/rows'
import type { RoutingDecision } from '@/domain/routing/types'
import type { Words } from '@/domain/words'
import { both } from '@/i18n'
import { idOf } from '@/lib/idOf'
import { SLUG } from '@/slugs'
import { isRoutine } from './origin'
import type { MatterRow } from './row'

type Share = Pick<RoutingDecision, 'team' | 'unit' | 'person'>

const partyOf = (given: Record<keyof Share, string | undefined>): Share => Object.fromEntries(Object.entries(given).filter(([, id]) => id !== undefined))

/** The routine's own name, as it was when it ran. */
const nameIn = (plan: unknown): string | undefined => (plan as { def?: { name?: Words } } | null | undefined)?.def?.name?.zh

/** Whom the routine that opened a matter named for it; undefined for any other matter, and where the routine named nobody. */
export const routineShare = async (req: PayloadRequest, matter: Pick<MatterRow, 'id' | 'idempotencyKey' | 'registeredBy'>): Promise<RoutingDecision | undefined> => {
  if (!isRoutine(matter)) return undefined
  const run = await findRow(req, SLUG.runs, { where: { matter: { equals: matter.id } } })
  const party = partyOf({ team: idOf(run?.team), unit: idOf(run?.unit), person: idOf(run?.person) })
  if (!run || Object.keys(party).length === 0) return undefined
  return { mode: 'trusted', reason: both('routines.why.assigned', { name: nameIn(run.plan) ?? run.title ?? '' }), trace: [], ...party }
}

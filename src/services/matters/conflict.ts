import { setTimeout } from 'node:timers/promises'
import type { PayloadRequest } from 'payload'
import { DomainError } from '@/domain/errors'
import type { Words } from '@/domain/words'
import { SLUG } from '@/slugs'
import type { Acting } from './actor'
import type { MatterRow } from './row'

type Since = { id: string; seq: number; at: string; action: string; name?: Words | null; actorKind: string; actorName?: string | null; stepTo?: string | null; residentLine?: Words | null; data?: { revision?: number } | null }

type Happened = { at: string; name?: Words | null; action?: string; actor?: string }

const MOST = 20

/** What happened since the actor looked, as far as this actor may read it. */
export const conflictDetail = async (
  { req, matter, acting, expectedRevision }: { req: PayloadRequest; matter: MatterRow; acting: Acting; expectedRevision: number },
): Promise<Record<string, unknown>> => {
  const found = await req.payload.db.find<Since>({ collection: SLUG.events, where: { matter: { equals: matter.id } }, sort: '-seq', limit: MOST, pagination: false, req })
  const since = found.docs.filter((event) => (event.data?.revision ?? 0) > expectedRevision).reverse()
  const staff = acting.actor.kind === 'staff'
  return {
    expected: expectedRevision,
    revision: matter.revision,
    step: matter.step,
    happened: since.flatMap((event): Happened[] => {
      if (staff) return [{ at: event.at, action: event.action, name: event.name, actor: event.actorName ?? event.actorKind }]
      return event.residentLine ? [{ at: event.at, name: event.residentLine }] : []
    }),
  }
}

const isBareConflict = (error: unknown): boolean => error instanceof DomainError && error.code === 'conflict' && !('happened' in error.detail)

/** How long (milliseconds) the loser of a race waits before it looks again: the winner may still be writing. */
const PATIENCE = [0, 50, 250, 1000]

/**
 * On MongoDB the loser of a race may hear of it from the database alone, even before the winner's write can be read: tried again,
 * the work sees that write and either says what happened or, where the two did not touch, succeeds. Work that joined a
 * transaction is its owner's to repeat.
 */
export const tellConflict = async <T>(work: () => Promise<T>, { joined }: { joined: boolean }): Promise<T> => {
  for (const wait of joined ? [] : PATIENCE) {
    try {
      return await work()
    } catch (error) {
      if (!isBareConflict(error)) throw error
    }
    await setTimeout(wait)
  }
  return work()
}

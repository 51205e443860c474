import type { PayloadRequest, Where } from 'payload'
import { findRow, findRows, type RowRequest } from '@/db/rows'
import { DomainError } from '@/domain/errors'
import { idOf } from '@/lib/idOf'
import type { LegalHold } from '@/payload-types'
import { SLUG } from '@/slugs'

export type Held = { kind: 'matter' | 'entry'; id: string }

const standing = ({ kind, id }: Held): Where => ({ and: [{ [kind]: { equals: id } }, { liftedAt: { exists: false } }] })

/** The hold on a matter or an entry that stands; undefined where nothing keeps it. One stands until a person lifts it, whatever its date says. */
export const holdOn = (req: RowRequest, held: Held): Promise<LegalHold | undefined> => findRow(req, SLUG.legalHolds, { where: standing(held) })

/** Ids of everything of an office that is held. */
export const heldIds = async (req: RowRequest, office: string, kind: Held['kind']): Promise<Set<string>> => {
  const rows = await findRows(req, SLUG.legalHolds, { where: { and: [{ office: { equals: office } }, { [kind]: { exists: true } }, { liftedAt: { exists: false } }] }, sort: 'id' })
  return new Set(rows.flatMap((row) => idOf(row[kind]) ?? []))
}

/** Ids of every matter that is held, whatever its office. */
export const heldMatters = async (req: RowRequest): Promise<string[]> =>
  (await findRows(req, SLUG.legalHolds, { where: { and: [{ matter: { exists: true } }, { liftedAt: { exists: false } }] }, sort: 'id' })).flatMap(({ matter }) => idOf(matter) ?? [])

/** Errors: `guardFailed` (`held`) while something keeps the matter: then nothing of it is erased, on nobody's request. */
export const assertNotHeld = async (req: Pick<PayloadRequest, 'payload'>, matter: string): Promise<void> => {
  if (await holdOn(req, { kind: 'matter', id: matter })) throw new DomainError('guardFailed', { guard: 'held' })
}

import type { CollectionSlug, Payload } from 'payload'
import { beginMove, emptyCollections, endMove, filledCollections, isHalfMoved } from '@/db/mongoMove'
import { portalOf } from '@/db/portal'
import { verifyAudit } from '@/services/health/verifyAudit'
import { sumOf, versionSumOf, type Sum } from './digest'
import { MoveFault } from './fault'
import { movedCollections, rowsIn, versionsIn, writeRows, writeVersions } from './rows'

/** `tell` says how far it is. */
export type Moving = { from: Payload; to: Payload; tell?: (line: string) => void }

export type Moved = { collections: number; rows: number; versions: number; /** Chains of the audit log whose every entry was reckoned anew. */ chains: number }

const prepare = async (to: Payload, tell: (line: string) => void): Promise<void> => {
  if (portalOf(to).engine !== 'mongodb') throw new MoveFault('the portal moves to a MongoDB: name it as mongodb://…')
  if (await isHalfMoved(to)) {
    tell('an earlier move broke off: what it left is taken out, and all begins anew')
    await emptyCollections(to)
    return
  }
  const filled = await filledCollections(to)
  if (filled.length > 0) throw new MoveFault(`there is something in that database already (${filled.slice(0, 5).join(', ')}): name an empty one`)
  await beginMove(to)
}

const copy = async ({ from, to }: Moving, collection: CollectionSlug): Promise<void> => {
  for await (const rows of rowsIn(from, collection)) await writeRows(to, collection, rows)
  for await (const versions of versionsIn(from, collection)) await writeVersions(to, collection, versions)
}

const differs = (name: string, here: Sum, there: Sum): string[] => {
  if (here.rows !== there.rows) return [`${name}: ${here.rows} rows here, ${there.rows} there`]
  return here.digest === there.digest ? [] : [`${name}: not all of its ${here.rows} rows are the same there`]
}

const compare = async ({ from, to }: Moving): Promise<Pick<Moved, 'rows' | 'versions'>> => {
  const faults: string[] = []
  const sums = { rows: 0, versions: 0 }
  for (const collection of movedCollections(from)) {
    const [here, old] = [await sumOf(from, collection), await versionSumOf(from, collection)]
    faults.push(...differs(collection, here, await sumOf(to, collection)), ...differs(`versions of ${collection}`, old, await versionSumOf(to, collection)))
    sums.rows += here.rows
    sums.versions += old.rows
  }
  if (faults.length > 0) throw new MoveFault(...faults)
  return sums
}

/**
 * Moves all rows of a portal into an empty MongoDB: every collection through one path, ids and times kept, then read back on both sides and compared by counts
 * and digests, and every chain of the audit log reckoned anew there. One that broke off is begun anew; until it ended well no portal starts on that database.
 * Nothing is changed in `from`. Errors: `MoveFault`.
 */
export const moveRows = async (moving: Moving): Promise<Moved> => {
  const { from, to, tell = () => undefined } = moving
  await prepare(to, tell)
  const collections = movedCollections(from)
  for (const collection of collections) {
    await copy(moving, collection)
    tell(`${collection} copied`)
  }
  const sums = await compare(moving)
  const chains = (await sumOf(to, 'audit-heads')).rows
  const broken = await verifyAudit(to)
  if (broken > 0) throw new MoveFault(`${broken} of ${chains} chains of the audit log do not hold there`)
  await endMove(to)
  return { collections: collections.length, ...sums, chains }
}

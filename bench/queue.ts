import { queuePage } from '@/db/queue'
import { PERMISSIONS, type Viewer } from '@/domain/access/types'
import { needModel } from '@/services/structure/cache'
import { type SLUG } from '@/slugs'
import { timed, type Bench } from './open'

export type QueueResult = { name: string; ours: number; bare: number }

const ROUNDS = 5
const READS = 60

type Question = { name: string; ours: () => Promise<unknown>; bare: () => Promise<unknown> }

const compare = async ({ name, ours, bare }: Question): Promise<QueueResult> => {
  await ours()
  await bare()
  let [first, second] = [0, 0]
  for (let round = 0; round < ROUNDS; round += 1) {
    first += await timed(READS, 8, ours)
    second += await timed(READS, 8, bare)
  }
  return { name, ours: (ROUNDS * READS) / first, bare: (ROUNDS * READS) / second }
}

/** Pages of the desk's queue beside the same list of the bare collection: 25 rows, newest first, as Payload lists them. */
export const benchQueue = async ({ payload }: Bench): Promise<QueueResult[]> => {
  const model = await needModel(payload)
  const now = Date.now()
  const viewer: Viewer = { id: 'bench', office: model.office.id, grants: [{ role: 'all', permissions: [...PERMISSIONS] }] }
  const station = model.units.all.find((unit) => unit.path.split('/').filter(Boolean).length === 2)
  const bareList = (where: object) => () =>
    payload.find({ collection: 'bench-matters' as typeof SLUG.matters, where: where as never, sort: '-receivedAt', limit: 25, depth: 0, overrideAccess: true })
  const stationPath = station?.path ?? '/'
  return [
    await compare({
      name: 'newest 25',
      ours: () => queuePage({ payload, viewer, now, filters: {}, sort: 'received', limit: 25 }),
      bare: bareList({ open: { equals: true } }),
    }),
    await compare({
      name: 'newest 25 of a phase',
      ours: () => queuePage({ payload, viewer, now, filters: { phases: ['intake'] }, sort: 'received', limit: 25 }),
      bare: bareList({ and: [{ open: { equals: true } }, { phase: { equals: 'intake' } }] }),
    }),
    await compare({
      name: 'newest 25 of a subtree',
      ours: () => queuePage({ payload, viewer: { ...viewer, grants: [{ role: 'all', permissions: [...PERMISSIONS], unitPath: stationPath }] }, now, filters: {}, sort: 'received', limit: 25 }),
      bare: bareList({ and: [{ open: { equals: true } }, { path: { like: stationPath } }] }),
    }),
  ]
}

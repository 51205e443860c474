import { createHash } from 'node:crypto'
import type { Payload } from 'payload'
import { newId } from '@/db/ids'
import { findRow, findRows, insertRow, isNotUnique } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { canonical } from '@/domain/canonical'
import type { Words } from '@/domain/words'
import { now } from '@/lib/clock'
import { needModel } from '@/services/structure/cache'
import type { OfficeModel } from '@/services/structure/load'
import { SLUG } from '@/slugs'
import { activitiesOf, type Activity } from './activities'

export type Change = { key: string; name: Words; how: 'added' | 'changed' | 'ended' }

const digestOf = (activities: readonly Activity[]): string => createHash('sha256').update(canonical(activities)).digest('hex')

/** What differs between two states of the register, by activity. */
export const changesBetween = (before: readonly Activity[], after: readonly Activity[]): Change[] => {
  const known = new Map(before.map((each) => [each.key, each]))
  const still = new Set(after.map(({ key }) => key))
  return [
    ...after.flatMap((each): Change[] => {
      const old = known.get(each.key)
      if (!old) return [{ key: each.key, name: each.name, how: 'added' }]
      return canonical(old) === canonical(each) ? [] : [{ key: each.key, name: each.name, how: 'changed' }]
    }),
    ...before.filter(({ key }) => !still.has(key)).map(({ key, name }): Change => ({ key, name, how: 'ended' })),
  ]
}

const latest = (payload: Payload, office: string) => findRow({ payload }, SLUG.privacyVersions, { where: { office: { equals: office } }, sort: '-number' })

/** Keeps the register of processing as it stands, if it is another than the last that was kept. Returns whether it was. */
export const keepPrivacyVersion = async (payload: Payload, office: string): Promise<boolean> => {
  const activities = (await activitiesOf(payload, await needModel(payload, office))).filter((each) => each.public)
  const [digest, last] = [digestOf(activities), await latest(payload, office)]
  if (last?.digest === digest) return false
  const changed = last ? changesBetween(last.activities as Activity[], activities) : []
  try {
    await withTransaction(payload, (req) => insertRow(req, SLUG.privacyVersions, { id: newId(), office, number: (last?.number ?? 0) + 1, at: new Date(now()).toISOString(), digest, activities, changed }))
    return true
  } catch (error) {
    // Another process kept it in the same moment.
    if (isNotUnique(error)) return false
    throw error
  }
}

/** Which version residents read, since when, and what was new in it. Undefined until the first was kept. */
export const privacyVersion = async (payload: Payload, { office }: OfficeModel): Promise<{ number: number; at: number; changed: Change[] } | undefined> => {
  const row = await latest(payload, office.id)
  return row && { number: row.number, at: Date.parse(row.at), changed: row.changed as Change[] }
}

/** Every version, the newest first. */
export const privacyVersions = async (payload: Payload, { office }: OfficeModel): Promise<{ number: number; at: number; changed: Change[] }[]> =>
  (await findRows({ payload }, SLUG.privacyVersions, { where: { office: { equals: office.id } }, sort: '-number', limit: 50 })).map(({ number, at, changed }) => ({ number, at: Date.parse(at), changed: changed as Change[] }))

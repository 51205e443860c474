import type { Payload, Where } from 'payload'
import { findRow, findRows, updateRowIf } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { both } from '@/i18n'
import { idOf } from '@/lib/idOf'
import { keptOf, type Kept } from '@/services/registers/history'
import type { EntryRow } from '@/services/registers/row'
import { writeChangeSet } from '@/services/structure/changeSet'
import { loadOfficeModel, type OfficeModel } from '@/services/structure/load'
import type { UnitRow } from '@/services/structure/rows'
import { heirOf } from '@/services/studio/territory/adopt'
import { SLUG } from '@/slugs'

const CHUNK = 100

/** Work on the entries that a condition finds, a stretch at a time. */
const eachEntry = async (payload: Payload, where: Where, work: (entry: EntryRow) => Promise<void>): Promise<void> => {
  for (let last = ''; ;) {
    const rows = (await findRows({ payload }, SLUG.entries, { where: { and: [where, { id: { greater_than: last } }] }, sort: 'id', limit: CHUNK })) as unknown as EntryRow[]
    for (const row of rows) await work(row)
    last = rows.at(-1)?.id ?? last
    if (rows.length < CHUNK) return
  }
}

/** Puts an entry under another unit, with a line in its history, and takes the places of rounds along that nobody has been to. */
const place = async (payload: Payload, entry: EntryRow, { unit, reason }: { unit: UnitRow; reason: string }): Promise<void> =>
  withTransaction(payload, async (req) => {
    const to = { unit: unit.id, path: unit.path }
    const revision = entry.revision + 1
    // somebody saved it in this moment: it lies where that person put it
    if ((await updateRowIf(req, SLUG.entries, { and: [{ id: { equals: entry.id } }, { revision: { equals: entry.revision } }] }, { ...to, revision })) !== 1) return
    await writeChangeSet({ req, collection: SLUG.entries, target: entry.id, before: keptOf(entry), after: keptOf({ ...entry, ...to, revision }), reason })
    await updateRowIf(req, SLUG.checks, { and: [{ entry: { equals: entry.id } }, { state: { equals: 'open' } }] }, to)
  })

const modelOf = async (payload: Payload, office: string): Promise<OfficeModel> => {
  const model = await loadOfficeModel(payload, office)
  if (!model) throw new Error('a task belongs to an office that is not there')
  return model
}

type Of = { office: string; /** The unit that was closed, or is open again. */ unit: string }

/** Entries of a closed unit go to its successors: the one on whose ground they lie, else the first. What has no successor stays. */
export const adoptEntries = async (payload: Payload, { office, unit }: Of): Promise<void> => {
  const model = await modelOf(payload, office)
  await eachEntry(payload, { unit: { equals: unit } }, async (entry) => {
    const heir = heirOf(model, unit, entry)
    if (heir) await place(payload, entry, { unit: heir, reason: both('studioTerritory.act.entryFollowed', { to: heir.name.zh }).zh })
  })
}

const lastMove = async (payload: Payload, entry: EntryRow): Promise<{ from?: string; byPortal: boolean } | undefined> => {
  const row = await findRow({ payload }, SLUG.changes, { where: { and: [{ table: { equals: SLUG.entries } }, { target: { equals: entry.id } }] }, sort: ['-at', '-id'] })
  const before = row?.before as Kept | null | undefined
  return row && before ? { from: before.unit ?? undefined, byPortal: idOf(row.actor) === undefined } : undefined
}

/** Entries that lie with the successors only because the portal put them there, and that nobody changed since, go back. */
export const giveEntriesBack = async (payload: Payload, { office, unit, heirs }: Of & { heirs: readonly string[] }): Promise<void> => {
  const home = (await modelOf(payload, office)).units.byId.get(unit)
  if (!home || home.active === false) return
  await eachEntry(payload, { unit: { in: heirs } }, async (entry) => {
    const move = await lastMove(payload, entry)
    if (move?.byPortal && move.from === unit) await place(payload, entry, { unit: home, reason: both('studioTerritory.act.entryBack').zh })
  })
}

import type { Payload } from 'payload'
import { newId } from '@/db/ids'
import { withTransaction } from '@/db/transaction'
import { packageChanges, type RowChange } from '@/domain/package/diff'
import type { StructurePackage } from '@/domain/package/schema'
import { isList, LISTS, SINGLES } from '@/domain/package/sections'
import { now } from '@/lib/clock'
import { appendAudit } from '@/services/audit/append'
import { SLUG } from '@/slugs'
import { forgetOfficeModel } from '../cache'
import { placed } from './places'
import { rowsFor, type RowWrite } from './rows'
import type { Source } from './source'
import { targetOf } from './target'
import { writeRows } from './write'

const NOTHING: Pick<Source, 'newest' | 'rows' | 'byId' | 'byCode'> = { newest: () => 0, rows: () => [], byId: () => undefined, byCode: () => undefined }

/** Everything in a package, as if it were all new. */
const everything = (pack: StructurePackage): RowChange[] => {
  const empty: StructurePackage = { ...pack, ...Object.fromEntries(LISTS.map((section) => [section, []])) }
  const singles = SINGLES.map((section): RowChange => ({ section, key: section, kind: 'added', after: section === 'calendar' ? { week: pack.week, calendarYears: pack.calendarYears } : pack[section], values: [] }))
  return [...singles, ...packageChanges(empty, pack).filter(({ section }) => isList(section))]
}

type Args = { payload: Payload; pack: StructurePackage; progress?: (rows: number) => void }

/**
 * Makes an office of a checked package on a database that has none, in one transaction: all of it or nothing. Returns the
 * office's id.
 */
export const applyPackage = async ({ payload, pack, progress }: Args): Promise<string> => {
  const office = newId()
  await withTransaction(payload, async (req) => {
    const at = new Date(now()).toISOString()
    const own = { id: office, code: pack.code, preset: pack.code, appointmentsOpen: true, reportDoor: 'open', createdAt: at }
    const source: Source = { ...NOTHING, office: own }
    const { writes, versions } = rowsFor({ source, target: targetOf(source, { office, at }) }, everything(pack))
    const fresh = writes.map((write): RowWrite => ({ ...write, before: null }))
    let rows = 0
    await writeRows(req, { ...placed(source, fresh), versions, dropped: [] }, (count) => {
      rows += count
      progress?.(rows)
    })
    await appendAudit(req, { office, action: 'structure.applyPackage', actor: { kind: 'system', id: 'portal' }, targetKind: SLUG.offices, target: office, detail: { package: pack.code, rows } })
  })
  forgetOfficeModel()
  return office
}

import type { Payload } from 'payload'
import { newId } from '@/db/ids'
import { withTransaction } from '@/db/transaction'
import type { StructurePackage } from '@/domain/package/schema'
import { now } from '@/lib/clock'
import { appendAudit } from '@/services/audit/append'
import { SLUG } from '@/slugs'
import { forgetOfficeModel } from '../cache'
import { put, type Applying } from './context'
import { putContent } from './content'
import { putDefinitions } from './definitions'
import { putCategories, putTerritory } from './territory'

const putOffice = async (applying: Applying, pack: StructurePackage): Promise<void> => {
  const { footer, brand, ...office } = pack.office
  const { req, at } = applying
  await req.payload.db.create({
    collection: SLUG.offices,
    data: {
      ...structuredClone(office), id: applying.office, code: pack.code, brand: brand?.brand, week: pack.week, calendarYears: pack.calendarYears, preset: pack.code,
      footerHost: footer.host, footerIcp: footer.icp, footerPolice: footer.police, footerSiteCode: footer.siteCode,
      appointmentsOpen: true, reportDoor: 'open', createdAt: at, updatedAt: at,
    },
    req,
    returning: false,
  })
  applying.done(1)
}

const putSmall = async (applying: Applying, pack: StructurePackage): Promise<void> => {
  for (const day of pack.calendarDays) await put(applying, SLUG.calendarDays, day)
  for (const source of pack.sources) await put(applying, SLUG.sources, { ...source, active: true })
  for (const role of pack.roles) await put(applying, SLUG.roles, role)
}

type Args = { payload: Payload; pack: StructurePackage; progress?: (rows: number) => void }

/**
 * Makes an office of a checked package on a database that has none, in one transaction: all of it or nothing. Returns the
 * office's id.
 */
export const applyPackage = async ({ payload, pack, progress }: Args): Promise<string> => {
  const office = newId()
  let rows = 0
  const done = (count: number) => {
    rows += count
    progress?.(rows)
  }
  await withTransaction(payload, async (req) => {
    rows = 0
    const applying: Applying = { req, office, at: new Date(now()).toISOString(), ids: new Map(), done }
    await putOffice(applying, pack)
    await putSmall(applying, pack)
    await putTerritory(applying, pack)
    await putDefinitions(applying, pack)
    await putCategories(applying, pack)
    await putContent(applying, pack)
    await appendAudit(req, { office, action: 'structure.applyPackage', actor: { kind: 'system', id: 'portal' }, targetKind: SLUG.offices, target: office, detail: { package: pack.code, rows } })
  })
  forgetOfficeModel()
  return office
}

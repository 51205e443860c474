import { idOf } from '@/lib/idOf'
import { openServices } from '@/services/site/content/services'
import type { Desk } from './desk'

export type ServiceLine = { code: string; name: string; summary?: string; guideHref: string; /** Where a matter is opened for somebody who asked for it. */ applyHref?: string }

/** The guides that hold today, each with the way to apply for somebody where the office does that (代办). */
export const deskServices = async (desk: Desk): Promise<ServiceLine[]> => {
  const rows = await openServices(desk)
  return rows.map((row) => {
    const type = desk.model.types.byId.get(idOf(row.agentType) ?? '')
    const applies = desk.holds('matter.create') && type && type.active !== false && type.openBy.includes('staff')
    return {
      code: row.code, name: row.name, ...(row.summary ? { summary: row.summary } : {}), guideHref: `/services/${encodeURIComponent(row.code)}`,
      ...(applies ? { applyHref: `/desk/new?service=${encodeURIComponent(row.code)}` } : {}),
    }
  })
}

/** The guide somebody applies by, and its type of matter. Undefined where there is none, or it is not done for others. */
export const applyingFor = async (desk: Desk, code: string | undefined): Promise<{ service: string; type: string; name: string } | undefined> => {
  const [row] = code ? await openServices(desk, { code: { equals: code } }) : []
  const type = desk.model.types.byId.get(idOf(row?.agentType) ?? '')
  return row && type && type.active !== false && type.openBy.includes('staff') ? { service: row.code, type: type.id, name: row.name } : undefined
}

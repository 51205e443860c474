import type { Payload } from 'payload'
import { countRows } from '@/db/rows'
import { localDate } from '@/domain/clocks'
import { now } from '@/lib/clock'
import { SLUG } from '@/slugs'
import type { OfficeModel } from '@/services/structure/load'

/** How many guides residents can read today: stands in the head of every page, so it reads no guide. */
export const openServiceCount = ({ payload, model }: { payload: Payload; model: OfficeModel }): Promise<number> => {
  const today = localDate(now(), model.calendar)
  const open = (field: string, within: 'less_than_equal' | 'greater_than_equal') => ({ or: [{ [field]: { exists: false } }, { [field]: { equals: '' } }, { [field]: { [within]: today } }] })
  return countRows({ payload }, SLUG.services, { and: [{ office: { equals: model.office.id } }, { _status: { equals: 'published' } }, open('validFrom', 'less_than_equal'), open('validUntil', 'greater_than_equal')] })
}

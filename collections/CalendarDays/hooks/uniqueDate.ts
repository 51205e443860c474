import { ValidationError, type CollectionBeforeChangeHook } from 'payload'
import { idOf } from '@/lib/idOf'
import { SLUG } from '@/slugs'

/** A day is listed once: two rows that disagree would make every due date a matter of luck. */
export const uniqueDate: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const office = idOf(data.office ?? originalDoc?.office)
  const twin = await req.payload.db.findOne<{ id: string }>({
    collection: SLUG.calendarDays,
    where: { and: [{ date: { equals: data.date ?? originalDoc?.date } }, { office: { equals: office } }] },
    req,
  })
  if (!twin || twin.id === originalDoc?.id) return data
  const message = req.i18n.language === 'en' ? 'This day is listed already' : '这一天已经列过了'
  throw new ValidationError({ collection: SLUG.calendarDays, errors: [{ path: 'date', message }] }, req.t)
}

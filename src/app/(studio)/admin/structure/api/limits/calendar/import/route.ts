import { studioDoor } from '@/app/(studio)/_server/door'
import { readJson } from '@/services/http'
import { calendarView } from '@/services/studio/limits/calendar'
import { anew, importYear } from '@/services/studio/limits/changeCalendar'

/** POST {text, year, reason?}: a year's whole list in the place of what the year had. Answers with the year. */
export const POST = studioDoor(['structure.edit'], async ({ desk, request }) => {
  const { text, year, reason } = await readJson(request, 200_000)
  const changed = await importYear(desk, { text, year, reason })
  return { changed, view: await calendarView(await anew(desk), Number(year)) }
})

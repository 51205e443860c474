import { studioDoor } from '@/app/(studio)/_server/door'
import { readJson } from '@/services/http'
import { calendarView } from '@/services/studio/limits/calendar'
import { anew, setDay } from '@/services/studio/limits/changeCalendar'

/** POST {date, kind, name, seen?, reason?}: one day made a holiday, a make-up day, or again what its weekday is. Answers with its year. */
export const POST = studioDoor(['structure.edit'], async ({ desk, request }) => {
  const raw = await readJson(request)
  await setDay(desk, raw)
  return calendarView(await anew(desk), Number(String(raw.date).slice(0, 4)))
})

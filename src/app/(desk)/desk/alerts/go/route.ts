import { DomainError } from '@/domain/errors'
import { hoursFromNow } from '@/services/desk/alerts'
import type { Desk } from '@/services/desk/desk'
import { timeIn } from '@/services/desk/noticeTimes'
import { endAlert, extendAlert, startAlert } from '@/services/publishing/alerts/acts'
import { plainForm } from '../../../_server/plainForm'

type Given = (name: string) => string
type Run = (desk: Desk, given: Given) => Promise<unknown>

const time = ({ model }: Desk, given: string): number | undefined => timeIn(model.calendar.timeZone, given)

const ACTS: Record<string, Run> = {
  start: (desk, given) => startAlert(desk, { zh: given('zh'), en: given('en'), path: given('path') || undefined, from: time(desk, given('from')), until: time(desk, given('until')) ?? hoursFromNow(desk, given('hours')) }),
  end: (desk, given) => endAlert(desk, given('id')),
  extend: (desk, given) => extendAlert(desk, given('id'), time(desk, given('until'))),
}

/** POST do (start, end, extend), zh, en, path, from, until, hours, id: an alert above every page. */
export const POST = (request: Request): Promise<Response> =>
  plainForm(request, '/desk/alerts', async (desk, given) => {
    const act = given('do')
    const run = Object.hasOwn(ACTS, act) ? ACTS[act] : undefined
    if (!run) throw new DomainError('notFound')
    await run(desk, given)
    return act
  }, ['zh', 'en', 'path'])

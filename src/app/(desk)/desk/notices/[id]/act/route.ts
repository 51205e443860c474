import { DomainError } from '@/domain/errors'
import { segmentOf } from '@/lib/segment'
import { timeIn } from '@/services/desk/noticeTimes'
import { actOnNotice, type Asked } from '@/services/publishing/chain/acts'
import { plainForm } from '../../../../_server/plainForm'

const ACTS = ['submit', 'approve', 'sendBack', 'schedule', 'unschedule', 'publish', 'withdraw', 'archive'] as const

/** POST act, revision, note, at: one step of the chain with a notice. */
export const POST = async (request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> => {
  const notice = segmentOf((await params).id)
  return plainForm(request, `/desk/notices/${encodeURIComponent(notice)}`, async (desk, given) => {
    const act: Asked['act'] | undefined = ACTS.find((each) => each === given('act'))
    if (!act) throw new DomainError('notFound')
    const at = timeIn(desk.model.calendar.timeZone, given('at'))
    await actOnNotice(desk, { act, notice, revision: Number(given('revision')), note: given('note'), ...(at === undefined ? {} : { at }) })
    return act
  })
}

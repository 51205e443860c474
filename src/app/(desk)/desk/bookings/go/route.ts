import config from '@payload-config'
import { getPayload } from 'payload'
import { minuteIn } from '@/domain/booking/slots'
import { DomainError } from '@/domain/errors'
import { callBooking, closeCounter, endBooking, reopenCounter } from '@/services/booking/day'
import { needDesk, type Desk } from '@/services/desk/desk'
import { asDomainError, newReference } from '@/services/http'
import { fromBrowserHere } from '@/services/session/sameSite'
import { field, formIn, goTo } from '../../../_server/forms'
import { langOf } from '../../../_server/lang'

type Asked = (name: string) => string

const change = (asked: Asked) => ({ id: asked('id'), revision: Number(asked('revision')) })

/** What each button does, and what is said of it afterwards. */
const ACTS: Record<string, (desk: Desk, asked: Asked) => Promise<string>> = {
  call: async (desk, asked) => { await callBooking(desk, change(asked)); return '' },
  came: async (desk, asked) => { await endBooking(desk, { ...change(asked), how: 'came' }); return '' },
  missed: async (desk, asked) => { await endBooking(desk, { ...change(asked), how: 'missed' }); return '' },
  close: async (desk, asked) => { await closeCounter(desk, { counter: asked('counter'), date: asked('date'), from: minuteIn(asked('from')), to: minuteIn(asked('to')), reason: asked('reason') }); return 'closed' },
  reopen: async (desk, asked) => { await reopenCounter(desk, asked('id')); return 'reopened' },
}

const pageOf = (asked: Asked, told: Record<string, string>): string =>
  `/desk/bookings?${new URLSearchParams(Object.entries({ counter: asked('counter').slice(0, 64), date: asked('date').slice(0, 10), ...told }).filter(([, value]) => value !== '')).toString()}`

const refused = (error: unknown, asked: Asked): Response => {
  const known = asDomainError(error, newReference())
  if (known.code === 'notSignedIn') return goTo(`/desk/sign-in?said=ended&next=${encodeURIComponent(pageOf(asked, {}))}`)
  return goTo(pageOf(asked, { fault: known.fields[0]?.field ?? known.code }))
}

/** POST: call, came, missed, close, reopen, as the day list asks. */
export const POST = async (request: Request): Promise<Response> => {
  let asked: Asked = () => ''
  try {
    fromBrowserHere(request)
    const form = await formIn(request)
    asked = (name) => field(form, name)
    const act = Object.hasOwn(ACTS, asked('do')) ? ACTS[asked('do')] : undefined
    if (!act) throw new DomainError('notFound')
    const desk = await needDesk({ payload: await getPayload({ config }), headers: request.headers, lang: langOf(request.headers) })
    return goTo(pageOf(asked, { done: await act(desk, asked) }))
  } catch (error) {
    return refused(error, asked)
  }
}

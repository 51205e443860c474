import type { Payload } from 'payload'
import { DomainError } from '@/domain/errors'
import { sealRecovery } from '@/services/desk/account'
import type { Arrival } from '@/services/desk/desk'
import { renewRecovery } from '@/services/session/factor/setUp'
import { assertFresh } from '@/services/session/fresh'
import { endSessions } from '@/services/session/sessions'
import { knowOfReset } from '@/services/session/tell'
import { goTo, recoveryCookie } from './forms'

type Here = { payload: Payload; headers: Headers; arrival: Extract<Arrival, { state: 'open' | 'password' | 'appoint' }>; row: string }

const end = ({ payload, headers, arrival }: Here, which: { row: string } | { but: string }): Promise<void> =>
  endSessions({ payload, by: arrival.person, person: arrival.person.id, which, address: headers.get('x-portal-ip') ?? undefined })

/** What the account page can do, by the name its forms send. Where a proof is asked first, the same act goes on after it. */
export const ACCOUNT_ACTS: Record<string, (here: Here) => Promise<Response>> = {
  endOne: async (here) => {
    await end(here, { row: here.row })
    return goTo('/desk/account?said=ended')
  },
  endOthers: async (here) => {
    await end(here, { but: here.arrival.sid })
    return goTo('/desk/account?said=endedOthers')
  },
  known: async ({ payload, arrival }) => {
    await knowOfReset(payload, arrival.person.id)
    return goTo('/desk/account')
  },
  recovery: async ({ payload, headers, arrival: { req, person, sid } }) => {
    await assertFresh(req)
    const codes = await renewRecovery({ payload, person, sid, headers })
    return goTo('/desk/second-factor/codes?next=/desk/account', [recoveryCookie(sealRecovery(person.id, codes))])
  },
}

/** Runs an act of the account page. Errors: `notFound` for an act that is none, and the act's own. */
export const runAccountAct = (name: string, here: Here): Promise<Response> => {
  const act = Object.hasOwn(ACCOUNT_ACTS, name) ? ACCOUNT_ACTS[name] : undefined
  if (!act) throw new DomainError('notFound')
  return act(here)
}

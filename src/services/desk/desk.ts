import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { viewerOf } from '@/access/viewer'
import { may, mayAnywhere } from '@/domain/access/decide'
import type { MatterFacts, Permission, Viewer } from '@/domain/access/types'
import { DomainError } from '@/domain/errors'
import { say, type Lang, type Words } from '@/domain/words'
import { t, type KeyUnder } from '@/i18n'
import type { Params } from '@/i18n/fill'
import { idOf } from '@/lib/idOf'
import { now } from '@/lib/clock'
import { staffActing, type Acting } from '@/services/matters/actor'
import { holdingsOf } from '@/services/people/assertGrantable'
import { visitOf } from '@/services/session/visit'
import { needModel } from '@/services/structure/cache'
import type { OfficeModel } from '@/services/structure/load'

/** A person at the workbench: who asks, what they hold, in which language, and the structure they work in. */
export type Desk = {
  payload: Payload
  req: PayloadRequest
  model: OfficeModel
  viewer: Viewer
  acting: Acting
  me: { id: string; name: string; username: string }
  lang: Lang
  /** One clock for the whole answer, epoch milliseconds. */
  now: number
  say: (words: Words | null | undefined) => string
  t: (key: KeyUnder<'staff'>, params?: Params) => string
  may: (permission: Permission, facts: MatterFacts) => boolean
  /** Whether the person holds it in any scope: for what menus show. */
  holds: (permission: Permission) => boolean
}

/** What stands between a person and the workbench. */
export type Arrival =
  | { state: 'signedOut' }
  /** The second factor is still to be given, or to be set up: the session holds nothing yet. */
  | { state: 'code'; person: Person; sid: string }
  | { state: 'setup'; person: Person; sid: string }
  | { state: 'password' | 'appoint' | 'open'; req: PayloadRequest; person: Person; sid: string }

export type Person = { id: string; office: string; name: string; username: string }

export type DeskInput = { payload: Payload; headers: Headers; lang: Lang }

const personOf = (user: NonNullable<PayloadRequest['user']>): Person => ({
  id: String(user.id), office: idOf(user.office) ?? '', name: String(user.name ?? ''), username: String(user.username ?? ''),
})

const isOwner = async (req: PayloadRequest, person: Person): Promise<boolean> => {
  const { office } = await needModel(req, person.office)
  if (office.appointmentsOpen !== true) return false
  return (await holdingsOf(req, person.id)).some(({ exclusive }) => exclusive === 'owner')
}

/** Who is at the door, by the session cookie. */
export const arrive = async ({ payload, headers }: Pick<DeskInput, 'payload' | 'headers'>): Promise<Arrival> => {
  const visit = await visitOf({ payload, headers })
  if (!visit) return { state: 'signedOut' }
  const { user, session: { sid } } = visit
  const person = personOf(user)
  if (visit.stage !== 'open') return { state: visit.stage === 'setup' ? 'setup' : 'code', person, sid }
  const req = await createLocalReq({ user, req: { headers } }, payload)
  if (user.mustChangePassword === true) return { state: 'password', req, person, sid }
  return { state: (await isOwner(req, person)) ? 'appoint' : 'open', req, person, sid }
}

/** The workbench of a signed-in person. Errors: `notSignedIn`. */
export const deskOf = async ({ req, person, lang }: { req: PayloadRequest; person: Person; lang: Lang }): Promise<Desk> => {
  const model = await needModel(req, person.office)
  const viewer = await viewerOf(req)
  if (!viewer) throw new DomainError('notSignedIn')
  const at = now()
  return {
    payload: req.payload,
    req,
    model,
    viewer,
    acting: await staffActing(req, model),
    me: { id: person.id, name: person.name, username: person.username },
    lang,
    now: at,
    say: (words) => say(words ?? undefined, lang),
    t: (key, params) => t(lang, `staff.${key}`, params),
    may: (permission, facts) => may(viewer, permission, facts, at),
    holds: (permission) => mayAnywhere(viewer, permission, at),
  }
}

/** The workbench behind a JSON door. Errors: `notSignedIn`, also while a password must be changed or a second factor is missing. */
export const needDesk = async (input: DeskInput): Promise<Desk> => {
  const arrival = await arrive(input)
  if (arrival.state !== 'open' && arrival.state !== 'appoint') throw new DomainError('notSignedIn')
  return deskOf({ req: arrival.req, person: arrival.person, lang: input.lang })
}

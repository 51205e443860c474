import type { Payload } from 'payload'
import { DomainError } from '@/domain/errors'
import { needDesk, type Desk } from '@/services/desk/desk'
import { keepingHref } from '@/services/desk/retention'
import { askAnswer, askHold, askLift, askRun } from '@/services/forget/asked'
import { asDomainError, newReference } from '@/services/http'
import { dropSealed, keepSealed, newToken, readSealed } from '@/services/site/sealed'
import { goTo } from './forms'
import { langOf } from './lang'

const FIELDS = ['do', 'kind', 'id', 'code', 'reason', 'reviewBy', 'seen', 'sure', 'agree', 'text', 'revision'] as const
export type Asked = Record<(typeof FIELDS)[number], string>

export const askedIn = (given: (name: string) => string): Asked => Object.fromEntries(FIELDS.map((name) => [name, given(name)])) as Asked

const HOME = '/desk/retention'
const PREFIX = 'retention.'
/** What was asked waits for the proof this long. */
const WAITS_HOURS = 1

/** The page a form came from: of one matter, or of all. */
const pageOf = ({ id, kind }: Asked): string => (/^[0-9A-Z]{26}$/.test(id) && kind !== 'entry' ? keepingHref(id) : HOME)

const ACTS: Record<string, { run: (desk: Desk, asked: Asked) => Promise<void>; done: string }> = {
  run: { run: (desk, { seen, sure }) => askRun(desk, { seen, sure: sure === 'yes' }), done: 'started' },
  hold: { run: askHold, done: 'kept' },
  lift: { run: askLift, done: 'lifted' },
  answer: { run: (desk, asked) => askAnswer(desk, { ...asked, revision: Number(asked.revision) }), done: 'kept' },
}

/** What was asked is kept sealed, for this person alone, while they prove who they are. */
const proveFirst = async ({ payload, viewer, me }: Desk, asked: Asked): Promise<Response> => {
  const token = newToken()
  await keepSealed({ payload, token, office: viewer.office, value: { person: me.id, asked }, hours: WAITS_HOURS })
  return goTo(`/desk/prove?${new URLSearchParams({ next: pageOf(asked), carry: `${PREFIX}${token}` }).toString()}`)
}

const act = async (desk: Desk, asked: Asked): Promise<Response> => {
  const known = Object.hasOwn(ACTS, asked.do) ? ACTS[asked.do] : undefined
  if (!known) throw new DomainError('notFound')
  try {
    await known.run(desk, asked)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'proofNeeded') return proveFirst(desk, asked)
    throw error
  }
  return goTo(`${pageOf(asked)}?done=${known.done}`)
}

/** Leads back to a page, which tells what kept it from being done. */
export const refused = (error: unknown, page = HOME): Response => {
  const known = asDomainError(error, newReference())
  if (known.code === 'notSignedIn') return goTo(`/desk/sign-in?said=ended&next=${encodeURIComponent(page)}`)
  return goTo(`${page}?fault=${known.fields[0]?.field ?? known.code}`)
}

type Here = { payload: Payload; headers: Headers }

/** Does what a form of the pages of keeping and forgetting asks, and leads back to its page; where a proof is asked first, to that and back. */
export const runRetentionAct = async ({ payload, headers }: Here, asked: Asked): Promise<Response> => {
  try {
    return await act(await needDesk({ payload, headers, lang: langOf(headers) }), asked)
  } catch (error) {
    return refused(error, pageOf(asked))
  }
}

export const carriesRetention = (carry: string): boolean => carry.startsWith(PREFIX)

/** Goes on after the proof with what this person asked before it, once. */
export const goOnWithRetention = async (here: Here & { person: string }, carry: string): Promise<Response> => {
  const token = carry.slice(PREFIX.length)
  const kept = (await readSealed(here.payload, token)) as { person?: string; asked?: Asked } | undefined
  if (kept?.person !== here.person || !kept.asked) return goTo(HOME)
  await dropSealed(here.payload, token)
  return runRetentionAct(here, kept.asked)
}

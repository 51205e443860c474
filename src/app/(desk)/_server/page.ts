import config from '@payload-config'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getPayload } from 'payload'
import { cache } from 'react'
import type { Lang } from '@/domain/words'
import { arrive, deskOf, type Desk, type Person } from '@/services/desk/desk'
import { langOf } from './lang'
import { localPath } from './paths'

/** Who opens the page, once a request. */
const visit = cache(async () => {
  const given = new Headers(await headers())
  const payload = await getPayload({ config })
  return { payload, headers: given, lang: langOf(given), arrival: await arrive({ payload, headers: given }) }
})

export const pageLang = async (): Promise<Lang> => langOf(new Headers(await headers()))

/** Where a session that does not carry yet goes first, and then on to `path`. */
const FIRST = { signedOut: '/desk/sign-in', code: '/desk/code', setup: '/desk/second-factor' } as const

export const leadOn = (state: keyof typeof FIRST, path: string): never => redirect(`${FIRST[state]}?next=${encodeURIComponent(path)}`)

/** The workbench for a page at `path`. Sends away whoever must do something else first. */
export const pageDesk = async (path: string): Promise<Desk> => {
  const { arrival, lang } = await visit()
  if (arrival.state === 'signedOut' || arrival.state === 'code' || arrival.state === 'setup') return leadOn(arrival.state, path)
  if (arrival.state === 'password') redirect('/desk/password')
  if (arrival.state === 'appoint') redirect('/desk/appoint')
  return deskOf({ req: arrival.req, person: arrival.person, lang })
}

export type EntryVisit = { lang: Lang; payload: Awaited<ReturnType<typeof getPayload>>; cookies: Headers } & (
  | { state: 'signedOut' }
  | { state: 'code'; person: Person; sid: string }
  | { state: 'setup'; person: Person; sid: string }
  | { state: 'password' | 'appoint' | 'open'; person: Person; sid: string }
)

/** For the pages before the workbench: sign-in, second factor, password, appointment. */
export const entryVisit = async (): Promise<EntryVisit> => {
  const { arrival, lang, payload, headers: cookies } = await visit()
  if (arrival.state === 'signedOut') return { lang, payload, state: 'signedOut', cookies }
  return { ...arrival, lang, payload, cookies }
}

/** As `entryVisit`, for pages that need a session which carries; others are led on, and back to `path`. */
export const signedInVisit = async (path: string) => {
  const found = await entryVisit()
  if (found.state === 'signedOut' || found.state === 'code' || found.state === 'setup') return leadOn(found.state, path)
  return found
}

export type Search = Promise<Record<string, string | string[] | undefined>>

/** The address parameters of a page, repeated ones included. */
export const searchOf = async (given: Search): Promise<URLSearchParams> => {
  const found = new URLSearchParams()
  for (const [name, value] of Object.entries(await given)) for (const each of [value ?? []].flat()) found.append(name, each)
  return found
}

export { localPath }

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

/** The workbench for a page at `path`. Sends away whoever must do something else first. */
export const pageDesk = async (path: string): Promise<Desk> => {
  const { arrival, lang } = await visit()
  if (arrival.state === 'signedOut') redirect(`/desk/sign-in?next=${encodeURIComponent(path)}`)
  if (arrival.state === 'password') redirect('/desk/password')
  if (arrival.state === 'appoint') redirect('/desk/appoint')
  return deskOf({ req: arrival.req, person: arrival.person, lang })
}

export type EntryVisit = { lang: Lang; payload: Awaited<ReturnType<typeof getPayload>>; state: 'signedOut' | 'password' | 'appoint' | 'open'; person?: Person; cookies: Headers }

/** For the pages before the workbench: sign-in, password, appointment. */
export const entryVisit = async (): Promise<EntryVisit> => {
  const { arrival, lang, payload, headers: cookies } = await visit()
  return arrival.state === 'signedOut' ? { lang, payload, state: 'signedOut', cookies } : { lang, payload, state: arrival.state, person: arrival.person, cookies }
}

export type Search = Promise<Record<string, string | string[] | undefined>>

/** The address parameters of a page, repeated ones included. */
export const searchOf = async (given: Search): Promise<URLSearchParams> => {
  const found = new URLSearchParams()
  for (const [name, value] of Object.entries(await given)) for (const each of [value ?? []].flat()) found.append(name, each)
  return found
}

export { localPath }

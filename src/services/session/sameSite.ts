import { DomainError } from '@/domain/errors'
import { env } from '@/lib/env'

type Asking = { headers: Headers }

const hostOf = (value: string): string | null => {
  try {
    return new URL(value).host
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** Whether an Origin is this portal's: the address it was given, or where it has none, the host the browser asked for. */
const isOwn = (origin: string, headers: Headers): boolean => {
  const { PUBLIC_URL } = env()
  return PUBLIC_URL ? origin === PUBLIC_URL : hostOf(origin) === headers.get('host')
}

/**
 * Refuses a request that another site made a browser send. Browsers name the origin on every POST; programs that name none
 * and carry no browser's mark are judged by their credentials alone. Errors: `notAllowed`.
 */
export const fromBrowserHere = ({ headers }: Asking): void => {
  const site = headers.get('sec-fetch-site')
  if (site && site !== 'same-origin' && site !== 'none') throw new DomainError('notAllowed', { why: 'crossSite' })
  const origin = headers.get('origin')
  if (origin && !isOwn(origin, headers)) throw new DomainError('notAllowed', { why: 'crossSite' })
}

import { DomainError } from '@/domain/errors'
import type { Desk } from '@/services/desk/desk'
import { WRITTEN, writeBeside, type Looked } from '@/services/desk/processing'
import { asDomainError, newReference } from '@/services/http'
import { keepSealed, newToken, readSealed } from '@/services/site/sealed'
import { field, goTo } from './forms'

const PAGE = '/desk/processing'

/** What was written and what looks like personal data in it wait sealed, for this person alone, until they answer. */
const askAgain = async ({ payload, viewer, me }: Desk, looked: Looked): Promise<Response> => {
  const token = newToken()
  await keepSealed({ payload, token, office: viewer.office, value: { person: me.id, looked }, hours: 1 })
  return goTo(`${PAGE}?${new URLSearchParams({ look: token }).toString()}#a-${looked.key.replace(/\W/g, '-')}`)
}

/** What `askAgain` kept for this person under the token; nothing for anybody else. */
export const lookedOf = async ({ payload, me }: Desk, token: string | null): Promise<Looked | undefined> => {
  const kept = (await readSealed(payload, token ?? undefined)) as { person?: string; looked?: Looked } | undefined
  return kept?.person === me.id ? kept.looked : undefined
}

/** Keeps what the office writes beside one activity; where it looks like personal data, asks first. */
export const takeProcessing = async (desk: Desk, form: FormData): Promise<Response> => {
  const [key, given] = [field(form, 'key'), Object.fromEntries(WRITTEN.map((part) => [part, field(form, part)]))]
  try {
    await writeBeside(desk, key, given, { seen: field(form, 'privacySeen') === 'yes' })
    return goTo(`${PAGE}?done=kept`)
  } catch (error) {
    if (error instanceof DomainError && Array.isArray(error.detail.found)) return askAgain(desk, { key, given, found: error.detail.found as Looked['found'] })
    throw error
  }
}

export const refusedProcessing = (error: unknown): Response => {
  const known = asDomainError(error, newReference())
  return known.code === 'notSignedIn' ? goTo(`/desk/sign-in?said=ended&next=${encodeURIComponent(PAGE)}`) : goTo(`${PAGE}?fault=${known.code}`)
}

import type { PayloadRequest } from 'payload'
import { SLUG } from '@/slugs'

/** The session a request came with; undefined for whoever acts without one (jobs, commands, the Local API with a person given). */
export const sessionIdOf = (user: PayloadRequest['user'] | undefined): string | undefined => {
  if (!user || user.collection !== SLUG.users) return undefined
  const sid: unknown = Reflect.get(user, '_sid')
  return typeof sid === 'string' ? sid : undefined
}

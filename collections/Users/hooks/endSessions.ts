import type { CollectionBeforeChangeHook } from 'payload'
import { dropSessions } from '@/services/session/store'

type Person = { password?: unknown; active?: unknown }

const setsPassword = ({ password }: Person): boolean => typeof password === 'string' && password !== ''

const switchesOff = (data: Person, before?: Person): boolean => data.active === false && before?.active !== false

/** A new password or a person switched off ends every session of theirs. Whoever sets another's password makes them choose their own. */
export const endSessions: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  if (operation !== 'update') return data
  const passwordSet = setsPassword(data)
  if (!passwordSet && !switchesOff(data, originalDoc)) return data
  await dropSessions(req, String(originalDoc?.id))
  const byAnother = passwordSet && req.user && req.user.id !== originalDoc?.id
  return { ...data, sessions: [], ...(byAnother ? { mustChangePassword: true } : {}) }
}

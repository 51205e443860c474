import type { CollectionBeforeChangeHook } from 'payload'

/** A new password or a person switched off ends every session of theirs. Whoever sets another's password makes them choose their own. */
export const endSessions: CollectionBeforeChangeHook = ({ data, originalDoc, operation, req }) => {
  if (operation !== 'update') return data
  const passwordSet = typeof data.password === 'string' && data.password !== ''
  const switchedOff = data.active === false && originalDoc?.active !== false
  if (!passwordSet && !switchedOff) return data
  const byAnother = passwordSet && req.user && req.user.id !== originalDoc?.id
  return { ...data, sessions: [], ...(byAnother ? { mustChangePassword: true } : {}) }
}

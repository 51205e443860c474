/** What tells where a matter came from. */
type Came = { idempotencyKey: string; registeredBy?: string | null; hasContact?: boolean | null }

/** The mark in the sending key of a matter that a routine opened. */
export const ROUTINE_KEY = 'routine-'

/** Whether a routine opened this matter, nobody having reported it. */
export const isRoutine = ({ idempotencyKey, registeredBy }: Came): boolean => !registeredBy && idempotencyKey.includes(`:${ROUTINE_KEY}`)

/** Whether anybody can be asked: whoever reported it, or left contact details when staff took it down. */
export const isAskable = (row: Came): boolean => Boolean(row.hasContact) || (!row.registeredBy && !isRoutine(row))

import type { MatterRow } from './row'

/** The mark in the sending key of a matter that a routine opened. */
export const ROUTINE_KEY = 'routine-'

/** Whether a routine opened this matter, nobody having reported it. */
export const isRoutine = ({ idempotencyKey, registeredBy }: Pick<MatterRow, 'idempotencyKey' | 'registeredBy'>): boolean => !registeredBy && idempotencyKey.includes(`:${ROUTINE_KEY}`)

/** Whether anybody can be asked: whoever reported it, or left contact details when staff took it down. */
export const isAskable = (row: Pick<MatterRow, 'idempotencyKey' | 'registeredBy' | 'hasContact'>): boolean => Boolean(row.hasContact) || (!row.registeredBy && !isRoutine(row))

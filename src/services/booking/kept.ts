import { randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import type { FieldError } from '@/domain/errors'
import { dropSealed, keepSealed, newToken, readSealed } from '@/services/site/sealed'
import { field, type Fields } from '@/services/site/report/step'
import type { OfficeModel } from '@/services/structure/load'

/** What was typed for a booking that was refused, kept encrypted for this browser (decisions.md 18), so that nothing is lost while another time is chosen. */
export type KeptBooking = { key: string; counter: string; name: string; phone: string; consent: boolean; faults?: { code: string; errors: FieldError[]; retryAfter?: number } }

const KEPT_HOURS = 1
const VALUE_MAX = 300

/** A key for one booking, however often its form is sent. */
export const newBookingKey = (): string => randomBytes(24).toString('base64url')

/** What a posted form says of a booking. */
export const typedIn = (fields: Fields): KeptBooking => ({
  key: field(fields, 'key').slice(0, 64), counter: field(fields, 'counter').slice(0, 64), name: field(fields, 'name').slice(0, VALUE_MAX), phone: field(fields, 'phone').slice(0, VALUE_MAX), consent: field(fields, 'consent') === 'yes',
})

/** What is kept for a browser; undefined when there is nothing, or its hour is over. */
export const readKept = async (payload: Payload, token: string | undefined): Promise<KeptBooking | undefined> => (await readSealed(payload, token)) as KeptBooking | undefined

/** Keeps what was typed. Returns the token for the browser. */
export const keepTyped = async ({ payload, model }: { payload: Payload; model: OfficeModel }, token: string | undefined, value: KeptBooking): Promise<string> => {
  const mine = token && (await readKept(payload, token)) ? token : newToken()
  await keepSealed({ payload, token: mine, office: model.office.id, value, hours: KEPT_HOURS })
  return mine
}

/** Forgets what was typed: it was sent. */
export const dropTyped = async (payload: Payload, token: string | undefined): Promise<void> => {
  if (token) await dropSealed(payload, token)
}

import type { ApiError } from './types'
import type { Desk } from './words'

type Voice = Pick<Desk, 'say' | 'sayMaybe'>

const guardOf = (error: ApiError): string | undefined => (typeof error.detail?.guard === 'string' ? error.detail.guard : undefined)

const TRANSIENT = ['busy', 'offline', 'internal', 'tooMany']

/** Words of an error while something was read: nothing was to be saved, so nothing is said of saving. */
export const readingWords = (error: ApiError, voice: Voice): { title: string; advice: string } =>
  TRANSIENT.includes(error.code) ? { title: voice.say('fault.reading.title'), advice: voice.say('fault.reading.advice') } : faultWords(error, voice)

/** Words of an error: what happened, and what to do now. A code without words of its own reads as a fault of ours. */
export const faultWords = (error: ApiError, { say, sayMaybe }: Voice): { title: string; advice: string } => {
  const guard = guardOf(error)
  const title = (guard && sayMaybe(`guard.${guard}`)) ?? sayMaybe(`fault.${error.code}.title`) ?? say('fault.internal.title')
  const advice = sayMaybe(`fault.${error.code}.advice`, { seconds: Number(error.detail?.retryAfter ?? 30) }) ?? say('fault.internal.advice')
  return { title, advice }
}

/** Words of the errors of single fields, by field; the first of each counts. */
export const fieldWords = (error: ApiError | undefined, { say, sayMaybe }: Voice): Record<string, string> => {
  const found: Record<string, string> = {}
  for (const { field, code, params } of error?.fields ?? []) found[field] ??= sayMaybe(`field.${code}`, params) ?? say('field.wrong')
  return found
}

import { wait } from '@/components/site/duration'
import { fieldErrors } from '@/components/site/fieldErrors'
import type { FieldErrorView } from '@/components/site/types'
import type { DomainError } from '@/domain/errors'
import type { Lang } from '@/domain/words'
import { t } from '@/i18n'

/** What an address may say of a try that failed: codes only, never what was typed as the word. */
export const faultQuery = (error: DomainError): string => {
  const { retryAfter } = error.detail
  const fault = error.code === 'invalid' ? error.fields.map(({ field, code }) => `${field}.${code}`).join(',') : error.code
  return new URLSearchParams({ fault, ...(typeof retryAfter === 'number' ? { wait: String(retryAfter) } : {}) }).toString()
}

const SINGLE = {
  wrongCode: (lang: Lang) => t(lang, 'resident.wrongCode'),
  expired: (lang: Lang) => t(lang, 'resident.track.sessionOver'),
  effortNeeded: (lang: Lang) => `${t(lang, 'errors.effortNeeded.what')}${t(lang, 'resident.stop')}${t(lang, 'errors.effortNeeded.todo')}`,
  tooMany: (lang: Lang, seconds: number) => `${t(lang, 'errors.tooMany.what')}${t(lang, 'resident.stop')}${t(lang, 'site.errorPage.retry', { time: wait(lang, seconds) })}`,
}

/** The same in words, at their fields. Anything else in the address says nothing. */
export const trackFaults = (lang: Lang, fault: string | undefined, seconds: string | undefined): FieldErrorView[] => {
  if (!fault) return []
  const say = Object.hasOwn(SINGLE, fault) ? SINGLE[fault as keyof typeof SINGLE] : undefined
  if (say) return [{ field: fault === 'expired' ? 'word' : 'code', message: say(lang, Number(seconds) || 60) }]
  const known = fault.split(',').flatMap((each) => /^(code|word)\.(required|pattern)$/.exec(each)?.slice(1, 3) ?? [])
  return fieldErrors(lang, known.flatMap((field, at) => (at % 2 === 0 ? [{ field, code: known[at + 1] ?? '' }] : [])))
}

import { wait } from '@/components/site/duration'
import { fieldErrors } from '@/components/site/fieldErrors'
import type { FieldErrorView } from '@/components/site/types'
import type { DomainError } from '@/domain/errors'
import type { Lang } from '@/domain/words'
import { t } from '@/i18n'
import type { KeptBooking } from '@/services/booking/kept'

/** What is kept of a refusal: codes, never words. */
export const faultsOf = (error: DomainError): KeptBooking['faults'] => {
  const { retryAfter } = error.detail
  return { code: error.code, errors: error.fields, ...(typeof retryAfter === 'number' ? { retryAfter } : {}) }
}

/** The faults of the last try at their fields. */
export const fieldFaults = (lang: Lang, faults: KeptBooking['faults'] | undefined): FieldErrorView[] => (faults?.code === 'invalid' ? fieldErrors(lang, faults.errors) : [])

/** What went wrong with the sending itself, in words; nothing where a field says it, or the page shows that the time is gone. */
export const troubleOf = (lang: Lang, faults: KeptBooking['faults'] | undefined): { trouble?: string } => {
  if (!faults || faults.code === 'invalid' || faults.code === 'conflict') return {}
  const todo = faults.retryAfter === undefined ? t(lang, 'errors.effortNeeded.todo') : t(lang, 'site.errorPage.retry', { time: wait(lang, faults.retryAfter) })
  return { trouble: `${t(lang, faults.retryAfter === undefined ? 'errors.effortNeeded.what' : 'errors.tooMany.what')}${t(lang, 'resident.stop')}${todo}` }
}

import { ValidationError, type CollectionBeforeChangeHook } from 'payload'
import { navigation } from '@/domain/site/navigation'
import { t } from '@/i18n'
import { langOf } from '@/lib/langOf'
import { SLUG } from '@/slugs'

/** Navigation that could not be read would be left out without a word: it is not kept. */
export const checkNavigation: CollectionBeforeChangeHook = ({ data, req }) => {
  const given: unknown = (data as { navigation?: unknown }).navigation
  if (given === undefined || given === null || navigation.safeParse(given).success) return data
  throw new ValidationError({ collection: SLUG.offices, errors: [{ path: 'navigation', message: t(langOf(req), 'structure.hooks.navigation') }] }, req.t)
}

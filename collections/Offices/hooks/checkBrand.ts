import { ValidationError, type CollectionBeforeChangeHook } from 'payload'
import { contrast } from '@/domain/colour'
import { t } from '@/i18n'
import { langOf } from '@/lib/langOf'
import { SLUG } from '@/slugs'

/** White words stand on the brand colour: below 4.5:1 they cannot be read (WCAG 2.2, 1.4.3). */
export const checkBrand: CollectionBeforeChangeHook = ({ data, req }) => {
  const brand: unknown = data.brand
  if (typeof brand !== 'string' || brand === '') return data
  const ratio = contrast(brand, '#FFFFFF')
  if (ratio !== null && ratio >= 4.5) return data
  const lang = langOf(req)
  const message = ratio === null ? t(lang, 'structure.hooks.brand.shape') : t(lang, 'structure.hooks.brand.contrast', { ratio: ratio.toFixed(1) })
  throw new ValidationError({ collection: SLUG.offices, errors: [{ path: 'brand', message }] }, req.t)
}

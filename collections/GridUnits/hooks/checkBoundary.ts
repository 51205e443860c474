import { ValidationError, type CollectionBeforeChangeHook } from 'payload'
import { lintBoundary } from '@/domain/grid'
import { t } from '@/i18n'
import { langOf } from '@/lib/langOf'
import { SLUG } from '@/slugs'

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === ''

/** A boundary that does not enclose ground sends reports to the wrong unit: it is not saved. */
export const checkBoundary: CollectionBeforeChangeHook = ({ data, req }) => {
  if (isEmpty(data.boundary)) return data
  const faults = lintBoundary(data.boundary)
  if (faults.length === 0) return data
  const lang = langOf(req)
  const words = faults.slice(0, 3).map(({ code, polygon, ring, params }) => {
    const what = t(lang, `structure.boundary.${code}`, params)
    return polygon === undefined ? what : t(lang, 'structure.boundary.at', { polygon: polygon + 1, ring: (ring ?? 0) + 1, what })
  })
  throw new ValidationError({ collection: SLUG.units, errors: [{ path: 'boundary', message: words.join(t(lang, 'structure.boundary.joint')) }] }, req.t)
}

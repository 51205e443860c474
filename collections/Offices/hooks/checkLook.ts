import { ValidationError, type CollectionBeforeChangeHook } from 'payload'
import type { Lang } from '@/domain/words'
import { lookFaults, type LookFault } from '@/domain/site/look'
import { t } from '@/i18n'
import { langOf } from '@/lib/langOf'
import { SLUG } from '@/slugs'

const messageOf = (fault: LookFault, lang: Lang): string => {
  if (fault.kind === 'shape') return t(lang, 'structure.hooks.look.shape')
  const { pair, ratio, least, proposal } = fault
  return t(lang, 'structure.hooks.look.contrast', { pair: t(lang, `structure.hooks.look.pair.${pair}`), ratio: ratio.toFixed(1), least, proposal })
}

/** Colours that cannot be told apart are not kept; which pair, and the nearest colour that can be, is said (WCAG 2.2, 1.4.3 and 1.4.11). */
export const checkLook: CollectionBeforeChangeHook = ({ data, req }) => {
  const { brand, accent } = data as { brand?: string | null; accent?: string | null }
  const errors = lookFaults({ brand, accent }).map((fault) => ({ path: fault.field, message: messageOf(fault, langOf(req)) }))
  if (errors.length > 0) throw new ValidationError({ collection: SLUG.offices, errors }, req.t)
  return data
}

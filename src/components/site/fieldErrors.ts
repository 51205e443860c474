import { tMaybe } from '../../i18n'
import type { FieldError } from '../../domain/errors'
import type { Lang } from '../../domain/words'
import type { FieldErrorView } from './types'

/** Fields that are worded like another one. */
const LIKE: Record<string, string> = { addText: 'text', correction: 'text', addPhotos: 'photos' }

/** Faults of the residents' forms in words: the field's own words, else those of forms, else a general remark. */
export const fieldErrors = (lang: Lang, errors: readonly FieldError[]): FieldErrorView[] =>
  errors.map(({ field, code, params }) => ({
    field,
    message: tMaybe(lang, `site.fault.${LIKE[field] ?? field}.${code}`, params) ?? tMaybe(lang, `form.${code}`, params) ?? tMaybe(lang, 'site.fault.other') ?? code,
  }))

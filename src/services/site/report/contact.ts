import type { FieldError } from '@/domain/errors'
import { CONTACT_FIELDS } from '@/services/matters/contact'
import { readContact } from '@/services/matters/createInput'
import type { Draft } from './draft'
import { field, type StepInput, type StepResult } from './step'
import { afterStep, passed, stepsOf } from './type'

/** Contact details, all optional. Buttons: next, skip. */
export const submitContact = ({ model, form, draft, fields, act }: StepInput): StepResult => {
  const typed = act === 'skip' ? {} : Object.fromEntries(CONTACT_FIELDS.flatMap((name) => (field(fields, name).trim() ? [[name, field(fields, name).slice(0, 300)]] : [])))
  const next: Draft = { ...draft, contact: typed }
  const { errors: faults } = readContact(typed)
  // Leaving nothing needs no consent; leaving something is never taken for one.
  const unasked = Object.keys(typed).length > 0 && field(fields, 'consent') !== 'yes'
  const errors: FieldError[] = [...faults, ...(unasked ? [{ field: 'consent', code: 'consent' }] : [])]
  if (errors.length > 0) {
    const named = errors.map((error) => ({ ...error, field: error.field.replace(/^contact\./, '') }))
    return { draft: { ...next, faults: { step: 'contact', errors: named } }, to: '/report/contact' }
  }
  const done = passed(next, 'contact')
  return { draft: done, to: afterStep(stepsOf(model, done, form), done, 'contact') }
}

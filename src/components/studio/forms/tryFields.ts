import { filesField, idsField, type Fields } from '../../../domain/forms/names'
import type { FormPage } from '../../../domain/forms/types'
import { fieldsIn } from '../../forms/formValues'

const belongs = (name: string, key: string): boolean => name === `q.${key}` || name.startsWith(`q.${key}.`)

/** Photos are not sent anywhere; each stands as if it had been stored. */
const photoFields = (page: FormPage, form: HTMLFormElement): Fields =>
  Object.fromEntries(page.questions.filter(({ kind }) => kind === 'photo').map(({ key }) => {
    const input = form.elements.namedItem(filesField(key))
    const count = input instanceof HTMLInputElement ? (input.files?.length ?? 0) : 0
    return [idsField(key), Array.from({ length: count }, (_file, at) => `chosen-${at}`)]
  }))

/** Everything typed so far, with this page as it stands now: what is not ticked any more is gone. */
export const typedWith = (before: Fields, page: FormPage, form: HTMLFormElement): Fields => ({
  ...Object.fromEntries(Object.entries(before).filter(([name]) => !page.questions.some(({ key }) => belongs(name, key)))),
  ...fieldsIn(form),
  ...photoFields(page, form),
})

/** What of it is put back into a page that is drawn again: photos cannot be. */
export const withoutPhotos = (fields: Fields, page: FormPage): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !page.questions.some(({ key, kind }) => kind === 'photo' && name === idsField(key))))

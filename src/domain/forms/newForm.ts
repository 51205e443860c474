import type { FormDef } from './types'
import type { Words } from '../words'

/** A code that no form has: `form-` and the next number. */
export const nextFormCode = (codes: readonly string[]): string => {
  const numbers = codes.flatMap((code) => (/^form-\d{1,6}$/.test(code) ? [Number(code.slice(5))] : []))
  return `form-${Math.max(codes.length, 0, ...numbers) + 1}`
}

/** The smallest form there can be: one page with one question, which asks what happened. */
export const emptyForm = ({ code, name, page, question, key = 'q1' }: { code: string; name: Words; page: Words; question: Words; key?: string }): FormDef =>
  ({ code, name, pages: [{ title: page, questions: [{ key, kind: 'longText', label: question }] }] })

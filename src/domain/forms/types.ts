import type { Words } from '../words'

export const QUESTION_KINDS = ['text', 'longText', 'number', 'date', 'choice', 'multiChoice', 'yesNo', 'place', 'photo', 'info'] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

/** Patterns offered to form makers; there are no free regular expressions. */
export const SAFE_PATTERNS = ['digits', 'postcodeCN', 'time24', 'plateless', 'lettersDigits', 'houseNumber'] as const
export type SafePattern = (typeof SAFE_PATTERNS)[number]

export type Choice = { code: string; label: Words; /** Choosing it ends the form with this advice. */ endsWith?: Words }

export type ConditionRow =
  | { question: string; op: 'is' | 'isNot'; value: string | number | boolean }
  | { question: string; op: 'includes' | 'excludes'; value: string }
  | { question: string; op: 'moreThan' | 'atLeast' | 'lessThan' | 'atMost'; value: number }
  | { question: string; op: 'answered' | 'notAnswered' }

/** All or any of the rows; groups nest once. */
export type Condition = { match: 'all' | 'any'; rows: (ConditionRow | { match: 'all' | 'any'; rows: ConditionRow[] })[] }

export type Question = {
  /** Stable key, ^[a-z][a-zA-Z0-9]{0,39}$ */
  key: string
  kind: QuestionKind
  label: Words
  help?: Words
  required?: boolean
  minLength?: number
  maxLength?: number
  min?: number
  max?: number
  integer?: boolean
  /** What a number counts, like 米: stands behind the question and the answer. */
  unit?: Words
  minDate?: string
  maxDate?: string
  minChoices?: number
  maxChoices?: number
  pattern?: SafePattern
  options?: Choice[]
  showIf?: Condition
  /** Who may read the answer. Default `staff`. */
  publicity?: 'staff' | 'public'
  purpose?: Words
  /** Days after archiving until the answer is erased, where it goes before its matter does. */
  retentionDays?: number
}

export type FormPage = { title: Words; questions: Question[] }

/** One immutable published version of a form. */
export type FormDef = { code: string; name: Words; pages: FormPage[] }

export type AnswerValue = string | number | boolean | string[] | { unit?: string; address?: string } | null
export type Answers = Record<string, AnswerValue>

/** Error codes with parameters; the words stand in the dictionaries under `form.<code>`. */
export type AnswerError = {
  key: string
  code: 'required' | 'tooShort' | 'tooLong' | 'tooSmall' | 'tooLarge' | 'notNumber' | 'notInteger' | 'notDate' | 'tooEarly' | 'tooLate' | 'notOffered' | 'tooFew' | 'tooMany' | 'pattern' | 'wrongKind'
  params?: Record<string, string | number>
}

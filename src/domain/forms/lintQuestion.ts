import type { Problem } from './problem'
import { CAPS, LIMIT_KEYS, LIMITS_OF, maxChoicesOf, maxLengthOf, type LimitKey } from './limits'
import { findRefusal } from './refused'
import type { Question } from './types'

const LOW_HIGH: readonly [LimitKey, LimitKey][] = [['minLength', 'maxLength'], ['min', 'max'], ['minDate', 'maxDate'], ['minChoices', 'maxChoices']]

const above = (low: unknown, high: unknown): boolean =>
  (typeof low === 'number' && typeof high === 'number' && low > high) || (typeof low === 'string' && typeof high === 'string' && low > high)

const hasLimit = ({ kind }: Question, key: LimitKey) => LIMITS_OF[kind].includes(key)

/** Each way in which no answer could meet a limit beyond a low above its high: more demanded than there is, no whole number between. */
const IMPOSSIBLE: [LimitKey, (question: Question) => boolean][] = [
  ['minChoices', (question) => hasLimit(question, 'minChoices') && (question.minChoices ?? 0) > maxChoicesOf(question)],
  ['minLength', (question) => hasLimit(question, 'minLength') && (question.minLength ?? 0) > maxLengthOf(question)],
  ['integer', ({ integer, min = -Infinity, max = Infinity }) => integer === true && min <= max && Math.ceil(min) > Math.floor(max)],
]

const contradictions = (question: Question): LimitKey[] => {
  const crossed = LOW_HIGH.filter(([low, high]) => above(question[low], question[high])).map(([low]) => low)
  const impossible = IMPOSSIBLE.filter(([, holds]) => holds(question)).map(([key]) => key)
  return [...new Set([...crossed, ...impossible])]
}

const exceeds = (value: number | undefined, cap: number) => value !== undefined && Math.abs(value) > cap

const TOO_HIGH: [LimitKey, (question: Question) => boolean][] = [
  ['maxLength', ({ kind, maxLength }) => (kind === 'text' || kind === 'longText') && exceeds(maxLength, CAPS[kind])],
  ['maxChoices', ({ kind, maxChoices }) => kind === 'photo' && exceeds(maxChoices, CAPS.photos)],
  ['min', ({ min }) => exceeds(min, CAPS.number)],
  ['max', ({ max }) => exceeds(max, CAPS.number)],
]

const lintLimits = (question: Question, path: string): Problem[] => {
  const meant = LIMITS_OF[question.kind]
  const stray = LIMIT_KEYS.filter((key) => question[key] !== undefined && !meant.includes(key))
  const at = (key: string) => `${path}.${key}`
  return [
    ...stray.map((key): Problem => ({ path: at(key), code: 'limitNotForKind', params: { limit: key, kind: question.kind } })),
    ...contradictions(question).map((key): Problem => ({ path: at(key), code: 'limitsContradict', params: { limit: key } })),
    ...TOO_HIGH.filter(([, holds]) => holds(question)).map(([key]): Problem => ({ path: at(key), code: 'limitTooHigh', params: { limit: key } })),
    ...(question.kind === 'info' && question.required ? [{ path: at('required'), code: 'limitNotForKind', params: { limit: 'required', kind: 'info' } } as const] : []),
  ]
}

const lintOptions = ({ kind, options = [] }: Question, path: string): Problem[] => {
  const offers = kind === 'choice' || kind === 'multiChoice'
  if (!offers) return options.length > 0 ? [{ path: `${path}.options`, code: 'limitNotForKind', params: { limit: 'options', kind } }] : []
  if (options.length === 0) return [{ path: `${path}.options`, code: 'noOptions' }]
  const codes = options.map(({ code }) => code)
  return options.flatMap(({ code, label }, at): Problem[] => [
    ...(code.trim() === '' || codes.indexOf(code) < at ? [{ path: `${path}.options.${at}.code`, code: 'duplicateOption', params: { option: code } } as const] : []),
    ...(label.zh.trim() === '' ? [{ path: `${path}.options.${at}.label`, code: 'noLabel' } as const] : []),
  ])
}

/** "idCardNumber" says what it asks for as plainly as a label does. */
const spoken = (key: string) => key.replace(/([a-z0-9])([A-Z])/g, '$1 $2')

const refusedIn = ({ key, label, unit, help, purpose, options = [] }: Question, path: string): Problem[] => {
  const asking = [[`${path}.key`, spoken(key)], [`${path}.label`, label.zh], [`${path}.label`, label.en ?? ''], [`${path}.unit`, unit?.zh ?? ''], [`${path}.unit`, unit?.en ?? '']] as const
  const offered = options.flatMap((option, at) => [[`${path}.options.${at}.label`, option.label.zh], [`${path}.options.${at}.label`, option.label.en ?? '']] as const)
  const around = [help, purpose].flatMap((words, at) => [words?.zh, words?.en].map((text) => [`${path}.${at === 0 ? 'help' : 'purpose'}`, text ?? ''] as const))
  const found = [
    ...[...asking, ...offered].map(([where, text]) => ({ where, refusal: findRefusal(text, { mayWarn: false }) })),
    ...around.map(([where, text]) => ({ where, refusal: findRefusal(text, { mayWarn: true }) })),
  ]
  return found.flatMap(({ where, refusal }): Problem[] => (refusal
    ? [{ path: where, code: 'refused', params: { kind: refusal.kind, word: refusal.word }, why: refusal.why, instead: refusal.instead }]
    : []))
}

const KEY = /^[a-z][a-zA-Z0-9]{0,39}$/

/** Problems of one question by itself. Information texts ask nothing, so what they name is not refused. */
export const lintQuestion = (question: Question, path: string): Problem[] => [
  ...(KEY.test(question.key) ? [] : [{ path: `${path}.key`, code: 'badKey', params: { key: question.key } } as const]),
  ...(question.label.zh.trim() === '' ? [{ path: `${path}.label`, code: 'noLabel' } as const] : []),
  ...lintOptions(question, path),
  ...lintLimits(question, path),
  ...(question.kind === 'info' ? [] : refusedIn(question, path)),
]

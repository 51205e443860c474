import { answerText } from '@/domain/forms/describe'
import { answerTo } from '@/domain/forms/names'
import type { Answers, Question } from '@/domain/forms/types'
import { localDate } from '@/domain/clocks'
import { fieldsOf } from '@/domain/registers/fields'
import { reviewState } from '@/domain/registers/review'
import type { RegisterDef, ReviewCycle } from '@/domain/registers/types'
import type { Lang } from '@/domain/words'
import { t } from '@/i18n'
import type { Desk } from '@/services/desk/desk'
import { unitRef } from '@/services/desk/names'
import type { OfficeModel } from '@/services/structure/load'
import { entryHref, holdsRegister, publicEntryPath, registerHref, type Register } from './register'
import { ms, type EntryRow } from './row'
import { formWordsOf } from './words'
import type { EntryLine, FieldColumn, RegisterHead } from './view'

/** One answer as it reads; nothing for none. */
export const cellText = (question: Question, answers: Answers, lang: Lang): string => {
  const value = answerTo(answers, question.key)
  return value === null ? '' : answerText({ question, value, lang, words: formWordsOf(lang) })
}

/** Everything an entry says, in Chinese, for the search. */
export const searchLines = (def: RegisterDef, answers: Answers): string[] => fieldsOf(def).map((question) => cellText(question, answers, 'zh')).filter(Boolean)

export const columnsOf = (def: RegisterDef, desk: Pick<Desk, 'say'>): FieldColumn[] =>
  fieldsOf(def).map(({ key, kind, label, options }) => ({ key, kind, label: desk.say(label), ...(options ? { options: options.map((option) => ({ code: option.code, label: desk.say(option.label) })) } : {}) }))

export const dayOf = (at: number | undefined, model: OfficeModel): string | undefined => (at === undefined ? undefined : localDate(at, model.calendar))

const cycleText = ({ every, unit, remindDays }: ReviewCycle, lang: Lang): string => t(lang, unit === 'days' ? 'registers.cycle.days' : 'registers.cycle.months', { every, remindDays })

/** What stands at the head of every page of a register. */
export const headOf = (desk: Desk, register: Register): RegisterHead => {
  const { def } = register
  return {
    code: register.code, name: desk.say(def.name), intro: desk.say(def.intro), subject: t(desk.lang, `registers.subject.${def.subject}`), version: register.number, open: def.open, grid: def.grid,
    ...(def.symbol ? { symbol: def.symbol } : {}),
    ...(def.review ? { review: cycleText(def.review, desk.lang) } : {}),
    canEdit: holdsRegister(desk, register, 'edit'), href: registerHref(register),
    ...(def.open ? { publicHref: `/places/${encodeURIComponent(register.code)}` } : {}),
  }
}

export const publicHrefOf = (register: Register, row: EntryRow): string | undefined => (register.def.open && row.active !== false ? publicEntryPath(register, row) : undefined)

/** One row of a list. */
export const entryLine = (desk: Desk, register: Register, row: EntryRow): EntryLine => {
  const { def } = register
  const unit = unitRef(desk, row.unit)
  const due = ms(row.reviewDue)
  return {
    id: row.id, code: row.code, title: row.title, href: entryHref(register, row), active: row.active !== false, editedAt: dayOf(ms(row.editedAt), desk.model) ?? '',
    cells: Object.fromEntries(fieldsOf(def).map((question) => [question.key, cellText(question, row.answers, desk.lang)])),
    review: row.active === false ? 'none' : reviewState({ due, cycle: def.review, now: desk.now }),
    ...(unit ? { unit: [...unit.above.slice(-1), unit.name].join(' › ') } : {}),
    ...(row.address ? { address: row.address } : {}),
    ...(due === undefined ? {} : { due: dayOf(due, desk.model) }),
  }
}

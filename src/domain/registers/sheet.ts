import { fill, type FormWords } from '../forms/words'
import { answerText } from '../forms/describe'
import { answerTo } from '../forms/names'
import { validateAnswers } from '../forms/validate'
import type { Answers, Question } from '../forms/types'
import { cleanLine, codePoints, normaliseText } from '../matter/text'
import { columnName } from '../tables'
import { say, type Lang } from '../words'
import { ENTRY_CODE, fieldsOf } from './fields'
import { asWritten } from './csv'
import { NO, YES } from './sheetWords'
import type { RegisterDef } from './types'

/** The columns of a file beside the register's own fields. */
export const FIXED_COLUMNS = ['code', 'unit', 'unitName', 'address', 'lng', 'lat'] as const
export type FixedColumn = (typeof FIXED_COLUMNS)[number]

/** The head words of the fixed columns in a language. */
export type SheetWords = Record<FixedColumn, string>

export type SheetEntry = { code: string; unit?: string; unitName?: string; address?: string; lng?: number; lat?: number; answers: Answers }

type Speech = { lang: Lang; words: FormWords; heads: SheetWords }

const placed = ({ grid }: Pick<RegisterDef, 'grid'>): readonly FixedColumn[] => (grid === 'none' ? ['code', 'address'] : FIXED_COLUMNS)

const labelOf = (question: Question, lang: Lang): string => say(question.label, lang)

/** The head row of a register's file. */
export const sheetHead = (def: RegisterDef, { lang, heads }: Pick<Speech, 'lang' | 'heads'>): string[] => {
  const [code = 'code', ...rest] = placed(def)
  return [heads[code], ...fieldsOf(def).map((question) => labelOf(question, lang)), ...rest.map((name) => heads[name])]
}

const cellOf = (question: Question, answers: Answers, { lang, words }: Speech): string => {
  const value = answerTo(answers, question.key)
  return value === null ? '' : answerText({ question, value, lang, words: { ...words, unanswered: '' } })
}

/** One entry as a row of its register's file. */
export const sheetRow = (def: RegisterDef, entry: SheetEntry, speech: Speech): string[] => {
  const fixed: Record<FixedColumn, string> = {
    code: entry.code, unit: entry.unit ?? '', unitName: entry.unitName ?? '', address: entry.address ?? '', lng: entry.lng === undefined ? '' : String(entry.lng), lat: entry.lat === undefined ? '' : String(entry.lat),
  }
  const [code = 'code', ...rest] = placed(def)
  return [fixed[code], ...fieldsOf(def).map((question) => cellOf(question, entry.answers, speech)), ...rest.map((name) => fixed[name])]
}

/** A fault of a file. `row` counts as the spreadsheet does, the head being 1; `column` is its letter; 0 and "" where it is about the whole file. */
export type SheetFault = { row: number; column: string; code: string; params?: Record<string, string | number> }

export type ReadRow = { row: number; code?: string; unit?: string; address: string; lng?: number; lat?: number; raw: Record<string, unknown> }

type Column = { at: number; fixed: FixedColumn } | { at: number; question: Question }

const same = (one: string, other: string | undefined): boolean => other !== undefined && normaliseText(one) === normaliseText(other)

const columnOf = (text: string, at: number, questions: readonly Question[], heads: readonly SheetWords[]): Column | undefined => {
  const fixed = FIXED_COLUMNS.find((name) => same(text, name) || heads.some((words) => same(text, words[name])))
  const question = questions.find(({ key, label }) => same(text, label.zh) || same(text, label.en) || same(text, key))
  // A field named as a fixed column stands for itself.
  if (question) return { at, question }
  return fixed && { at, fixed }
}

export type SheetColumns = { columns: Column[]; faults: SheetFault[] }

/** Finds the columns of a file by their head words, in any of the languages. Unknown heads and missing required fields are faults. */
export const readHead = (def: RegisterDef, head: readonly string[], heads: readonly SheetWords[]): SheetColumns => {
  const questions = fieldsOf(def)
  const columns: Column[] = []
  const faults: SheetFault[] = []
  head.forEach((cell, at) => {
    const text = cleanLine(cell)
    if (text === '') return
    const column = columnOf(text, at, questions, heads)
    const twice = column && columns.some((other) => ('question' in other && 'question' in column ? other.question.key === column.question.key : 'fixed' in other && 'fixed' in column && other.fixed === column.fixed))
    if (!column) faults.push({ row: 1, column: columnName(at), code: 'unknownHead', params: { head: text.slice(0, 60) } })
    else if (twice) faults.push({ row: 1, column: columnName(at), code: 'headTwice', params: { head: text.slice(0, 60) } })
    else columns.push(column)
  })
  const asked = new Set(columns.flatMap((column) => ('question' in column ? [column.question.key] : [])))
  const missing = questions.filter(({ key, required, showIf }) => required === true && !showIf && !asked.has(key))
  return { columns, faults: [...faults, ...missing.map((question): SheetFault => ({ row: 1, column: '', code: 'headMissing', params: { head: question.label.zh } }))] }
}

const codeOf = (question: Question, text: string): string => question.options?.find(({ code, label }) => same(text, code) || same(text, label.zh) || same(text, label.en))?.code ?? text


/** A day count of a spreadsheet (1 is 1900-01-01; 60 never was). */
const serialDate = (text: string): string | undefined => {
  const serial = /^\d{5}$/.test(text) ? Number(text) : Number.NaN
  return Number.isNaN(serial) ? undefined : new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10)
}

const answerOf = (question: Question, text: string): unknown => {
  if (question.kind === 'choice') return codeOf(question, text)
  if (question.kind === 'multiChoice') return text.split(/[、,，;；|\n]+/).map((part) => part.trim()).filter(Boolean).map((part) => codeOf(question, part))
  if (question.kind === 'yesNo') return YES.includes(normaliseText(text)) ? true : NO.includes(normaliseText(text)) ? false : text
  return question.kind === 'date' ? (serialDate(text) ?? text) : text
}

const MOST = { lng: 180, lat: 90 } as const

const degrees = (text: string, axis: 'lng' | 'lat'): number | undefined => {
  const value = /^-?\d{1,3}(?:\.\d{1,12})?$/.test(text) ? Number(text) : Number.NaN
  return Math.abs(value) <= MOST[axis] ? value : undefined
}

type Found = { row: ReadRow; faults: SheetFault[] }

const takeFixed = (found: Found, name: FixedColumn, text: string, column: string): void => {
  const { row, faults } = found
  if (text === '') return
  const wrong = (code: string): void => { faults.push({ row: row.row, column, code, params: { value: text.slice(0, 60) } }) }
  if (name === 'code') {
    if (ENTRY_CODE.test(text)) row.code = text
    else wrong('badCode')
  } else if (name === 'unit') row.unit = text
  else if (name === 'address') {
    if (codePoints(text) > 200) wrong('addressLong')
    else row.address = text
  } else if (name !== 'unitName') {
    const value = degrees(text, name)
    if (value === undefined) wrong('badDegrees')
    else row[name] = value
  }
}

/** Reads one row of a file: answers are checked by the form engine, every fault with its cell. Undefined for an empty row. */
export const readRow = (def: RegisterDef, columns: readonly Column[], cells: readonly string[], number: number): (Found & { answers: Answers }) | undefined => {
  if (cells.every((cell) => cell.trim() === '')) return undefined
  const found: Found = { row: { row: number, address: '', raw: {} }, faults: [] }
  for (const column of columns) {
    const text = asWritten(cells[column.at] ?? '').trim()
    if ('fixed' in column) takeFixed(found, column.fixed, cleanLine(text), columnName(column.at))
    else if (text !== '') found.row.raw[column.question.key] = answerOf(column.question, text)
  }
  const { answers, errors, ended } = validateAnswers(def, found.row.raw)
  const at = (key: string): string => {
    const column = columns.find((each) => 'question' in each && each.question.key === key)
    return column ? columnName(column.at) : ''
  }
  found.faults.push(...errors.map(({ key, code, params }): SheetFault => ({ row: number, column: at(key), code, ...(params ? { params } : {}) })))
  if (ended) found.faults.push({ row: number, column: at(ended.question), code: 'ended' })
  return { ...found, answers }
}

/** Fills a fault's words. */
export const faultText = (template: string, { params = {} }: SheetFault): string => fill(template, params)

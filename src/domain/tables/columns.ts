import type { Cell, TableFault } from './types'

/** The words of a choice, each with the value it stands for; undefined for words that mean two things. */
export type Choices = ReadonlyMap<string, string | undefined>

type Base<K extends string> = { key: K; /** The first is the template's; all are understood, whatever their case and spaces. */ heads: readonly [string, ...string[]]; required?: boolean }

export type Column<K extends string = string> = Base<K> &
  ({ kind: 'text' | 'code'; max: number } | { kind: 'integer'; min: number; max: number } | { kind: 'choice' | 'choices'; choices: Choices })

/** Words as they are compared: no spaces, no case, no stars that mark what is required, no remark in brackets. */
export const plainWord = (word: string): string => word.normalize('NFKC').toLowerCase().replace(/\(.*?\)|（.*?）/g, '').replace(/[\s*_:：·.-]+/g, '')

/** Choices out of values and the words for each. */
export const choicesOf = (options: readonly { value: string; words: readonly (string | undefined)[] }[]): Choices => {
  const choices = new Map<string, string | undefined>()
  for (const { value, words } of options) {
    for (const word of new Set(words.flatMap((each) => (each ? [plainWord(each)] : [])))) choices.set(word, choices.has(word) && choices.get(word) !== value ? undefined : value)
  }
  return choices
}

const textOf = (cell: Cell | undefined): string => (cell === null || cell === undefined ? '' : String(cell).trim())

export type Heads<K extends string> = { at: Map<K, number>; faults: TableFault[] }

/** Which column of a file is which, by its head word. */
export const findHeads = <K extends string>(head: readonly Cell[], columns: readonly Column<K>[], row: number): Heads<K> => {
  const at = new Map<K, number>()
  const faults: TableFault[] = []
  head.forEach((cell, index) => {
    const word = plainWord(textOf(cell))
    const column = word ? columns.find(({ heads }) => heads.some((known) => plainWord(known) === word)) : undefined
    if (!column) return
    if (at.has(column.key)) faults.push({ row, column: index, code: 'headTwice', params: { head: textOf(cell) } })
    else at.set(column.key, index)
  })
  for (const { key, heads, required } of columns) if (required && !at.has(key)) faults.push({ row, code: 'headMissing', params: { head: heads[0] } })
  return { at, faults }
}

type Read = { value?: string | number | string[]; fault?: Pick<TableFault, 'code' | 'params'> }

const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]*$/

const integer = (text: string, { min, max }: { min: number; max: number }): Read => {
  const number = Number(text)
  if (!Number.isInteger(number)) return { fault: { code: 'notNumber', params: { value: text } } }
  return number < min || number > max ? { fault: { code: 'outOfRange', params: { value: text, min, max } } } : { value: number }
}

const chosen = (word: string, choices: Choices): Read => {
  const key = plainWord(word)
  if (!choices.has(key)) return { fault: { code: 'notOffered', params: { value: word } } }
  const value = choices.get(key)
  return value === undefined ? { fault: { code: 'ambiguous', params: { value: word } } } : { value }
}

const allChosen = (text: string, choices: Choices): Read => {
  const read = text.split(/[、,，;；]+/).map((word) => word.trim()).filter(Boolean).map((word) => chosen(word, choices))
  const fault = read.find((one) => one.fault)
  return fault ?? { value: [...new Set(read.map(({ value }) => String(value)))] }
}

const bounded = (text: string, max: number): Read => (text.length > max ? { fault: { code: 'tooLong', params: { max, length: text.length } } } : { value: text })

const codeRead = (text: string, max: number): Read => (CODE.test(text) ? bounded(text, max) : { fault: { code: 'badCode', params: { value: text } } })

/** One cell under its column: the value, or what is wrong with it. Neither for an empty one. */
export const readCell = (cell: Cell | undefined, column: Column): Read => {
  const text = textOf(cell)
  if (text === '') return {}
  if (column.kind === 'integer') return integer(text, column)
  if ('choices' in column) return column.kind === 'choice' ? chosen(text, column.choices) : allChosen(text, column.choices)
  return column.kind === 'code' ? codeRead(text, column.max) : bounded(text, column.max)
}

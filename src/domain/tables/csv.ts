import type { Cell } from './types'

const SEPARATORS = [',', '\t', ';'] as const

/** Whichever of them the first line has most of, outside of quotes. */
const separatorOf = (text: string): string => {
  const line = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '')
  const count = (mark: string): number => line.split(mark).length
  return SEPARATORS.reduce<string>((best, mark) => (count(mark) > count(best) ? mark : best), ',')
}

/** Everything up to the closing quote, where two quotes mean one; and where the text goes on. */
const quoted = (text: string, from: number): { value: string; next: number } => {
  let at = from
  let value = ''
  for (;;) {
    const end = text.indexOf('"', at)
    if (end < 0) return { value: value + text.slice(at), next: text.length }
    value += text.slice(at, end)
    if (text[end + 1] !== '"') return { value, next: end + 1 }
    value += '"'
    at = end + 2
  }
}

const plainEnd = (text: string, from: number, mark: string): number => {
  let at = from
  while (at < text.length && text[at] !== mark && text[at] !== '\n' && text[at] !== '\r') at += 1
  return at
}

/** A file of separated values (RFC 4180; comma, tabulator or semicolon) as a table. An open quote runs to the end: nothing is lost silently. */
export const parseCsv = (given: string): Cell[][] => {
  const text = given.replace(/^\uFEFF/, '')
  const mark = separatorOf(text)
  const rows: Cell[][] = []
  let row: Cell[] = []
  let at = 0
  while (at < text.length) {
    const isQuoted = text[at] === '"'
    const inner = isQuoted ? quoted(text, at + 1) : { value: '', next: at }
    const end = plainEnd(text, inner.next, mark)
    row.push(inner.value + text.slice(inner.next, end))
    at = end
    if (text[at] === mark) {
      at += 1
      if (at === text.length) row.push('')
      continue
    }
    rows.push(row)
    row = []
    at += text.startsWith('\r\n', at) ? 2 : 1
  }
  if (row.length > 0) rows.push(row)
  return rows
}

const startsWith = (bytes: Uint8Array, marks: readonly number[]): boolean => marks.every((mark, i) => bytes[i] === mark)

/** The text of a file of separated values: by its mark, else UTF-8, else as Chinese Windows writes it (GB 18030, which holds GBK). */
export const decodeText = (bytes: Uint8Array): string => {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes)
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes)
  const utf8 = new TextDecoder('utf-8').decode(bytes)
  return utf8.includes('\uFFFD') ? new TextDecoder('gb18030').decode(bytes) : utf8
}

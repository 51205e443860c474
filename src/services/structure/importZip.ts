import { inflateRaw } from 'node:zlib'
import { promisify } from 'node:util'
import { columnNumber } from '@/domain/tables'

const inflate = promisify(inflateRaw)

const END = 0x06054b50
const ENTRY = 0x02014b50
const MAX_ENTRIES = 300
/** Bytes of all files of a workbook, unpacked. */
const MAX_UNPACKED = 48 * 1024 * 1024
/** Cells of the rectangle that a sheet spans, empty ones too: a reader makes them all. */
const MAX_CELLS = 1_500_000

export type ZipFault = 'notSpreadsheet' | 'zipUnsafe' | 'sheetTooLarge'

type Entry = { name: string; method: number; packed: number; unpacked: number; start: number }

const endOf = (bytes: Buffer): number => {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 66_000); at -= 1) if (bytes.readUInt32LE(at) === END) return at
  return -1
}

const entryAt = (bytes: Buffer, at: number): { entry: Entry; next: number } | undefined => {
  if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) return undefined
  const [name, extra, comment, local] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32), bytes.readUInt32LE(at + 42)]
  if (local + 30 > bytes.length) return undefined
  return {
    entry: {
      name: bytes.toString('utf8', at + 46, at + 46 + name), method: bytes.readUInt16LE(at + 10), packed: bytes.readUInt32LE(at + 20), unpacked: bytes.readUInt32LE(at + 24),
      start: local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28),
    },
    next: at + 46 + name + extra + comment,
  }
}

const entriesOf = (bytes: Buffer): Entry[] | undefined => {
  const end = endOf(bytes)
  if (end < 0) return undefined
  const count = bytes.readUInt16LE(end + 10)
  const entries: Entry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let i = 0; i < count && i < MAX_ENTRIES + 1; i += 1) {
    const read = entryAt(bytes, at)
    if (!read) return undefined
    entries.push(read.entry)
    at = read.next
  }
  return entries
}

/** What the file says of its own sizes may be a lie: it is unpacked once under a limit before anything reads it. Undefined when it cannot be. */
const inflated = async (data: Buffer, left: number): Promise<Buffer | undefined> => {
  try {
    return await inflate(data, { maxOutputLength: Math.max(1, left) })
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined
    throw error
  }
}

const unpack = async (bytes: Buffer, { method, packed, start }: Entry, left: number): Promise<Buffer | undefined> => {
  const data = bytes.subarray(start, start + packed)
  if (method === 0) return data.length <= left ? data : undefined
  return method === 8 ? inflated(data, left) : undefined
}

const spanOf = (sheet: string): number => {
  let [rows, columns] = [0, 0]
  for (const [, letters = '', digits = ''] of sheet.matchAll(/<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,7})(\d{1,9})"/g)) {
    rows = Math.max(rows, Number(digits))
    columns = Math.max(columns, columnNumber(letters) + 1)
  }
  return rows * columns
}

/**
 * Whether a workbook may be read at all: a zip whose files unpack to a bearable size, with sheets of a bearable span. Undefined when it may.
 * No workbook of the older kind (.xls) is one.
 */
export const zipFault = async (bytes: Buffer): Promise<ZipFault | undefined> => {
  const entries = entriesOf(bytes)
  if (!entries || !entries.some(({ name }) => name === 'xl/workbook.xml')) return 'notSpreadsheet'
  if (entries.length > MAX_ENTRIES) return 'zipUnsafe'
  let left = MAX_UNPACKED
  for (const entry of entries) {
    const data = entry.unpacked > left ? undefined : await unpack(bytes, entry, left)
    if (!data || data.length > left) return 'zipUnsafe'
    left -= data.length
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(entry.name) && spanOf(data.toString('latin1')) > MAX_CELLS) return 'sheetTooLarge'
  }
  return undefined
}

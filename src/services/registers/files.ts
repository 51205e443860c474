import writeXlsxFile from 'write-excel-file/node'
import { localDate } from '@/domain/clocks'
import { toCsv } from '@/domain/registers/csv'
import { sheetHead, sheetRow, type SheetEntry } from '@/domain/registers/sheet'
import type { Desk } from '@/services/desk/desk'
import { withTransaction } from '@/db/transaction'
import { appendAudit } from '@/services/audit/append'
import { SLUG } from '@/slugs'
import { allEntries } from './list'
import type { Register } from './register'
import type { EntryRow } from './row'
import type { EntryQuery } from './view'
import { formWordsOf, headWordsOf } from './words'

export const FORMATS = ['csv', 'xlsx'] as const
export type Format = (typeof FORMATS)[number]

export type RegisterFile = { name: string; type: string; bytes: Buffer }

const sheetEntry = (desk: Desk, row: EntryRow): SheetEntry => {
  const unit = row.unit ? desk.model.units.byId.get(row.unit) : undefined
  return {
    code: row.code, answers: row.answers, address: row.address ?? '', ...(unit ? { unit: unit.code, unitName: desk.say(unit.name) } : {}),
    ...(typeof row.lng === 'number' ? { lng: row.lng } : {}), ...(typeof row.lat === 'number' ? { lat: row.lat } : {}),
  }
}

const speechOf = ({ lang }: Desk) => ({ lang, words: formWordsOf(lang), heads: headWordsOf(lang) })

const TYPES: Record<Format, string> = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }

/** What no XML may hold: a workbook with one of them is opened by nobody. */
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

const forXml = (text: string): string => text.toWellFormed().replace(NOT_XML, '')

/** A name a sheet may have: short, without its own signs, and not empty. */
const sheetName = (name: string): string => forXml(name).replace(/[\\/?*[\]:]/g, ' ').replace(/^'+|'+$/g, '').slice(0, 30).trim() || '1'

// A cell of type text is never run, whatever it begins with.
const workbook = (rows: readonly (readonly string[])[], name: string): Promise<Buffer> =>
  writeXlsxFile(
    rows.map((row, at) => row.map((value) => (value === '' ? null : { value: forXml(value), type: String, ...(at === 0 ? { fontWeight: 'bold' as const } : {}) }))),
    { sheet: sheetName(name), stickyRowsCount: 1, columns: (rows[0] ?? []).map(() => ({ width: 18 })) },
  ).toBuffer()

const bytesOf = (format: Format, rows: readonly (readonly string[])[], name: string): Promise<Buffer> =>
  format === 'csv' ? Promise.resolve(Buffer.from(toCsv(rows), 'utf8')) : workbook(rows, name)

/** The entries that answer to a query, of those a person sees, as a file that can be read in again. Kept in the audit log. Errors: `tooLarge`. */
export const exportEntries = async (desk: Desk, register: Register, { query, format }: { query: EntryQuery; format: Format }): Promise<RegisterFile> => {
  const found = await allEntries(desk, register, query)
  const speech = speechOf(desk)
  const rows = [sheetHead(register.def, speech), ...found.map((row) => sheetRow(register.def, sheetEntry(desk, row), speech))]
  const name = desk.say(register.def.name)
  await withTransaction(desk.payload, (req) => appendAudit(req, {
    office: desk.viewer.office, action: 'register.export', actor: { kind: 'staff', id: desk.me.id, name: desk.me.name }, targetKind: SLUG.registers, target: register.id,
    detail: { count: found.length, format }, ...(desk.acting.address ? { address: desk.acting.address } : {}),
  }))
  return { name: `${name}-${localDate(desk.now, desk.model.calendar)}.${format}`, type: TYPES[format], bytes: await bytesOf(format, rows, name) }
}

/** An empty file with the heads of a register, to be filled in. */
export const templateFile = async (desk: Desk, register: Register, format: Format): Promise<RegisterFile> => {
  const name = desk.say(register.def.name)
  return { name: `${name}.${format}`, type: TYPES[format], bytes: await bytesOf(format, [sheetHead(register.def, speechOf(desk))], name) }
}

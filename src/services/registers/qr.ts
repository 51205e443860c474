import QRCode from 'qrcode'
import { unitRef } from '@/services/desk/names'
import type { Desk } from '@/services/desk/desk'
import { allEntries } from './list'
import { headOf } from './present'
import { needEntry, publicEntryPath, type Register } from './register'
import type { EntryRow } from './row'
import type { EntryQuery, QrVM } from './view'

/** One sheet of paper holds a dozen; more than this is printed in parts, by unit. */
const MOST = 240

const cardOf = (desk: Desk, register: Register, row: EntryRow, origin: string): QrVM['cards'][number] => {
  const address = `${origin}${publicEntryPath(register, row)}`
  const { modules } = QRCode.create(address, { errorCorrectionLevel: 'M' })
  const unit = unitRef(desk, row.unit)
  return { code: row.code, title: row.title, place: [unit?.name, row.address].filter(Boolean).join(' · '), size: modules.size, dark: [...modules.data].map(Number), address }
}

/** Codes to be printed and hung up: each leads residents to the entry's page. `entry`: only this one. Errors: `notFound`, `tooLarge`. */
export const qrVM = async (desk: Desk, register: Register, { query, entry, origin }: { query: EntryQuery; entry?: string; origin: string }): Promise<QrVM> => {
  const found = entry ? [await needEntry(desk, register, entry)] : await allEntries(desk, register, query)
  const rows = register.def.open ? found.filter(({ active }) => active !== false) : []
  return {
    head: headOf(desk, register), office: desk.say(desk.model.office.shortName ?? desk.model.office.name), closed: !register.def.open,
    cards: rows.slice(0, MOST).map((row) => cardOf(desk, register, row, origin)), more: rows.length > MOST,
  }
}

import type { Payload, PayloadRequest } from 'payload'
import { findRow, findRows } from '@/db/rows'
import { DomainError } from '@/domain/errors'
import { normaliseText } from '@/domain/matter/text'
import { eachInTurn } from '@/lib/eachInTurn'
import { idOf } from '@/lib/idOf'
import type { Desk } from '@/services/desk/desk'
import { matterHref, unitRef } from '@/services/desk/names'
import { factsOf, type MatterRow } from '@/services/matters/row'
import type { OfficeModel } from '@/services/structure/load'
import type { TypeRow } from '@/services/structure/rows'
import { workflowVersion } from '@/services/structure/versions'
import { SLUG } from '@/slugs'
import { entriesWhere, entryHref, mayOnEntry, registerById, registersOf, type Register } from './register'
import { pathOf, type EntryRow } from './row'
import type { MatterLine } from './view'

type Holder = { payload: Payload; req?: PayloadRequest; model: OfficeModel }

/** An entry with its register, whoever asks; undefined where either is not there or not in force. */
export const entryById = async (holder: Holder, id: string | null | undefined): Promise<{ entry: EntryRow; register: Register } | undefined> => {
  if (!id) return undefined
  const source = holder.req ?? { payload: holder.payload }
  const entry = (await findRow(source, SLUG.entries, { where: { and: [{ id: { equals: id } }, { office: { equals: holder.model.office.id } }] } })) as unknown as EntryRow | undefined
  const register = await registerById(holder, idOf(entry?.register))
  return entry && register ? { entry, register } : undefined
}

/** Whether matters of a type may point at entries of a register. */
export const mayPoint = ({ def }: Register, { code }: Pick<TypeRow, 'code'>): boolean => def.matterTypes.includes(code)

const notOffered = (): DomainError => new DomainError('invalid', {}, [{ field: 'entry', code: 'notOffered' }])

/**
 * The entry a new matter points at. Errors: `invalid` in field `entry` where it is closed or not there, its register does not name the matter's type, or
 * residents would point at what they cannot see.
 */
export const entryForMatter = async (holder: Holder, { entry: id, type, who }: { entry: string | undefined; type: TypeRow; who: 'resident' | 'staff' | 'part' }): Promise<string | undefined> => {
  if (!id) return undefined
  const found = await entryById(holder, id)
  if (!found || found.entry.active === false || !mayPoint(found.register, type)) throw notOffered()
  if (who === 'resident' && !found.register.def.open) throw notOffered()
  return found.entry.id
}

/** The entry that somebody at the desk chose, if they may see it. Errors: `invalid` in field `entry`. */
export const assertSeesEntry = async (desk: Desk, id: string | undefined): Promise<void> => {
  if (!id) return
  const found = await entryById(desk, id)
  if (!found || !mayOnEntry(desk, found.register, 'view', pathOf(found.entry))) throw notOffered()
}

export type PickedEntry = { id: string; name: string; hint: string; unit?: { id: string; name: string; above: string[] }; address?: string }

const pickedOf = (desk: Desk, register: Register, row: EntryRow): PickedEntry => {
  const unit = unitRef(desk, row.unit)
  return {
    id: row.id, name: row.title, hint: [desk.say(register.def.name), row.code, unit?.name, row.address].filter(Boolean).join(' · '),
    ...(unit ? { unit } : {}), ...(row.address ? { address: row.address } : {}),
  }
}

const SHOWN = 12

/** Entries that a matter of a type may point at, found by a few words, of those a person sees. */
export const pickEntries = async (desk: Desk, { q, type }: { q: string; type: string }): Promise<{ options: PickedEntry[]; offered: boolean }> => {
  const row = desk.model.types.byId.get(type)
  const registers = row ? (await registersOf(desk)).filter((register) => mayPoint(register, row)) : []
  const terms = normaliseText(q).split(' ').filter(Boolean).slice(0, 6).map((term) => ({ searchText: { contains: term.slice(0, 60) } }))
  if (terms.length === 0) return { options: [], offered: registers.length > 0 }
  const found = await eachInTurn(registers, async (register) => {
    const where = { and: [entriesWhere(desk, register), { active: { not_equals: false } }, ...terms] }
    const rows = (await findRows({ payload: desk.payload }, SLUG.entries, { where, sort: ['title', 'id'], limit: SHOWN })) as unknown as EntryRow[]
    return rows.map((each) => pickedOf(desk, register, each))
  })
  return { options: found.flat().slice(0, SHOWN), offered: registers.length > 0 }
}

/** An entry as the sheet for a new matter starts with; undefined where the person may not see it. */
export const presetEntry = async (desk: Desk, id: string | undefined): Promise<(PickedEntry & { types: string[] }) | undefined> => {
  const found = await entryById(desk, id)
  if (!found || found.entry.active === false || !mayOnEntry(desk, found.register, 'view', pathOf(found.entry))) return undefined
  const types = desk.model.types.all.filter((type) => mayPoint(found.register, type)).map((type) => type.id)
  return { ...pickedOf(desk, found.register, found.entry), types }
}

/** The entry a matter points at, as its page shows it: with a link for those who may see the entry, not at all for others. */
export const entryOfMatter = async (desk: Desk, matter: Pick<MatterRow, 'entry'>): Promise<{ name: string; register: string; href: string } | undefined> => {
  const found = await entryById(desk, matter.entry)
  if (!found || !mayOnEntry(desk, found.register, 'view', pathOf(found.entry))) return undefined
  return { name: found.entry.title, register: desk.say(found.register.def.name), href: entryHref(found.register, found.entry) }
}

const MOST_MATTERS = 50

/** The matters that point at an entry, newest first, of those a person may see. */
export const mattersOf = async (desk: Desk, entry: EntryRow): Promise<MatterLine[]> => {
  const rows = (await findRows({ payload: desk.payload }, SLUG.matters, { where: { and: [{ entry: { equals: entry.id } }, { office: { equals: desk.viewer.office } }] }, sort: ['-receivedAt', '-id'], limit: MOST_MATTERS })) as unknown as MatterRow[]
  const seen = rows.filter((row) => desk.may('matter.view', factsOf(row)))
  return eachInTurn(seen, async (row): Promise<MatterLine> => {
    const { steps } = await workflowVersion(desk.payload, row.workflowVersion)
    return { id: row.id, number: row.number, title: row.title, href: matterHref(row.id), step: desk.say(steps.find(({ code }) => code === row.step)?.name), at: Date.parse(row.receivedAt), open: row.open }
  })
}

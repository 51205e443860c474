import { normaliseText } from '@/domain/matter/text'
import type { Desk } from '@/services/desk/desk'
import { unitRef } from '@/services/desk/names'
import type { OfficeModel } from '@/services/structure/load'
import type { UnitRow } from '@/services/structure/rows'

/** The code at the end of an offered line: "name · above › code". */
const OFFERED = / · (?:.* › )?(\S+)$/u

/** The unit that was chosen or typed: by id, code, an offered line, or a name that only one open unit has. */
export const unitNamed = ({ units }: OfficeModel, given: string): UnitRow | undefined => {
  const text = given.trim()
  const one = units.byId.get(text) ?? units.byCode.get(text) ?? units.byCode.get(OFFERED.exec(text)?.[1] ?? '')
  if (one) return one
  const named = units.all.filter(({ active, name }) => active !== false && [name.zh, name.en].some((each) => each && normaliseText(each) === normaliseText(text)))
  return named.length === 1 ? named[0] : undefined
}

const SHOWN = 20

export type UnitHit = { id: string; name: string; hint: string }

/** Open units whose name or code holds what was typed; those that begin with it come first. */
export const findUnits = (desk: Desk, q: string): UnitHit[] => {
  const text = normaliseText(q)
  if (!text) return []
  const rows = desk.model.units.all.filter((row) => row.active !== false && [row.name.zh, row.name.en, row.code].some((each) => normaliseText(each ?? '').includes(text)))
  const begins = (row: (typeof rows)[number]): number => Number(![row.name.zh, row.name.en, row.code].some((each) => normaliseText(each ?? '').startsWith(text)))
  return rows.sort((one, other) => begins(one) - begins(other) || one.path.length - other.path.length || (one.code < other.code ? -1 : 1)).slice(0, SHOWN)
    .map((row) => ({ id: row.id, name: desk.say(row.name), hint: [...(unitRef(desk, row.id)?.above ?? []), row.code].join(' › ') }))
}

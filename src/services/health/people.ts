import type { OfficeModel } from '@/services/structure/load'
import type { MembershipRow } from '@/services/structure/rows'

const at = (value: string | null | undefined): number | undefined => (value ? Date.parse(value) : undefined)

/** Whether somebody works here. */
export const serves = (model: OfficeModel, person: string): boolean => model.people.has(person) && model.people.get(person)?.active !== false

/** Memberships that hold at `now` (epoch ms), of people who work here. */
export const holdsNow = (model: OfficeModel, now: number): MembershipRow[] =>
  model.memberships.filter((row) => serves(model, row.person) && (at(row.from) ?? now) <= now && now < (at(row.until) ?? Infinity))

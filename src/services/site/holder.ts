import { say, type Lang } from '@/domain/words'
import { t } from '@/i18n'
import type { MatterRow } from '@/services/matters/row'
import type { OfficeModel } from '@/services/structure/load'
import type { UnitRow } from '@/services/structure/rows'
import { phoneOf, type Phone } from './phones'

export type Holder = { name: string; phone?: Phone }

const withPhone = (name: string, phone: Phone | undefined): Holder => ({ name, ...(phone ? { phone } : {}) })

export const unitHolder = (unit: UnitRow, lang: Lang): Holder =>
  withPhone(say(unit.name, lang), phoneOf(unit.publicPhone, unit.publicHours ? say(unit.publicHours, lang) : undefined))

/** Who has a matter now, as far as residents are told: a team, a unit, or the office's own intake. Never a person. */
export const holderOf = (model: OfficeModel, matter: Pick<MatterRow, 'ownerTeam' | 'ownerUnit'>, lang: Lang): Holder => {
  const { office } = model
  const team = matter.ownerTeam ? model.teams.byId.get(matter.ownerTeam) : undefined
  const unit = matter.ownerUnit ? model.units.byId.get(matter.ownerUnit) : undefined
  if (team) return withPhone(say(team.name, lang), phoneOf(team.phone) ?? (unit ? unitHolder(unit, lang).phone : undefined))
  if (unit) return unitHolder(unit, lang)
  return withPhone(t(lang, 'resident.holder.intake', { office: say(office.name, lang) }), phoneOf(office.phone ?? office.dutyPhone))
}

import type { Payload } from 'payload'
import { say, type Lang } from '@/domain/words'
import { t } from '@/i18n'
import type { OfficeModel } from '@/services/structure/load'
import { phoneOf, type Phone } from '../phones'
import { ruleList } from './rules'

/** The office's own telephones, by the name people know them by. */
export const officePhones = ({ office }: OfficeModel, lang: Lang): { name: string; phone: Phone }[] => {
  const hours = say(office.hours ?? undefined, lang)
  const phones = [
    { name: t(lang, 'resident.about.dutyPhone'), phone: phoneOf(office.dutyPhone, t(lang, 'resident.about.allDay')) },
    { name: t(lang, 'resident.about.officePhone'), phone: phoneOf(office.phone, hours || undefined) },
  ]
  return phones.flatMap(({ name, phone }) => (phone ? [{ name, phone }] : []))
}

/** The office's numbers, levels, teams and rules, from its structure. */
export const aboutFacts = async (payload: Payload, model: OfficeModel, lang: Lang) => {
  const groups = await ruleList(payload, model, lang)
  return {
    phones: officePhones(model, lang),
    levels: model.levels.all.map((level) => ({ name: say(level.name, lang), units: model.units.all.filter((unit) => unit.level === level.id && unit.active !== false).length })).filter(({ units }) => units > 0),
    teams: model.teams.all.filter(({ active, kind }) => active !== false && kind !== 'leading').map((team) => ({ name: say(team.name, lang), duty: say(team.duty ?? undefined, lang) })),
    rules: groups.flatMap(({ items }) => items).map(({ path, title }) => ({ path, text: title })),
  }
}

import type { Payload } from 'payload'
import { say, type Lang } from '@/domain/words'
import { t } from '@/i18n'
import type { OfficeModel } from '@/services/structure/load'
import { phoneOf } from '../phones'
import { ruleList } from './rules'

/** The office's numbers, levels, teams and rules, from its structure. */
export const aboutFacts = async (payload: Payload, model: OfficeModel, lang: Lang) => {
  const { office } = model
  const hours = say(office.hours ?? undefined, lang)
  const phones = [
    { name: t(lang, 'resident.about.dutyPhone'), phone: phoneOf(office.dutyPhone, t(lang, 'resident.about.allDay')) },
    { name: t(lang, 'resident.about.officePhone'), phone: phoneOf(office.phone, hours || undefined) },
  ]
  const groups = await ruleList(payload, model, lang)
  return {
    phones: phones.flatMap(({ name, phone }) => (phone ? [{ name, phone }] : [])),
    levels: model.levels.all.map((level) => ({ name: say(level.name, lang), units: model.units.all.filter((unit) => unit.level === level.id && unit.active !== false).length })).filter(({ units }) => units > 0),
    teams: model.teams.all.filter(({ active }) => active !== false).map((team) => ({ name: say(team.name, lang), duty: say(team.duty ?? undefined, lang) })),
    rules: groups.flatMap(({ items }) => items).map(({ path, title }) => ({ path, text: title })),
  }
}

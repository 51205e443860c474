import { isWorkingTime } from '@/domain/clocks'
import { toLocal } from '@/domain/clocks/zone'
import type { FormDef, Question } from '@/domain/forms/types'
import type { Directory, RoutingFacts } from '@/domain/routing/types'
import { now } from '@/lib/clock'
import type { OfficeModel } from '@/services/structure/load'
import { NO_OBJECTORS, type Objectors } from './objectors'
import type { MatterRow } from './row'

const codesOfPath = <T extends { code: string }>(path: string, rows: Map<string, T>): string[] =>
  path.split('/').filter(Boolean).flatMap((id) => rows.get(id)?.code ?? [])

const MINUTE = 60_000

const minuteOfDay = (at: number, timeZone: string): number => Math.floor(toLocal(timeZone, at) / MINUTE) % 1440

/** What of a matter the rules look at. */
export type RoutedMatter = Pick<MatterRow, 'receivedAt' | 'categoryPath' | 'path' | 'type' | 'source' | 'severity' | 'title' | 'text' | 'address' | 'answers'>

/** What rules know of a matter. Times are those of its receipt: a night report is one in the morning, too. */
export const routingFacts = (model: OfficeModel, matter: RoutedMatter): RoutingFacts => {
  const at = Date.parse(matter.receivedAt)
  return {
    categoryCodes: codesOfPath(matter.categoryPath, model.categories.byId),
    unitCodes: codesOfPath(matter.path, model.units.byId),
    matterType: model.types.byId.get(matter.type)?.code ?? '',
    source: model.sources.byId.get(matter.source ?? '')?.code ?? '',
    severity: matter.severity ?? 2,
    text: [matter.title, matter.text ?? '', matter.address ?? ''].join('\n'),
    answers: matter.answers ?? {},
    minuteOfDay: minuteOfDay(at, model.calendar.timeZone),
    workingTime: isWorkingTime(at, model.calendar),
  }
}

const current = (row: { from?: string | null; until?: string | null }, at: number): boolean =>
  (!row.from || Date.parse(row.from) <= at) && (!row.until || Date.parse(row.until) > at)

/** The questions of any form that have this key. */
const asked = (model: OfficeModel, key: string): Question[] =>
  model.forms.all.flatMap(({ definition }) => ((definition ?? {}) as Partial<FormDef>).pages ?? []).flatMap(({ questions }) => questions).filter((question) => question.key === key)

/** What rules may point at, as it stands now. Only people who are active count as members; those who objected are known as such. */
export const directoryOf = (model: OfficeModel, objectors: Objectors = NO_OBJECTORS): Directory => {
  const at = now()
  const here = model.memberships.filter((row) => current(row, at) && model.people.get(row.person)?.active !== false && model.people.has(row.person))
  return {
    team: (code) => {
      const team = model.teams.byCode.get(code)
      return team && { id: team.id, name: team.name, members: new Set(here.filter((row) => row.team === team.id).map((row) => row.person)).size, active: team.active !== false, objected: objectors.teams.has(team.id) }
    },
    unit: (code) => {
      const unit = model.units.byCode.get(code)
      return unit && { id: unit.id, name: unit.name, active: unit.active !== false, objected: objectors.units.has(unit.id) || objectors.persons.has(unit.lead ?? ''), ...(unit.lead ? { lead: unit.lead } : {}) }
    },
    officer: (unitCodes, post) => {
      const postId = model.posts.byCode.get(post)?.id
      const holders = here.filter((row) => row.post === postId && !objectors.persons.has(row.person))
      for (const code of [...unitCodes].reverse()) {
        const unit = model.units.byCode.get(code)
        const holder = unit && holders.find((row) => (row.units ?? []).includes(unit.id))
        if (unit && holder) return { id: holder.person, name: model.people.get(holder.person)?.name ?? '', unit: unit.id }
      }
      return undefined
    },
    person: (id) => {
      const person = model.people.get(id)
      return person && { active: person.active !== false }
    },
    nameOf: (kind, code) => {
      if (kind === 'category') return model.categories.byCode.get(code)?.name
      if (kind === 'matterType') return model.types.byCode.get(code)?.name
      if (kind === 'source') return model.sources.byCode.get(code)?.name
      return kind === 'post' ? model.posts.byCode.get(code)?.name : asked(model, code)[0]?.label
    },
    answerOf: (question, value) => asked(model, question).flatMap(({ options = [] }) => options).find(({ code }) => code === value)?.label,
  }
}

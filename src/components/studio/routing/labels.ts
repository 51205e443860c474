import type { Reader } from '../../../domain/routing/describe'
import { say, type Lang } from '../../../domain/words'
import type { Named, NodeChoice, RoutingChoices } from '../../../services/studio/routing/choices'

/** Names with what they lie under, each only once: what is typed to find a thing among thousands. */
export const labelled = (nodes: readonly NodeChoice[], lang: Lang): { code: string; label: string; active: boolean }[] => {
  const plain = nodes.map(({ code, name, above, active }) => ({ code, active, label: [...above.slice(-2), say(name, lang)].join(' › ') }))
  const times = new Map<string, number>()
  for (const { label } of plain) times.set(label, (times.get(label) ?? 0) + 1)
  return plain.map((each) => ((times.get(each.label) ?? 0) > 1 ? { ...each, label: `${each.label} (${each.code})` } : each))
}

const byCode = <T extends Named>(rows: readonly T[]): Map<string, T> => new Map(rows.map((row) => [row.code, row]))

/** Names by code, as the engine's words ask for them; in the browser a code stands for an id. */
export const readerOf = (choices: RoutingChoices): Reader => {
  const kinds = { category: byCode(choices.categories), matterType: byCode(choices.types), source: byCode(choices.sources), post: byCode(choices.posts), question: byCode(choices.questions) }
  const [units, teams] = [byCode(choices.units), byCode(choices.teams)]
  return {
    unit: (code) => {
      const unit = units.get(code)
      return unit && { id: code, name: unit.name, active: unit.active }
    },
    team: (code) => {
      const team = teams.get(code)
      return team && { id: code, name: team.name, members: team.members, active: team.active }
    },
    nameOf: (kind, code) => kinds[kind].get(code)?.name,
    answerOf: (question, value) => choices.questions.find(({ code }) => code === question)?.options?.find(({ code }) => code === value)?.name,
  }
}

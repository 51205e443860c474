import type { TeamGap } from '../../../domain/teams/types'
import { say as sayWords, type Lang } from '../../../domain/words'
import type { MemberLine, Options, TeamLine } from '../../../services/studio/people/view'
import type { KeyUnder } from '../../../i18n'
import type { Params } from '../../../i18n/fill'
import { dayText } from '../kit/time'

type Say = (key: KeyUnder<'studioPeople'>, params?: Params) => string

const range = ({ min, max }: { min?: number; max?: number }, say: Say): string => {
  if (min !== undefined && max !== undefined) return say('sizeRange', { min, max })
  if (min !== undefined) return say('sizeMin', { min })
  return max === undefined ? '' : say('sizeMax', { max })
}

/** How many a team should have; empty where it says nothing. */
export const sizeText = (team: Pick<TeamLine, 'min' | 'max'>, say: Say): string => range(team, say)

type Naming = { say: Say; lang: Lang; team: TeamLine; options: Options }

/** A rule that is not kept, in words. */
export const gapText = ({ code, seat, person, category, params }: TeamGap, { say, lang, team, options }: Naming): string =>
  say(`gap.${code}`, {
    actual: params.actual ?? 0, min: params.min ?? 0, max: params.max ?? 0, should: range(params, say),
    seat: sayWords(team.seats.find((one) => one.code === seat)?.name, lang), person: options.people.find(({ id }) => id === person)?.name ?? '', category: options.categories.find(({ id }) => id === category)?.name ?? '',
  })

type When = { say: Say; lang: Lang; timeZone: string; now: number }

/** From when to when somebody is somewhere. */
export const spanText = ({ from, until }: Pick<MemberLine, 'from' | 'until'>, { say, ...when }: When): string => {
  if (from && until) return say('span', { from: dayText(from, when), until: dayText(until, when) })
  if (from) return say('since', { from: dayText(from, when) })
  return until ? say('to', { until: dayText(until, when) }) : say('always')
}

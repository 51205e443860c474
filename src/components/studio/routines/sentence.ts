import { cadenceText } from '../../../domain/routines/cadenceText'
import type { RoutineDef } from '../../../domain/routines/types'
import type { KeyUnder } from '../../../i18n'
import type { Params } from '../../../i18n/fill'
import type { Choices, Option } from '../../../services/routines/view'

export type SayRoutine = (key: KeyUnder<'routines'>, params?: Params) => string

const nameOf = (options: readonly Option[], code: string): string => options.find((option) => option.code === code)?.name ?? code

/** What it opens, in words. */
export const opensText = ({ opens }: Pick<RoutineDef, 'opens'>, choices: Choices, say: SayRoutine): string => {
  if (!(opens.kind === 'matter' ? opens.matterType : opens.register)) return say('opensWhat.none')
  if (opens.kind === 'matter') return say('opensWhat.matter', { type: nameOf(choices.types, opens.matterType) })
  const register = nameOf(choices.registers, opens.register)
  return opens.sample === undefined ? say('opensWhat.round', { register }) : say('opensWhat.roundSample', { register, n: opens.sample })
}

const whoText = ({ assign, opens }: RoutineDef, choices: Choices, say: SayRoutine): string => {
  if (!assign) return say('sentence.whomNobody')
  if (assign.kind === 'team') return say('sentence.whom', { who: nameOf(choices.teams, assign.team) })
  if (assign.kind === 'unit') return say('sentence.whom', { who: nameOf(choices.units, assign.unit) })
  const post = nameOf(choices.posts, assign.post)
  return say('sentence.whom', { who: opens.kind === 'round' ? say('sentence.postOf', { post }) : post })
}

/** The whole routine as one sentence. */
export const routineText = (def: RoutineDef, choices: Choices, say: SayRoutine): string =>
  say('sentence.line', {
    cadence: cadenceText(def, say), opens: opensText(def, choices, say), whom: whoText(def, choices, say),
    limit: def.limit ? say('sentence.limit', { amount: def.limit.amount, unit: say(`edit.unitNames.${def.limit.unit}`) }) : '',
  })


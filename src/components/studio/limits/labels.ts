import { STANDARD_CLOCKS } from '../../../domain/clocks/lintLimits'
import type { Limit } from '../../../domain/clocks/types'
import { say as wordsIn, type Lang } from '../../../domain/words'
import type { KeyUnder } from '../../../i18n'
import type { Params } from '../../../i18n/fill'
import type { LimitCategory, LimitChoices } from '../../../services/studio/limits/editor'

export type Say = (key: KeyUnder<'studioLimits'>, params?: Params) => string

export type LimitWorld = { choices: LimitChoices; say: Say; lang: Lang }

/** Names with what they lie under, each only once: what is typed to find a category among hundreds. */
export const categoryLabels = (categories: readonly LimitCategory[], lang: Lang): { code: string; label: string }[] => {
  const plain = categories.filter(({ active }) => active).map(({ code, name, above }) => ({ code, label: [...above, wordsIn(name, lang)].join(' › ') }))
  const times = new Map<string, number>()
  for (const { label } of plain) times.set(label, (times.get(label) ?? 0) + 1)
  return plain.map((each) => ((times.get(each.label) ?? 0) > 1 ? { ...each, label: `${each.label} (${each.code})` } : each))
}

const STANDARD: readonly string[] = STANDARD_CLOCKS

/** What a clock is called: those the portal knows by name, the office's own by its widest limit. */
export const clockName = (clock: string, limits: readonly Limit[], { say, lang }: Omit<LimitWorld, 'choices'>): string => {
  if (STANDARD.includes(clock)) return say(`clock.${clock as (typeof STANDARD_CLOCKS)[number]}`)
  const own = limits.find((limit) => limit.clock === clock && !limit.category && !limit.matterType) ?? limits.find((limit) => limit.clock === clock)
  return wordsIn(own?.name, lang).replace(/[：:].*$/, '') || say('clock.own')
}

export const amountText = ({ amount, unit }: Pick<Limit, 'amount' | 'unit'>, say: Say): string => say(`amount.${unit}`, { amount })

type Scope = Pick<Limit, 'category' | 'matterType'>

const named = (rows: readonly { code: string; name: { zh: string; en?: string } }[], code: string, { say, lang }: LimitWorld): string => {
  const row = rows.find((each) => each.code === code)
  return row ? wordsIn(row.name, lang) : say('table.unknown', { name: code })
}

/** The names alone of what a limit is for: what residents read in the name of a limit. */
export const scopeNames = ({ category, matterType }: Scope, world: LimitWorld): string[] => [
  ...(category === undefined ? [] : [named(world.choices.categories, category, world)]),
  ...(matterType === undefined ? [] : [named(world.choices.types, matterType, world)]),
]

/** What a limit is for: a category, a type, both, or everything. */
export const scopeParts = ({ category, matterType }: Scope, world: LimitWorld): string[] => [
  ...(category === undefined ? [] : [world.say('table.category', { name: named(world.choices.categories, category, world) })]),
  ...(matterType === undefined ? [] : [world.say('table.type', { name: named(world.choices.types, matterType, world) })]),
]

export const scopeText = (limit: Pick<Limit, 'category' | 'matterType'>, world: LimitWorld): string => scopeParts(limit, world).join(world.say('table.and')) || world.say('table.office')

export const actsText = ({ thresholds }: Pick<Limit, 'thresholds'>, say: Say): string =>
  thresholds.map(({ percent, act }) => (percent === 100 ? say('threshold.due', { act: say(`act.${act}`) }) : say('threshold.line', { percent, act: say(`act.${act}`) }))).join(say('threshold.joint')) || say('table.noActs')

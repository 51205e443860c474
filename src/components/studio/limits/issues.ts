import type { LimitSet } from '../../../domain/clocks/types'
import { say as wordsIn } from '../../../domain/words'
import type { DraftView } from '../../../services/structure/drafts'
import { clockName, scopeText, type LimitWorld } from './labels'

export type Issue = DraftView<unknown>['issues'][number]

/** The place of a limit in its set, from 0, that a pointer leads to. */
export const limitAt = (path: string): number | undefined => {
  const [, at] = /^\/limits\/(\d+)/.exec(path) ?? []
  return at === undefined ? undefined : Number(at)
}

/** The checks in the words of this page: which limit, and what is the matter with it. */
export const worded = (issues: readonly Issue[], set: LimitSet, world: LimitWorld): Issue[] =>
  issues.map((issue) => {
    const limit = set.limits[limitAt(issue.path) ?? -1]
    if (!limit) return { ...issue, text: issue.what }
    const what = issue.code === 'clockUnknown' ? world.say('issue.ownClock') : issue.what
    const name = wordsIn(limit.name, world.lang) || `${scopeText(limit, world)} · ${clockName(limit.clock, set.limits, world)}`
    return { ...issue, what, text: world.say('issue.see', { name, what }) }
  })

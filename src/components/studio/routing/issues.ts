import type { RoutingSet } from '../../../domain/routing/types'
import { say as wordsIn, type Lang } from '../../../domain/words'
import type { KeyUnder } from '../../../i18n'
import type { Params } from '../../../i18n/fill'
import type { DraftView } from '../../../services/structure/drafts'

export type Issue = DraftView<unknown>['issues'][number]
type Say = (key: KeyUnder<'studioRouting'>, params?: Params) => string

/** The place of a rule in its set, from 0, that a pointer leads to. */
export const ruleAt = (path: string): number | undefined => {
  const [, at] = /^\/rules\/(\d+)/.exec(path) ?? []
  return at === undefined ? undefined : Number(at)
}

// What is not filled in yet is said as that, not as a fault of form.
const UNFILLED: [RegExp, KeyUnder<'studioRouting'>][] = [
  [/\/conditions\/\d+\/codes/, 'issue.pickCodes'], [/\/conditions\/\d+\/words/, 'issue.pickWords'], [/\/conditions\/\d+\/question/, 'issue.pickQuestion'], [/\/result\/(team|unit|post)/, 'issue.pickResult'], [/\/name/, 'issue.pickName'],
]

const CHECKED = ['unknownCode', 'noCodes', 'noWords']

const whatOf = ({ path, what, text, code }: Issue, say: Say): string => {
  const unfilled = CHECKED.includes(code) ? undefined : UNFILLED.find(([pattern]) => pattern.test(path))
  return unfilled ? say(unfilled[1]) : (what ?? text)
}

/** The checks in the words of this page: which rule, and what is the matter with it. */
export const worded = (issues: readonly Issue[], set: RoutingSet, { say, lang }: { say: Say; lang: Lang }): Issue[] =>
  issues.map((issue) => {
    const at = ruleAt(issue.path)
    const rule = at === undefined ? undefined : set.rules[at]
    const what = whatOf(issue, say)
    if (at === undefined || rule === undefined) return { ...issue, what, text: what }
    const place = say('issue.at', { number: at + 1, name: wordsIn(rule.name, lang) || say('rule.noName') })
    return { ...issue, what, text: say('issue.see', { place, what }) }
  })

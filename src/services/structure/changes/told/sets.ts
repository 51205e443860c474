import { changedLimits } from '@/domain/clocks/editLimits'
import { STANDARD_CLOCKS } from '@/domain/clocks/lintLimits'
import type { Limit, LimitSet } from '@/domain/clocks/types'
import { ruleSays } from '@/domain/routing/describe'
import { changedRules } from '@/domain/routing/edit'
import type { RoutingRule, RoutingSet } from '@/domain/routing/types'
import { canonical } from '@/domain/canonical'
import { say as wordsIn } from '@/domain/words'
import { t, tMaybe } from '@/i18n'
import { clauseIn, joinedBy, namedIn, partsTold, saying, sides, wordsOf, type Speaker, type Teller, type Told } from './told'

const nameTold = (before: RoutingSet | LimitSet, after: RoutingSet | LimitSet, teller: Teller): Told[] =>
  (canonical(before.name) === canonical(after.name) ? [] : [sides(saying(teller)('name'), [wordsOf(teller)(before.name), wordsOf(teller)(after.name)], teller)])

const heart = ({ match, conditions, result }: RoutingRule): string => canonical({ match, conditions, result })

const ruleTold = ([was, old]: [RoutingRule, number], [now, number]: [RoutingRule, number], teller: Teller): Told[] => {
  const { lang, book: { reader } } = teller
  const say = saying(teller)
  const what = say('rule', { number, name: wordsOf(teller)(now.name) })
  const sentence = heart(was) === heart(now) ? [] : [sides(what, [wordsIn(ruleSays(was, old, reader), lang), wordsIn(ruleSays(now, number, reader), lang)], teller)]
  const speak = {
    name: ({ name }: RoutingRule) => wordsOf(teller)(name),
    on: ({ on }: RoutingRule) => t(lang, on ? 'packages.value.yes' : 'packages.value.no'),
    mode: ({ mode }: RoutingRule) => t(lang, `studioRouting.rule.${mode}`),
  }
  return [...sentence, ...partsTold<RoutingRule>({ before: was, after: now, speak, label: (part) => say('partOf', { what, part: tMaybe(lang, `packages.field.${part}`) ?? '' }), teller })]
}

/** What differs between two sets of rules. */
export const routingTold = (before: RoutingSet, after: RoutingSet, teller: Teller): Told[] => {
  const say = saying(teller)
  const placed = ({ rules }: RoutingSet, code: string): [RoutingRule, number][] => rules.flatMap((rule, at): [RoutingRule, number][] => (rule.code === code ? [[rule, at + 1]] : []))
  const changes = changedRules(before.rules, after.rules).flatMap(({ kind, code, name, number }): Told[] => {
    const what = say('rule', { number, name: wordsOf(teller)(name) })
    if (kind === 'added') return [{ label: say('new', { what }) }]
    if (kind === 'removed') return [{ label: say('left', { what }) }]
    const [was, now] = [placed(before, code)[0], placed(after, code)[0]]
    if (!was || !now) return []
    return kind === 'moved' ? [sides(say('moved', { name: wordsOf(teller)(name) }), [say('nth', { number: was[1] }), say('nth', { number: now[1] })], teller)] : ruleTold(was, now, teller)
  })
  return [...nameTold(before, after, teller), ...changes]
}

const LIMIT_PARTS = { name: 'name', clock: 'clock', category: 'category', matterType: 'type', amount: 'amount', unit: 'amount', start: 'start', stop: 'stop', cancel: 'cancel', pause: 'pause', thresholds: 'thresholds', cites: 'cites' } as const

const signals = (list: readonly string[] | undefined, teller: Teller): string =>
  joinedBy(teller)((list ?? []).map((signal) => tMaybe(teller.lang, `studioLimits.signal.${signal}`) ?? tMaybe(teller.lang, `studioFlow.signal.${signal}`) ?? ''))

const actsText = ({ thresholds }: Limit, { lang }: Teller): string =>
  thresholds.map(({ percent, act }) => t(lang, percent === 100 ? 'studioLimits.threshold.due' : 'studioLimits.threshold.line', { percent, act: t(lang, `studioLimits.act.${act}`) })).join(t(lang, 'studioLimits.threshold.joint'))

const clockText = ({ clock }: Limit, { lang }: Teller): string => {
  const standard = STANDARD_CLOCKS.find((one) => one === clock)
  return t(lang, standard ? `studioLimits.clock.${standard}` : 'studioLimits.clock.own')
}

const limitSpeakers = (teller: Teller): { [K in keyof Limit]?: Speaker<Limit> } => {
  const { lang } = teller
  const amount = (limit: Limit) => t(lang, `studioLimits.amount.${limit.unit}`, { amount: limit.amount })
  return {
    name: ({ name }) => wordsOf(teller)(name),
    clock: (limit) => clockText(limit, teller),
    category: ({ category }) => namedIn('categories', category, teller),
    matterType: ({ matterType }) => namedIn('matterTypes', matterType, teller),
    amount,
    unit: amount,
    start: ({ start }) => signals(start, teller),
    stop: ({ stop }) => signals(stop, teller),
    cancel: ({ cancel }) => signals(cancel, teller),
    pause: ({ pause }) => signals(pause, teller),
    thresholds: (limit) => actsText(limit, teller),
    cites: ({ cites }) => clauseIn(cites, teller),
  }
}

/** What differs between two sets of limits. */
export const limitsTold = (before: LimitSet, after: LimitSet, teller: Teller): Told[] => {
  const say = saying(teller)
  const { unit, ...others } = limitSpeakers(teller)
  const changes = changedLimits(before.limits, after.limits).flatMap(({ kind, code, name }): Told[] => {
    const what = say('quoted', { name: wordsOf(teller)(name) })
    if (kind !== 'changed') return [{ label: say(kind === 'added' ? 'new' : 'left', { what }) }]
    const [was, now] = [before, after].map(({ limits }) => limits.find((limit) => limit.code === code))
    if (!was || !now) return []
    const speak = was.amount === now.amount && was.unit !== now.unit ? { ...others, unit } : others
    const label = (part: keyof Limit & string) => say('partOf', { what, part: t(teller.lang, `studioLimits.dialog.${LIMIT_PARTS[part as keyof typeof LIMIT_PARTS]}`) })
    const told = partsTold<Limit>({ before: was, after: now, speak, label, teller })
    return told.length > 0 ? told : [{ label: say('touched', { what }) }]
  })
  return [...nameTold(before, after, teller), ...changes]
}

import { CLOCK_SIGNALS, type ClockSignal, LIMIT_UNITS, type Limit, type LimitSet, type ThresholdAct } from './types'

/** Clocks the portal knows by itself; an office's own go into `clocks` of `lintLimits`. */
export const STANDARD_CLOCKS = ['accept', 'firstReply', 'resolve'] as const

export const THRESHOLD_ACTS = ['remindOwner', 'tellLead', 'tellLeadAbove', 'superviseProposal'] as const satisfies readonly ThresholdAct[]

export type LimitIssueCode =
  | 'codeMissing' | 'codeTwice' | 'nameMissing' | 'clockMissing' | 'clockUnknown' | 'amountNotPositive' | 'unitUnknown'
  | 'signalUnknown' | 'signalReserved' | 'signalConflict' | 'startMissing' | 'stopMissing' | 'archivedDoesNotStop'
  | 'thresholdNotPositive' | 'thresholdsNotAscending' | 'thresholdTwice' | 'actUnknown'
  | 'sameSubjectTwice' | 'defaultMissing' | 'categoryUnknown' | 'matterTypeUnknown'

/** An `error` forbids publishing, a `warning` is shown. `limit` is the code of the limit it stands in. */
export type LimitIssue = {
  severity: 'error' | 'warning'
  code: LimitIssueCode
  limit: string
  params: Record<string, string | number>
}

/** What else exists in the office, where known: codes that limits may point to. */
export type LimitContext = { clocks?: string[]; categories?: string[]; matterTypes?: string[] }

/** Handled by every clock by itself; naming them would have no or a surprising effect. */
const RESERVED: readonly ClockSignal[] = ['resumed', 'extended', 'restored']

const issue = (
  limit: Limit,
  code: LimitIssueCode,
  rest: { severity?: LimitIssue['severity']; params?: LimitIssue['params'] } = {},
): LimitIssue => ({ severity: rest.severity ?? 'error', code, limit: limit.code, params: rest.params ?? {} })

const when = (fails: boolean, make: () => LimitIssue): LimitIssue[] => (fails ? [make()] : [])

/** Values that occur more than once, each once. */
const repeated = (values: string[]): string[] => [...new Set(values.filter((value, i) => values.indexOf(value) !== i))]

const lintBasics = (limit: Limit, context: LimitContext): LimitIssue[] => {
  const clocks: string[] = [...STANDARD_CLOCKS, ...(context.clocks ?? [])]
  const units: readonly string[] = LIMIT_UNITS
  return [
    ...when(!limit.code.trim(), () => issue(limit, 'codeMissing')),
    ...when(!limit.name.zh.trim(), () => issue(limit, 'nameMissing')),
    ...when(!limit.clock.trim(), () => issue(limit, 'clockMissing')),
    ...when(Boolean(limit.clock.trim()) && !clocks.includes(limit.clock), () =>
      issue(limit, 'clockUnknown', { severity: 'warning', params: { clock: limit.clock } })),
    ...when(!(limit.amount > 0 && Number.isFinite(limit.amount)), () =>
      issue(limit, 'amountNotPositive', { params: { amount: limit.amount } })),
    ...when(!units.includes(limit.unit), () => issue(limit, 'unitUnknown', { params: { unit: limit.unit } })),
  ]
}

const lintSignals = (limit: Limit): LimitIssue[] => {
  const cancel = limit.cancel ?? []
  const named = [...new Set([...limit.start, ...limit.stop, ...limit.pause, ...cancel])]
  const known: readonly string[] = CLOCK_SIGNALS
  const roles = [limit.start, limit.stop, limit.pause, cancel].map((list) => [...new Set(list)])
  return [
    ...when(limit.start.length === 0, () => issue(limit, 'startMissing')),
    ...when(limit.stop.length === 0, () => issue(limit, 'stopMissing')),
    ...named.filter((s) => !known.includes(s)).map((signal) => issue(limit, 'signalUnknown', { params: { signal } })),
    ...named.filter((s) => RESERVED.includes(s)).map((signal) => issue(limit, 'signalReserved', { params: { signal } })),
    ...repeated(roles.flat()).map((signal) => issue(limit, 'signalConflict', { params: { signal } })),
    // A rejected or withdrawn matter is archived without the usual signal, and its clock would run for ever.
    ...when(!limit.stop.includes('archived') && !limit.start.includes('archived'), () =>
      issue(limit, 'archivedDoesNotStop', { severity: 'warning' })),
  ]
}

const lintThresholds = (limit: Limit): LimitIssue[] => {
  const acts: readonly string[] = THRESHOLD_ACTS
  const percents = limit.thresholds.map(({ percent }) => percent)
  return [
    ...percents
      .filter((percent) => !(percent > 0 && Number.isFinite(percent)))
      .map((percent) => issue(limit, 'thresholdNotPositive', { params: { percent } })),
    ...when(percents.some((percent, i) => percent < (percents[i - 1] ?? percent)), () => issue(limit, 'thresholdsNotAscending')),
    ...repeated(limit.thresholds.map(({ percent, act }) => `${percent} ${act}`)).map((threshold) =>
      issue(limit, 'thresholdTwice', { params: { threshold } })),
    ...limit.thresholds.filter(({ act }) => !acts.includes(act)).map(({ act }) => issue(limit, 'actUnknown', { params: { act } })),
  ]
}

const lintPointers = (limit: Limit, { categories, matterTypes }: LimitContext): LimitIssue[] => {
  const { category, matterType } = limit
  return [
    ...(category !== undefined && categories && !categories.includes(category)
      ? [issue(limit, 'categoryUnknown', { params: { category } })] : []),
    ...(matterType !== undefined && matterTypes && !matterTypes.includes(matterType)
      ? [issue(limit, 'matterTypeUnknown', { params: { matterType } })] : []),
  ]
}

const subjectOf = (limit: Limit): string => JSON.stringify([limit.clock, limit.category ?? null, limit.matterType ?? null])

const lintTogether = (limits: Limit[]): LimitIssue[] =>
  limits.flatMap((limit, i) => {
    const earlier = limits.slice(0, i)
    const peers = limits.filter((other) => other.clock === limit.clock)
    return [
      ...when(earlier.some((other) => other.code === limit.code), () => issue(limit, 'codeTwice')),
      ...earlier
        .filter((other) => subjectOf(other) === subjectOf(limit))
        .slice(0, 1)
        .map((other) => issue(limit, 'sameSubjectTwice', { params: { other: other.code } })),
      ...when(peers[0] === limit && peers.every((other) => other.category !== undefined || other.matterType !== undefined), () =>
        issue(limit, 'defaultMissing', { severity: 'warning', params: { clock: limit.clock } })),
    ]
  })

/**
 * What is wrong with a limit set, in the order of its limits: checked before a version is published and when a structure
 * package is read, where values may not be what the types say. Codes and params, never sentences.
 */
export const lintLimits = (set: Pick<LimitSet, 'limits'>, context: LimitContext = {}): LimitIssue[] => [
  ...set.limits.flatMap((limit) => [
    ...lintBasics(limit, context),
    ...lintSignals(limit),
    ...lintThresholds(limit),
    ...lintPointers(limit, context),
  ]),
  ...lintTogether(set.limits),
]

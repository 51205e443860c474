import type { WorkflowDef } from './types'

/** A fault that stands in the way of publishing. `path` is a JSON pointer into the workflow, e.g. `/transitions/3/inputs/0/key`; words stand in the dictionaries. */
export type Problem = { path: string; code: ProblemCode; params?: Record<string, string | number> }

export const PROBLEM_CODES = [
  'duplicateStep', 'duplicateTransition', 'startCount', 'finalMissing', 'phaseMissing', 'startNotIntake', 'finalNotArchive', 'waitingForMissing',
  'reservedCode', 'unknownStep', 'unknownPermission', 'unknownGuard', 'unknownEffect', 'unknownSignal', 'noFrom', 'noActor', 'reopenDays', 'twoMainTones',
  'unreachable', 'deadEnd', 'onlyReporterLeaves', 'previousNotFromWaiting',
  'verifyWithoutNotHandler', 'verifyNotByStaff', 'supervisesOwnWork', 'silenceDays', 'silenceNotSystem', 'silenceOnFinal', 'silenceNotFromStep', 'silenceUnverified',
  'machineDecides', 'closesWithoutOutcome', 'finalNotFrozen', 'reopenWithoutLimit', 'newRoundNotFromFinal', 'clearOwnerNotToRouting',
  'escalateWithoutGuard', 'signalMissing', 'unknownPlaceholder',
  'duplicateInput', 'roleKind', 'duplicateRole', 'effectNeedsInput', 'limitsReversed', 'choiceWithoutOptions', 'duplicateOption',
] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number]

export type Lint = (workflow: WorkflowDef) => Problem[]

/** Indexes of values that came up before. */
export const repeated = (values: readonly string[]): number[] =>
  values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []))

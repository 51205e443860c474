import { expect, it } from 'vitest'
import { lateText } from './RunMarks'
import type { SayRoutine } from './sentence'

const say = ((key: string, params: Record<string, unknown>) => `${key} ${Object.values(params).join()}`) as unknown as SayRoutine
const at = String
const MINUTE = 60_000

it.each([
  ['in time', { dueAt: 0, openedAt: MINUTE, missed: 0 }, ''],
  ['not yet opened', { dueAt: 0, missed: 0 }, ''],
  ['an hour late', { dueAt: 0, openedAt: 61 * MINUTE, missed: 0 }, `run.late ${61 * MINUTE}`],
  ['late, with others missed before', { dueAt: 0, openedAt: 61 * MINUTE, missed: 3 }, 'run.missedCount 3'],
])('a run that came %s', (_what, run, text) => expect(lateText(run, { say, at })).toBe(text))

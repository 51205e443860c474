import type { RunLine } from '../../../services/routines/view'
import { Mark, type Tone } from '../kit'
import type { SayRoutine } from './sentence'

const TONES: Record<RunLine['state'], Tone> = { opened: 'info', failed: 'stop', done: 'ok' }

/** How a run went, in a word. */
export const RunMark = ({ run, say }: { run: RunLine; say: SayRoutine }) => <Mark tone={TONES[run.state]}>{say(`state.${run.state}`)}</Mark>

/** An hour is more than any turn of the portal's own takes: whoever came later was not there at the time. */
const LATE_MS = 3_600_000

/** That it was opened after its time, and how many before it were not opened at all; empty where it came in time. */
export const lateText = ({ dueAt, openedAt, missed }: Pick<RunLine, 'dueAt' | 'openedAt' | 'missed'>, { say, at }: { say: SayRoutine; at: (instant: number) => string }): string => {
  if (missed > 0) return say('run.missedCount', { n: missed })
  return openedAt !== undefined && openedAt - dueAt > LATE_MS ? say('run.late', { at: at(openedAt) }) : ''
}

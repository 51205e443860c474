import type { RunLine } from '../../../services/routines/view'
import { Mark, type Tone } from '../kit'
import type { SayRoutine } from './sentence'

const TONES: Record<RunLine['state'], Tone> = { opened: 'info', failed: 'stop', done: 'ok' }

/** How a run went, in a word. */
export const RunMark = ({ run, say }: { run: RunLine; say: SayRoutine }) => <Mark tone={TONES[run.state]}>{say(`state.${run.state}`)}</Mark>

import type { ReactNode } from 'react'
import { Icon } from './Icon'

export type PhaseStop = { key: string; name: string; state: 'done' | 'current' | 'skipped' | 'pending'; /** The state in words. */ stateWords: string; line?: ReactNode; time?: ReactNode }

const mark = (state: PhaseStop['state'], place: number): ReactNode => {
  if (state === 'done') return <Icon name="check" />
  return state === 'skipped' ? <Icon name="minus" /> : place
}

/** The six phases: down the page on a phone, across it on a wide screen. A tick, a dash, a number: never colour alone. */
export const PhaseBar = ({ label, phases }: { label: string; phases: PhaseStop[] }) => (
  <ol className="phases" aria-label={label}>
    {phases.map(({ key, name, state, stateWords, line, time }, index) => (
      <li key={key} className={`phase phase-${state}`} aria-current={state === 'current' ? 'step' : undefined}>
        <span className="phase-mark" aria-hidden="true">
          {mark(state, index + 1)}
        </span>
        <div>
          <p className="phase-name">{name}</p>
          <p>{line ?? stateWords}</p>
          {line && <span className="unseen">{stateWords}</span>}
          {time && <p>{time}</p>}
        </div>
      </li>
    ))}
  </ol>
)

'use client'

import { Icon, type IconName } from '../ui/icons'
import { Panel } from '../ui/Panel'
import { useWords } from '../words'
import type { RuleTraceVM } from '../types'
import { useBench } from './context'

const MARKS: Record<RuleTraceVM['outcome'], IconName> = { matched: 'check', notMatched: 'minus', off: 'pause', skipped: 'alert' }

/** Why it came here, in words a clerk can read back; and what every rule said. */
export const Routing = () => {
  const say = useWords()
  const { matter } = useBench()
  if (!matter.routing) return null
  const { reason, mode, trace } = matter.routing
  return (
    <Panel title={say('routing.title')}>
      <div className="inside stack">
        <p>{reason}</p>
        <p className="small muted">{say(`routing.mode.${mode}`)}</p>
        {trace.length ? (
          <details>
            <summary className="small">{say('routing.trace', { n: trace.length })}</summary>
            <ol className="trace small">
              {trace.map(({ rule, name, outcome, why }) => (
                <li key={rule} className={outcome}>
                  <Icon name={MARKS[outcome]} />
                  <span><b>{name}</b> <span className="muted">{say(`routing.outcome.${outcome}`)}{why ? ` · ${why}` : ''}</span></span>
                </li>
              ))}
            </ol>
          </details>
        ) : null}
      </div>
    </Panel>
  )
}

'use client'

import type { FlowChange } from '../../../domain/workflow/changes'
import { useSayMaybe } from '../words'
import { useFlowWords } from './words'

/** What the draft changes of the version in force. */
export const FlowChanges = ({ changes }: { changes: readonly FlowChange[] }) => {
  const { say, text } = useFlowWords()
  const maybe = useSayMaybe('studioFlow')
  if (changes.length === 0) return null
  return (
    <details className="panel flow-diff">
      <summary>{say('diff.show', { count: changes.length })}</summary>
      <ul className="panel-pad stack-s">
        {changes.map((change) => (
          <li key={`${change.of} ${change.code} ${change.what}`}>
            <span className="tag">{say(`diff.${change.what}`)}</span> {say(`diff.${change.of}`)} <b>{text(change.name)}</b>
            {change.fields.length > 0 ? <small className="muted"> {change.fields.map((field) => maybe(`diff.fields.${field}`) ?? field).join(say('list.joint'))}</small> : null}
          </li>
        ))}
      </ul>
    </details>
  )
}

'use client'

import type { RuleChange } from '../../../domain/routing/edit'
import { say as wordsIn } from '../../../domain/words'
import { Mark } from '../kit'
import { useSay, useStudio } from '../words'

/** Which rules differ from the version in force. */
export const Changes = ({ changes }: { changes: readonly RuleChange[] }) => {
  const say = useSay('studioRouting')
  const { lang } = useStudio()
  if (changes.length === 0) return null
  return (
    <details className="panel rule-changes">
      <summary className="panel-head"><h2>{say('changes.heading')}</h2><p>{changes.length}</p></summary>
      <ul className="panel-pad stack-s">
        {changes.map(({ kind, code, name, number }) => (
          <li key={`${kind} ${code}`}><Mark tone="none">{say(`changes.${kind}`)}</Mark> {say(kind === 'removed' ? 'changes.gone' : 'changes.line', { number, name: wordsIn(name, lang) })}</li>
        ))}
      </ul>
    </details>
  )
}

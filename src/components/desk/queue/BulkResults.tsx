'use client'

import { faultWords } from '../faults'
import type { BulkAnswer, BulkRowResult } from '../types'
import { Icon } from '../ui/icons'
import { timeWord } from '../time'
import { useDesk, type Desk, type Say } from '../words'

type ResultsProps = { answer: BulkAnswer; preview: boolean; onUndo: (batch: string) => void }

/** One line a row: what it would become or became, or why not. */
export const BulkResults = ({ answer, preview, onUndo }: ResultsProps) => {
  const desk = useDesk()
  const { say } = desk
  const good = answer.results.filter(({ ok }) => ok).length
  const bad = answer.results.length - good
  return (
    <section className="stack" aria-live="polite">
      <div className="row">
        <h3>{say(preview ? 'bulk.wouldCount' : 'bulk.didCount', { good, bad })}</h3>
        {!preview && answer.batch && answer.undoUntil ? (
          <button className="btn small push" type="button" onClick={() => onUndo(answer.batch ?? '')}>
            <Icon name="undo" />{say('bulk.undo', { n: good, until: timeWord(answer.undoUntil, desk) })}
          </button>
        ) : null}
      </div>
      <ul className="bulk-rows">
        {answer.results.map((result) => <ResultRow key={result.id} result={result} preview={preview} />)}
      </ul>
    </section>
  )
}

const becomes = ({ before, after }: BulkRowResult, say: Say): string => say('bulk.becomes', { before: before ?? say('owner.nobody'), after: after ?? '' })

const whyNot = ({ error }: BulkRowResult, preview: boolean, desk: Desk): string => {
  const why = error ? error.text ?? faultWords(error, desk).title : ''
  return preview ? why : desk.say('bulk.untouched', { why })
}

const VERDICTS = { before: { good: 'bulk.would', bad: 'bulk.cannot' }, after: { good: 'bulk.did', bad: 'bulk.not' } } as const

const ResultRow = ({ result, preview }: { result: BulkRowResult; preview: boolean }) => {
  const desk = useDesk()
  const { say } = desk
  const { ok, number, title } = result
  return (
    <li className="line">
      <span className="line-title">{number} {title}</span>
      <span className="line-meta">{ok ? becomes(result, say) : whyNot(result, preview, desk)}</span>
      <span className={ok ? 'line-end done-text' : 'line-end late-text'}><Icon name={ok ? 'check' : 'x'} /> {say(VERDICTS[preview ? 'before' : 'after'][ok ? 'good' : 'bad'])}</span>
    </li>
  )
}

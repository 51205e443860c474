'use client'

import type { TryAnswer, Verdict } from '../../../services/studio/routing/tryOut'
import { Mark, Note, type Tone } from '../kit'
import { useSay } from '../words'

const TONES: Record<Verdict['outcome'], Tone> = { first: 'ok', later: 'none', matched: 'ok', notMatched: 'none', off: 'none', skipped: 'warn' }

const Facts = ({ answer: { category, type } }: { answer: TryAnswer }) => {
  const say = useSay('studioRouting')
  const judged = category && (category.byText.length > 0 ? say('try.judged', { name: category.name, words: category.byText.join(' ') }) : say('try.chosen', { name: category.name }))
  return <p className="small muted">{[judged ?? say('try.noCategory'), type ? say('try.isType', { name: type }) : ''].filter(Boolean).join(' · ')}</p>
}

/** Where the made-up matter goes, and what each rule says of it. */
export const TryResult = ({ answer, stale }: { answer: TryAnswer; stale: boolean }) => {
  const say = useSay('studioRouting')
  const { mode, who, reason, verdicts } = answer
  return (
    <div className="stack-s try-result">
      {stale ? <Note tone="warn">{say('try.stale')}</Note> : null}
      <Facts answer={answer} />
      <Note tone={mode === 'none' ? 'warn' : 'ok'}>
        <b>{who ? say('try.goes', { who }) : say('try.nobody')}</b>
        {mode === 'trusted' || mode === 'proposed' ? say(`try.${mode}`) : mode === 'fallback' ? say('try.fallback') : null}
        <br /><span className="small">{reason}</span>
      </Note>
      <ol className="verdicts" aria-label={say('try.list')}>
        {verdicts.map(({ code, number, name, outcome, why }) => (
          <li key={code} className={outcome === 'first' ? 'first' : undefined}>
            <span className="n">{number}</span>
            <div><Mark tone={TONES[outcome]}>{say(outcome === 'matched' ? 'try.later' : `try.${outcome}`)}</Mark> <span>{name}</span>{outcome === 'off' ? null : <small>{why}</small>}</div>
          </li>
        ))}
      </ol>
    </div>
  )
}

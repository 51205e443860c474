import type { RefObject } from 'react'
import type { RenderQuestion } from '../../domain/forms/render'
import { fill, type FormWords } from '../../domain/forms/words'

type SummaryProps = { questions: readonly RenderQuestion[]; words: FormWords; box?: RefObject<HTMLDivElement | null> }

/** What has to be mended, each with a jump to its question. */
export const QuestionSummary = ({ questions, words, box }: SummaryProps) => {
  const faulty = questions.flatMap(({ id, label, error, presence }) => (error && presence !== 'hidden' ? [{ id, label, text: error.text }] : []))
  if (faulty.length === 0) return null
  return (
    <div className="q-summary" role="alert" tabIndex={-1} ref={box}>
      <p className="q-summary-title">{fill(faulty.length === 1 ? words.summary.one : words.summary.many, { count: faulty.length })}</p>
      <ul>
        {faulty.map(({ id, label, text }) => <li key={id}><a href={`#${id}`}>{fill(words.summary.line, { label, text })}</a></li>)}
      </ul>
    </div>
  )
}

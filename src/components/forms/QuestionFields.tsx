import type { RenderQuestion } from '../../domain/forms/render'
import { CONTROLS, IN_GROUP, type Supply } from './controls'
import './forms.css'

const Label = ({ question: { label, mark } }: { question: RenderQuestion }) => (
  <>
    {label}
    {mark ? <span className="q-mark">{mark}</span> : null}
  </>
)

/** Hints and the error, between the label and the input, where they are read before answering. */
const Notes = ({ question: { hints, error } }: { question: RenderQuestion }) => (
  <>
    {hints.map(({ id, text }) => <p key={id} id={id} className="q-help">{text}</p>)}
    {error ? <p id={error.id} className="q-error">{error.text}</p> : null}
  </>
)

const Count = ({ question: { count } }: { question: RenderQuestion }) => (count ? <p id={count.id} className="q-count">{count.text}</p> : null)

type QuestionProps = { question: RenderQuestion; supply: Supply }

const Info = ({ question }: { question: RenderQuestion }) => (
  <div className="q q-info" id={question.id} hidden={question.presence === 'hidden'}>
    <p>{question.label}</p>
    {question.hints.map(({ id, text }) => <p key={id} id={id} className="q-help">{text}</p>)}
  </div>
)

const Question = ({ question, supply }: QuestionProps) => {
  const { control, presence, error } = question
  if (control === 'info') return <Info question={question} />
  const Control = CONTROLS[control]
  const shared = { className: ['q', presence === 'maybe' ? 'q-maybe' : '', error ? 'q-faulty' : ''].filter(Boolean).join(' '), hidden: presence === 'hidden' }
  const inner = (
    <>
      <Notes question={question} />
      <Control question={question} supply={supply} />
      <Count question={question} />
    </>
  )
  if (IN_GROUP.includes(control)) {
    return (
      <fieldset {...shared} aria-describedby={question.describedBy}>
        <legend className="q-label"><Label question={question} /></legend>
        {inner}
      </fieldset>
    )
  }
  return (
    <div {...shared}>
      <label className="q-label" htmlFor={question.id}><Label question={question} /></label>
      {inner}
    </div>
  )
}

/**
 * The questions of a form's page as plain inputs. Works without JavaScript, inside any form that posts; what is required is
 * judged by the server alone, since a question may turn out not to be asked.
 */
export const QuestionFields = ({ questions, ...supply }: Supply & { questions: readonly RenderQuestion[] }) => (
  <div className="q-list">
    {questions.map((question) => <Question key={question.key} question={question} supply={supply} />)}
  </div>
)

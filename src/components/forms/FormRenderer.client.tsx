'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { renderPage } from '../../domain/forms/render'
import type { RawAnswers } from '../../domain/forms/parse'
import type { AnswerError, Answers, FormDef } from '../../domain/forms/types'
import type { FormWords } from '../../domain/forms/words'
import type { Lang } from '../../domain/words'
import type { Supply } from './controls'
import { EndedNote } from './EndedNote'
import { withoutChosen } from './formValues'
import { QuestionFields } from './QuestionFields'
import { QuestionSummary } from './QuestionSummary'
import { useLiveAnswers, useSendGuard } from './useLiveAnswers'

export type FormRendererProps = Pick<Supply, 'units' | 'photoSrc'> & {
  def: FormDef
  page: number
  lang: Lang
  words: FormWords
  /** What was typed on this page before: form fields or saved answers, faults and all. */
  fields?: RawAnswers
  /** Sound answers of the other pages. */
  before?: Answers
  /** Faults the server found in `fields`. */
  errors?: readonly AnswerError[]
  /** Told of the sound answers whenever they change: for forms that are not sent by the browser. */
  onAnswers?: (answers: Answers) => void
}

type LiveProps = FormRendererProps & Required<Pick<FormRendererProps, 'fields' | 'before' | 'errors'>>

/** Tells of answers once they differ: whoever is told may draw again, and must not be told the same again. */
const useTell = (answers: Answers, onAnswers: FormRendererProps['onAnswers']): void => {
  const text = JSON.stringify(answers)
  const told = useRef('')
  useEffect(() => {
    if (told.current === text) return
    told.current = text
    onAnswers?.(JSON.parse(text) as Answers)
  }, [text, onAnswers])
}

const LiveQuestions = ({ onAnswers, units, photoSrc, ...form }: LiveProps) => {
  const box = useRef<HTMLDivElement>(null)
  const summary = useRef<HTMLDivElement>(null)
  const [tries, setTries] = useState(0)
  const onBlocked = useCallback(() => setTries((count) => count + 1), [])
  const { validation, now, bind, errors, onFiles } = useLiveAnswers({ ...form, box }, tries > 0)
  const faulty = validation.errors.length > 0 && !validation.ended

  useSendGuard({ box, blocked: now !== undefined && faulty, onBlocked })
  useTell(withoutChosen(form.def, validation.answers), onAnswers)
  useEffect(() => {
    if (tries > 0) summary.current?.focus()
  }, [tries])

  const { words, lang } = form
  const questions = renderPage({ ...form, errors, ...(now ? { live: now } : {}) })
  return (
    <div className="q-form" ref={box} onChange={onFiles}>
      {tries > 0 ? <QuestionSummary questions={questions} words={words} box={summary} /> : null}
      <QuestionFields questions={questions} words={words} units={units} photoSrc={photoSrc} bind={now && bind} />
      {now && validation.ended ? <EndedNote ended={validation.ended} words={words} lang={lang} /> : null}
    </div>
  )
}

const NOTHING = {}
const NO_ERRORS: readonly AnswerError[] = []

/**
 * The questions of a page, alive: shown and hidden as answers change, faults named as fields are left. Stands inside any form; the form is
 * sent as it would be without JavaScript, unless something is faulty. Until it is alive it is exactly what `QuestionFields` draws.
 */
export const FormRenderer = ({ fields = NOTHING, before = NOTHING, errors = NO_ERRORS, ...props }: FormRendererProps) => (
  <LiveQuestions {...props} fields={fields} before={before} errors={errors} />
)

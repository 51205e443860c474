'use client'

import { useCallback, useMemo, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { canonical } from '../../../domain/canonical'
import { answerLines } from '../../../domain/forms/describe'
import type { Fields } from '../../../domain/forms/names'
import type { AnswerError, Answers, FormDef, FormPage, Question } from '../../../domain/forms/types'
import { validateAnswers } from '../../../domain/forms/validate'
import { nearestPage } from '../../../domain/forms/visible'
import { onOnePage } from '../../../domain/registers/fields'
import { say as sayWords } from '../../../domain/words'
import type { Tried } from '../../../services/studio/forms/tryForm'
import { FormRenderer } from '../../forms/FormRenderer.client'
import { ask, type Fault } from '../api'
import { Icon, Mark, Note } from '../kit'
import { useSay, useStudio } from '../words'
import { useFieldPlace } from './FieldPlace'
import { typedWith, withoutPhotos } from './tryFields'
import { useFormWords } from './useFormWords'

const NO_ERRORS: readonly AnswerError[] = []

type Trial = { page: number; fields: Fields; errors: readonly AnswerError[]; done: boolean; /** An answer has ended it with advice. */ over?: boolean; round: number; fault?: Fault }

const START: Trial = { page: 0, fields: {}, errors: NO_ERRORS, done: false, round: 0 }

/** A question without words yet stands under a name all the same. */
const named = (question: Question, untitled: string): Question => (question.label.zh === '' ? { ...question, label: { zh: untitled } } : question)

/** Sound answers of the other pages. */
const before = (form: FormDef, { fields, page }: Trial): Answers => {
  const here = new Set(form.pages[page]?.questions.map(({ key }) => key))
  return Object.fromEntries(Object.entries(validateAnswers(form, fields).answers).filter(([key]) => !here.has(key)))
}

/** The pages as they are filled in at this place: an entry of a register is written on one sheet. */
const usePages = (pages: FormPage[]): { asked: FormPage[]; sheet: boolean } => {
  const sheet = useFieldPlace() === 'register'
  return useMemo(() => ({ sheet, asked: sheet ? onOnePage({ code: 'try', name: { zh: '-' }, pages }).pages : pages }), [sheet, pages])
}

/** The frame of a phone, or a plain sheet at the desk. */
const Screen = ({ sheet, children }: { sheet: boolean; children: ReactNode }) => (sheet ? <div className="try-sheet">{children}</div> : <div className="phone"><div className="phone-ear" />{children}</div>)

/** Beginning anew and, on the phone, the larger text. */
const Bar = ({ large, sheet, onAgain, onLarge }: { large: boolean; sheet: boolean; onAgain: () => void; onLarge: () => void }) => {
  const say = useSay('studioForms')
  return (
    <p className="bar forms-try-bar">
      <button type="button" className="btn btn-small" onClick={onAgain}>{say('try.again')}</button>
      {sheet ? null : <button type="button" className="btn btn-small btn-quiet" onClick={onLarge}>{say(large ? 'try.normal' : 'try.large')}</button>}
    </p>
  )
}

const firstPage = (form: FormDef): number => nearestPage({ def: form, answers: {}, from: -1, step: 1 }) ?? 0

/** What would be sent as things stand: what is hidden is not among it. */
const Collected = ({ form, answers }: { form: FormDef; answers: Answers }) => {
  const say = useSay('studioForms')
  const { lang } = useStudio()
  const words = useFormWords()
  const lines = answerLines({ def: form, answers, lang, words }).filter(({ key }) => Object.hasOwn(answers, key))
  return (
    <section className="forms-collected" aria-labelledby="forms-collected">
      <h3 id="forms-collected">{say('try.collected')}</h3>
      {lines.length === 0 ? <p className="small muted">{say('try.collectedNone')}</p> : (
        <dl className="facts small">{lines.map(({ key, label, text }) => <div key={key} data-answer={key}><dt>{label}</dt><dd>{text}</dd></div>)}</dl>
      )}
      <p className="small muted">{say('try.hidden')}</p>
    </section>
  )
}

/** The pages of a form as they stand on a resident's phone, or a register's fields as the desk shows them: judged by the server as the real thing would be. Nothing is kept. */
export const TryPhone = ({ pages: given }: { pages: FormPage[] }) => {
  const say = useSay('studioForms')
  const { lang } = useStudio()
  const words = useFormWords()
  const { asked: pages, sheet } = usePages(given)
  const untitled = say('fields.untitled')
  const form = useMemo((): FormDef => ({ code: 'try', name: { zh: '-' }, pages: pages.map((page) => ({ ...page, questions: page.questions.map((question) => named(question, untitled)) })) }), [pages, untitled])
  const [trial, setTrial] = useState<Trial>(START)
  const [typed, setTyped] = useState<Fields>({})
  const [answers, setAnswers] = useState<Answers>({})
  const [large, setLarge] = useState(false)
  const [busy, setBusy] = useState(false)
  const screen = useRef<HTMLDivElement>(null)
  // A page that was changed in the editor is drawn anew, with what was typed so far.
  const drawn = canonical(form.pages)
  const [shown, setShown] = useState(drawn)
  if (shown !== drawn) {
    setShown(drawn)
    setTrial((now) => ({ ...now, page: Math.min(now.page, Math.max(0, pages.length - 1)), fields: typed, errors: NO_ERRORS, round: now.round + 1 }))
  }
  const page = form.pages[trial.page]
  const turn = useCallback((next: Partial<Trial>) => {
    setTrial((now) => ({ ...now, errors: NO_ERRORS, done: false, over: false, fault: undefined, ...next, round: now.round + 1 }))
    screen.current?.scrollTo({ top: 0 })
  }, [])

  const keep = (event: FormEvent<HTMLFormElement>) => {
    if (page) setTyped(typedWith(typed, page, event.currentTarget))
    if (trial.over) setTrial((now) => ({ ...now, over: false }))
  }
  const go = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!page || busy) return
    const fields = typedWith(typed, page, event.currentTarget)
    setTyped(fields)
    setBusy(true)
    const answer = await ask<Tried>('forms/try', { method: 'POST', json: { pages, page: trial.page, fields } })
    setBusy(false)
    if (!answer.ok) { setTrial((now) => ({ ...now, fault: answer.fault })); return }
    const { errors, ended, next } = answer.data
    if (ended) { setTrial((now) => ({ ...now, over: true })); return }
    if (errors.length > 0) turn({ fields, errors })
    else turn(next === undefined ? { fields, done: true } : { fields, page: next })
  }
  const back = () => {
    const to = nearestPage({ def: form, answers: validateAnswers(form, typed).answers, from: trial.done ? form.pages.length : trial.page, step: -1 })
    turn({ fields: typed, page: to ?? trial.page })
  }
  const again = () => { setTyped({}); setAnswers({}); turn({ ...START, page: firstPage(form) }) }
  const first = trial.page <= firstPage(form)
  const last = trial.page === form.pages.length - 1

  return (
    <section className="pane try" aria-labelledby="forms-try">
      <div className="forms-stick">
        <div className="try-head"><Icon name="play" /><h2 id="forms-try">{say('try.heading')}</h2><p>{say('try.lead')}</p></div>
        <Screen sheet={sheet}>
          <div className={large ? 'phone-page forms-large' : 'phone-page'} ref={screen}>
            {trial.done || !page ? (
              <>
                <Mark tone="ok">{say('try.done')}</Mark>
                <button type="button" className="btn" onClick={back}>{say('try.back')}</button>
              </>
            ) : (
              <form noValidate onChange={keep} onSubmit={(event) => void go(event)} aria-label={say('try.heading')}>
                {sheet ? null : <><p className="small muted">{say('try.page', { number: trial.page + 1, count: form.pages.length })}</p><h3>{sayWords(page.title, lang)}</h3></>}
                <FormRenderer key={`${trial.round}.${trial.page}`} def={form} page={trial.page} lang={lang} words={words} fields={withoutPhotos(trial.fields, page)} before={before(form, trial)} errors={trial.errors} onAnswers={setAnswers} />
                {trial.over ? <Note tone="info" alert>{say('try.over')}</Note> : null}
                {trial.fault ? <Note tone="stop" alert>{say('try.broken')}</Note> : null}
                <button type="submit" className="btn btn-stage">{say(last ? 'try.send' : 'try.next')}</button>
                {first ? null : <button type="button" className="btn" onClick={back}>{say('try.back')}</button>}
              </form>
            )}
          </div>
        </Screen>
        <Bar large={large} sheet={sheet} onAgain={again} onLarge={() => setLarge(!large)} />
        <Collected form={form} answers={answers} />
      </div>
    </section>
  )
}

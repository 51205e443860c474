'use client'

import { useCallback, useMemo, useState } from 'react'
import type { Answers } from '../../../domain/forms/types'
import { answerable } from '../../../domain/routines/edit'
import en from '../../../i18n/en/form.json'
import zh from '../../../i18n/zh/form.json'
import type { CheckVM, MakeVM } from '../../../services/routines/rounds/view'
import { FormRenderer } from '../../forms/FormRenderer.client'
import type { ApiError } from '../types'
import { Dialog } from '../ui/Dialog'
import { Field, Select } from '../ui/Field'
import { useDesk } from '../words'
import { sendMatter } from './api'
import { answerErrors, RoundFault } from './faults'
import { useRound } from './words'

const WORDS = { zh, en }

type Props = { view: CheckVM; make: MakeVM; onClose: () => void }

const TypeForm = ({ type, errors, onAnswers }: { type: MakeVM['types'][number] | undefined; errors: ReturnType<typeof answerErrors>; onAnswers: (answers: Answers) => void }) => {
  const { lang } = useDesk()
  const form = useMemo(() => (type?.form ? answerable(type.form, []) : undefined), [type])
  return form?.pages[0]?.questions.length ? <FormRenderer key={type?.id} def={form} page={0} lang={lang} words={WORDS[lang]} errors={errors} onAnswers={onAnswers} /> : null
}

/** Opens a matter of what was found: its type, its text, and what its form asks. */
export const MakeDialog = ({ view, make, onClose }: Props) => {
  const say = useRound()
  const [type, setType] = useState(make.types[0]?.id ?? '')
  const [text, setText] = useState(make.text)
  const [answers, setAnswers] = useState<Answers>({})
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError>()
  const errors = useMemo(() => answerErrors(error), [error])
  const told = useCallback((next: Answers) => setAnswers(next), [])
  const go = async () => {
    setBusy(true)
    const answer = await sendMatter(view, { type, text, answers })
    if (answer.ok) return window.location.assign(answer.data.href)
    setBusy(false)
    setError(answer.error)
  }
  const footer = (
    <>
      <button type="button" className="btn main" aria-busy={busy} disabled={busy} onClick={() => void go()}>{say(busy ? 'saving' : 'makeSave')}</button>
      <button type="button" className="btn" onClick={onClose}>{say('cancel')}</button>
    </>
  )
  return (
    <Dialog title={say('make')} onClose={onClose} footer={footer} wide>
      <div className="stack register-form">
        <p className="hint">{say('makeLead')}</p>
        <Field label={say('makeType')} required>
          {(control) => <Select {...control} value={type} onChange={(event) => { setType(event.target.value); setAnswers({}) }}>{make.types.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}</Select>}
        </Field>
        <Field label={say('makeText')} hint={say('makeTextHint')} required>
          {(control) => <textarea {...control} className="input" rows={5} maxLength={2000} value={text} onChange={(event) => setText(event.target.value)} />}
        </Field>
        <TypeForm type={make.types.find(({ id }) => id === type)} errors={errors} onAnswers={told} />
        <RoundFault error={error} />
      </div>
    </Dialog>
  )
}

'use client'

import { useId, useState, type FormEvent } from 'react'
import type { RoutingSet } from '../../../domain/routing/types'
import { canonical } from '../../../domain/canonical'
import { say as wordsIn } from '../../../domain/words'
import type { TryAnswer } from '../../../services/studio/routing/tryOut'
import { ask, type Fault } from '../api'
import { FaultNote, Field, Icon, SelectField, TextField } from '../kit'
import { useSay, useStudio } from '../words'
import { useRouting } from './context'
import { TryResult } from './TryResult'

type Facts = { text: string; unit: string; at: string; category: string; type: string; source: string; severity: string; answers: Record<string, string> }

/** Questions that the rules look at: only these need an answer. */
const askedIn = ({ rules }: RoutingSet): string[] => [...new Set(rules.flatMap(({ conditions }) => conditions.flatMap((condition) => (condition.field === 'answer' && condition.question ? [condition.question] : []))))]

const localNow = (now: number, timeZone: string): string => new Date(now).toLocaleString('sv-SE', { timeZone }).slice(0, 16).replace(' ', 'T')

const Answers = ({ keys, answers, onChange }: { keys: readonly string[]; answers: Record<string, string>; onChange: (answers: Record<string, string>) => void }) => {
  const say = useSay('studioRouting')
  const { lang } = useStudio()
  const { choices } = useRouting()
  return keys.map((key) => {
    const question = choices.questions.find(({ code }) => code === key)
    const label = say('try.answer', { name: wordsIn(question?.name, lang) || key })
    const set = (value: string) => onChange({ ...answers, [key]: value })
    return question?.options
      ? <SelectField key={key} label={label} value={answers[key] ?? ''} empty={say('try.notAsked')} options={question.options.map(({ code, name }) => ({ value: code, label: wordsIn(name, lang) }))} onChange={set} />
      : <TextField key={key} label={label} value={answers[key] ?? ''} maxLength={200} onChange={set} />
  })
}

const More = ({ facts, put, asked }: { facts: Facts; put: (change: Partial<Facts>) => void; asked: readonly string[] }) => {
  const say = useSay('studioRouting')
  const { lang } = useStudio()
  const { choices } = useRouting()
  const named = (rows: readonly { code: string; name: { zh: string; en?: string } }[]) => rows.map(({ code, name }) => ({ value: code, label: wordsIn(name, lang) }))
  const indent = (depth: number): string => ' '.repeat(depth * 2)
  return (
    <details className="try-more">
      <summary>{say('try.more')}</summary>
      <div className="stack">
        <SelectField label={say('try.category')} value={facts.category} empty={say('try.byText')} options={choices.categories.filter(({ active }) => active).map(({ code, name, depth }) => ({ value: code, label: `${indent(depth)}${wordsIn(name, lang)}` }))} onChange={(category) => put({ category })} />
        <SelectField label={say('try.type')} value={facts.type} empty={say('try.byCategory')} options={named(choices.types)} onChange={(type) => put({ type })} />
        <SelectField label={say('try.source')} value={facts.source} empty={say('try.web')} options={named(choices.sources)} onChange={(source) => put({ source })} />
        <SelectField label={say('try.severity')} value={facts.severity} empty={say('try.asCategory')} options={(['1', '2', '3', '4'] as const).map((value) => ({ value, label: say(`severity.${value}`) }))} onChange={(severity) => put({ severity })} />
        <Answers keys={asked} answers={facts.answers} onChange={(answers) => put({ answers })} />
      </div>
    </details>
  )
}

const UnitInput = ({ typed, unknown, onType }: { typed: string; unknown: boolean; onType: (typed: string) => void }) => {
  const say = useSay('studioRouting')
  return (
    <Field label={say('try.where')} hint={say('try.whereHint')} error={unknown ? say('try.unknownUnit') : undefined}>
      {(control) => <input {...control} className="input" list="routing-unit" value={typed} onChange={(event) => onType(event.target.value)} />}
    </Field>
  )
}

/** Makes up a matter and shows where the rules on the screen send it, each with its why. Nothing is kept. */
export const TryPane = ({ set }: { set: RoutingSet }) => {
  const say = useSay('studioRouting')
  const { now, timeZone } = useStudio()
  const { units } = useRouting()
  const head = useId()
  const [facts, setFacts] = useState<Facts>(() => ({ text: say('try.sample'), unit: '', at: localNow(now, timeZone), category: '', type: '', source: '', severity: '', answers: {} }))
  const [typed, setTyped] = useState('')
  const [unknown, setUnknown] = useState(false)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault>()
  const [found, setFound] = useState<{ of: string; answer: TryAnswer }>()
  const put = (change: Partial<Facts>) => setFacts((old) => ({ ...old, ...change }))
  const of = canonical([set.rules, facts, typed])
  const go = async (event: FormEvent) => {
    event.preventDefault()
    const unit = units.find(({ label, code }) => label === typed.trim() || code === typed.trim())?.code ?? ''
    setUnknown(typed.trim() !== '' && unit === '')
    if (typed.trim() !== '' && unit === '') return
    setBusy(true)
    const { severity, ...rest } = facts
    const answer = await ask<TryAnswer>('routing/try', { method: 'POST', json: { definition: set, ...rest, unit, ...(severity ? { severity: Number(severity) } : {}) } })
    setBusy(false)
    setFault(answer.ok ? undefined : answer.fault)
    setFound(answer.ok ? { of, answer: answer.data } : undefined)
  }
  return (
    <section className="try try-stay" aria-labelledby={head}>
      <div className="try-head"><Icon name="play" /><h2 id={head}>{say('try.heading')}</h2><p>{say('try.lead')}</p></div>
      <form className="stack" onSubmit={(event) => void go(event)} noValidate>
        <TextField label={say('try.text')} value={facts.text} lines={3} maxLength={4000} onChange={(text) => put({ text })} />
        <div className="cols cols-even try-two">
          <UnitInput typed={typed} unknown={unknown} onType={setTyped} />
          <TextField label={say('try.when')} type="datetime-local" value={facts.at} onChange={(at) => put({ at })} />
        </div>
        <More facts={facts} put={put} asked={askedIn(set)} />
        <p className="bar"><button type="submit" className="btn btn-stage" disabled={busy}><Icon name="play" />{say('try.go')}</button></p>
      </form>
      <FaultNote fault={fault} />
      <div role="status">{found ? <TryResult answer={found.answer} stale={found.of !== of} /> : null}</div>
    </section>
  )
}

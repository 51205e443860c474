'use client'

import { Fragment, useCallback } from 'react'
import type { Answers } from '../../../domain/forms/types'
import { answerable, opensOf, type Missing } from '../../../domain/routines/edit'
import type { Opens } from '../../../domain/routines/types'
import en from '../../../i18n/en/form.json'
import zh from '../../../i18n/zh/form.json'
import type { Choices } from '../../../services/routines/view'
import { FormRenderer } from '../../forms/FormRenderer.client'
import { Field, Note, NumberField, PickOne, SelectField, WordsField } from '../kit'
import { useStudio } from '../words'
import { FillRows } from './FillRows'
import type { SayRoutine } from './sentence'

const WORDS = { zh, en }

type Matter = Extract<Opens, { kind: 'matter' }>
type Round = Extract<Opens, { kind: 'round' }>
type Part<O> = { opens: O; choices: Choices; say: SayRoutine; wrong: (field: Missing) => string | undefined; onChange: (opens: Opens | ((now: Opens) => Opens)) => void }

const without = <O extends object, K extends keyof O>(opens: O, key: K): Omit<O, K> => {
  const { [key]: _, ...rest } = opens
  return rest
}

const AnswersPart = ({ opens, choices, say, onChange }: Part<Matter>) => {
  const { lang } = useStudio()
  const form = choices.types.find(({ code }) => code === opens.matterType)?.form
  const told = useCallback((answers: Answers) => onChange((now) => (now.kind === 'matter' ? { ...now, answers } : now)), [onChange])
  if (!form) return null
  const asked = answerable(form, opens.fills)
  const [page] = asked.pages
  return (
    <>
      <FillRows form={form} fills={opens.fills} choices={choices} say={say} onChange={(fills) => onChange({ ...opens, fills, answers: Object.fromEntries(Object.entries(opens.answers).filter(([key]) => !fills.some(({ question }) => question === key))) })} />
      {page && page.questions.length > 0 ? (
        <fieldset className="stack-s routine-answers">
          <legend>{say('edit.answers')}</legend>
          <p className="hint">{say('edit.answersHint')}</p>
          <FormRenderer key={`${opens.matterType} ${opens.fills.map(({ question }) => question).join(' ')}`} def={asked} page={0} lang={lang} words={WORDS[lang]} fields={opens.answers} onAnswers={told} />
        </fieldset>
      ) : null}
    </>
  )
}

const PAGES = { toTypes: '/admin/structure/types', toRegisters: '/admin/structure/registers', toForms: '/admin/structure/forms' } as const

/** Nothing to choose from: what must be there first, and where it is made. */
const NoneYet = ({ what, links, say }: { what: 'noTypes' | 'noRegisters' | 'noForms'; links: readonly (keyof typeof PAGES)[]; say: SayRoutine }) => (
  <Note tone="warn">{say(`edit.${what}`)} {say('edit.makeFirst')}{links.map((to) => <Fragment key={to}> <a href={PAGES[to]}>{say(`edit.${to}`)}</a></Fragment>)}</Note>
)

const MatterPart = (part: Part<Matter>) => {
  const { opens, choices, say, wrong, onChange } = part
  return (
    <>
      {choices.types.length === 0 ? <NoneYet what="noTypes" say={say} links={['toTypes', 'toRegisters']} /> : <SelectField label={say('edit.type')} value={opens.matterType} empty={say('edit.pickType')} error={wrong('type')} options={choices.types.map(({ code, name }) => ({ value: code, label: name }))} onChange={(matterType) => onChange({ ...opens, matterType, answers: {}, fills: [] })} />}
      <WordsField label={say('edit.title')} hint={say('edit.titleHint')} value={opens.title} maxLength={80} required error={wrong('title')} onChange={(title) => onChange({ ...opens, title })} />
      <WordsField label={say('edit.text')} hint={say('edit.textHint')} value={opens.text} lines={3} maxLength={1500} required error={wrong('text')} onChange={(text) => onChange({ ...opens, text })} />
      <div className="cols cols-even">
        <PickOne label={say('edit.category')} placeholder={say('edit.noCategory')} value={opens.category} choices={choices.categories.map(({ code, name }) => ({ id: code, name }))} onChange={(category) => onChange(category ? { ...opens, category } : without(opens, 'category'))} />
        <PickOne label={say('edit.unit')} hint={say('edit.unitHint')} value={opens.unit} choices={choices.units.map(({ code, name, hint }) => ({ id: code, name, ...(hint ? { hint } : {}) }))} onChange={(unit) => onChange(unit ? { ...opens, unit } : without(opens, 'unit'))} />
      </div>
      <AnswersPart {...part} />
    </>
  )
}

const RoundPart = ({ opens, choices, say, wrong, onChange }: Part<Round>) => (
  <>
    <div className="cols cols-even">
      {choices.registers.length === 0 ? <NoneYet what="noRegisters" say={say} links={['toRegisters', 'toTypes']} /> : <SelectField label={say('edit.register')} value={opens.register} empty={say('edit.pickType')} error={wrong('register')} options={choices.registers.map(({ code, name }) => ({ value: code, label: name }))} onChange={(register) => onChange({ ...opens, register })} />}
      {choices.forms.length === 0 ? <NoneYet what="noForms" say={say} links={['toForms']} /> : <SelectField label={say('edit.form')} value={opens.form} empty={say('edit.pickType')} error={wrong('form')} options={choices.forms.map(({ code, name }) => ({ value: code, label: name }))} onChange={(form) => onChange({ ...opens, form })} />}
    </div>
    <WordsField label={say('edit.title')} hint={say('edit.titleHint')} value={opens.title} maxLength={80} required error={wrong('title')} onChange={(title) => onChange({ ...opens, title })} />
    <NumberField label={say('edit.sample')} hint={say('edit.sampleHint')} min={1} max={10_000} value={opens.sample} onChange={(sample) => onChange(sample === undefined ? without(opens, 'sample') : { ...opens, sample: Math.max(1, Math.round(sample)) })} />
  </>
)

/** What opens when it is due. */
export const OpensFields = (part: Part<Opens>) => {
  const { opens, say, onChange } = part
  return (
    <fieldset className="stack-s">
      <legend>{say('edit.opens')}</legend>
      <Field label={<span className="sr">{say('edit.opens')}</span>}>
        {(control) => (
          <select {...control} className="input" value={opens.kind} onChange={(event) => onChange(opensOf(event.target.value as Opens['kind'], opens))}>
            <option value="matter">{say('edit.opensMatter')}</option><option value="round">{say('edit.opensRound')}</option>
          </select>
        )}
      </Field>
      {opens.kind === 'matter' ? <MatterPart {...part} opens={opens} /> : <RoundPart {...part} opens={opens} />}
    </fieldset>
  )
}

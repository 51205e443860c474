'use client'

import { nextOptionCode } from '../../../domain/forms/edit'
import type { Choice } from '../../../domain/forms/types'
import { Check, Icon, moved, SortableRows, TextField, WordsField } from '../kit'
import { useSay } from '../words'

type Props = { options: readonly Choice[]; canEdit: boolean; /** What is wrong at a path below the options. */ wrong: (path: string) => string | undefined; onChange: (options: Choice[]) => void }

type OneProps = { option: Choice; at: number; only: boolean; canEdit: boolean; wrong: Props['wrong']; onChange: (option: Choice) => void; onRemove: () => void }

const english = ({ label, ...option }: Choice, en: string): Choice => ({ ...option, label: { zh: label.zh, ...(en ? { en } : {}) } })

const ending = ({ endsWith: _gone, ...option }: Choice, advice: Choice['endsWith']): Choice => ({ ...option, ...(advice ? { endsWith: advice } : {}) })

const One = ({ option, at, only, canEdit, wrong, onChange, onRemove }: OneProps) => {
  const say = useSay('studioForms')
  const number = at + 1
  return (
    <>
      <TextField label={<span className="sr">{say('options.label', { number })}</span>} value={option.label.zh} maxLength={200} error={wrong(`${at}/label`)} onChange={(zh) => onChange({ ...option, label: { ...option.label, zh } })} />
      <details className="forms-more" open={Boolean(option.endsWith ?? wrong(`${at}/code`))}>
        <summary>{say('options.more')}</summary>
        <div className="stack-s">
          <TextField label={say('options.code')} hint={say('options.codeHint')} value={option.code} maxLength={64} error={wrong(`${at}/code`)} onChange={(code) => onChange({ ...option, code })} />
          <TextField label={say('options.en')} value={option.label.en ?? ''} maxLength={400} onChange={(en) => onChange(english(option, en))} />
          <Check label={say('options.ends')} hint={say('options.endsHint')} checked={option.endsWith !== undefined} onChange={(ends) => onChange(ending(option, ends ? { zh: say('options.adviceDefault') } : undefined))} />
          {option.endsWith ? <WordsField label={say('options.advice')} value={option.endsWith} lines={3} maxLength={4000} error={wrong(`${at}/endsWith`)} onChange={(advice) => onChange(ending(option, advice))} /> : null}
          {canEdit && !only ? <button type="button" className="btn btn-small btn-danger" onClick={onRemove}>{say('options.remove', { name: option.label.zh })}</button> : null}
        </div>
      </details>
    </>
  )
}

/** The list of choices, in the order they are offered. */
export const OptionsEditor = ({ options, canEdit, wrong, onChange }: Props) => {
  const say = useSay('studioForms')
  const add = () => onChange([...options, { code: nextOptionCode(options), label: { zh: say('fields.newOption', { number: options.length + 1 }) } }])
  const items = options.map((option, at) => ({
    id: `o${at}`, name: option.label.zh,
    content: (
      <One option={option} at={at} only={options.length === 1} canEdit={canEdit} wrong={wrong}
        onChange={(next) => onChange(options.map((each, index) => (index === at ? next : each)))} onRemove={() => onChange(options.filter((_option, index) => index !== at))} />
    ),
  }))
  return (
    <fieldset className="stack-s">
      <legend>{say('options.heading')}</legend>
      {wrong('') ? <p className="error"><Icon name="stop" />{wrong('')}</p> : null}
      <div className="forms-options"><SortableRows items={items} movable={canEdit} onMove={(from, to) => onChange(moved(options, from, to))} /></div>
      {canEdit ? <button type="button" className="btn btn-small" onClick={add}><Icon name="plus" />{say('options.add')}</button> : null}
    </fieldset>
  )
}

'use client'

import { useId, type InputHTMLAttributes, type ReactNode } from 'react'
import type { Words } from '../../../domain/words'
import { useSay } from '../words'
import { Icon } from './Icon'

export type Described = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }

type FieldProps = { label: ReactNode; hint?: ReactNode; error?: string; after?: ReactNode; children: (control: Described) => ReactNode }

/** A label, what it means, its control, and what is wrong with it, tied together for those who hear the page. */
export const Field = ({ label, hint, error, after, children }: FieldProps) => {
  const id = useId()
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, ...(described ? { 'aria-describedby': described } : {}), ...(error ? { 'aria-invalid': true as const } : {}) })}
      {hint ? <span className="hint" id={`${id}-hint`}>{hint}</span> : null}
      {after}
      {error ? <p className="error" id={`${id}-error`}><Icon name="stop" />{error}</p> : null}
    </div>
  )
}

type TextProps = { label: ReactNode; value: string; onChange: (value: string) => void; hint?: ReactNode; error?: string; lines?: number } & Pick<InputHTMLAttributes<HTMLInputElement>, 'maxLength' | 'inputMode' | 'placeholder' | 'disabled' | 'required' | 'type'>

/** Shorter fields have a form of their own, such as a seal of two characters: they are meant to be full. */
const SHORT = 10

/** How much room is left, once it becomes tight: a field that takes no more says so. */
const Room = ({ length, max }: { length: number; max: number }) => {
  const say = useSay('studio')
  const text = length >= max ? say('length.full', { max }) : length > max * 0.8 ? say('length.near', { n: length, max }) : ''
  return <span className="hint" aria-live="polite">{text}</span>
}

/** One line of text, or several with `lines`. */
export const TextField = ({ label, value, onChange, hint, error, lines, ...rest }: TextProps) => (
  <Field label={label} hint={hint} error={error} after={rest.maxLength && rest.maxLength > SHORT ? <Room length={value.length} max={rest.maxLength} /> : null}>
    {(control) => lines
      ? <textarea {...control} className="input" rows={lines} value={value} maxLength={rest.maxLength} disabled={rest.disabled} required={rest.required} onChange={(event) => onChange(event.target.value)} />
      : <input {...control} {...rest} className="input" value={value} onChange={(event) => onChange(event.target.value)} />}
  </Field>
)

/** A number that may be left out. */
export const NumberField = ({ label, value, onChange, hint, error, min, max }: { label: ReactNode; value: number | undefined; onChange: (value: number | undefined) => void; hint?: ReactNode; error?: string; min?: number; max?: number }) => (
  <Field label={label} hint={hint} error={error}>
    {(control) => (
      <input {...control} className="input" type="number" value={value ?? ''} min={min} max={max}
        onChange={(event) => onChange(event.target.value === '' || Number.isNaN(event.target.valueAsNumber) ? undefined : event.target.valueAsNumber)} />
    )}
  </Field>
)

export type Option = { value: string; label: string }

/** A choice from a list; `empty` is the words of choosing nothing. */
export const SelectField = ({ label, value, options, onChange, hint, error, empty }: { label: ReactNode; value: string; options: readonly Option[]; onChange: (value: string) => void; hint?: ReactNode; error?: string; empty?: string }) => (
  <Field label={label} hint={hint} error={error}>
    {(control) => (
      <select {...control} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
    )}
  </Field>
)

/** A tick with its words beside it. */
export const Check = ({ label, hint, checked, onChange, disabled }: { label: ReactNode; hint?: ReactNode; checked: boolean; onChange: (checked: boolean) => void; disabled?: boolean }) => (
  <label className="check">
    <input type="checkbox" checked={checked} disabled={disabled} onChange={(event) => onChange(event.target.checked)} />
    <span>{label}{hint ? <small>{hint}</small> : null}</span>
  </label>
)

type WordsProps = { label: string; value: Words | undefined; onChange: (value: Words) => void; hint?: ReactNode; error?: string; lines?: number; maxLength?: number; required?: boolean }

/** The same words in Chinese and, where wanted, in English. */
export const WordsField = ({ label, value, onChange, hint, error, lines, maxLength, required }: WordsProps) => {
  const say = useSay('studio')
  const english = (text: string): Words => (text === '' ? { zh: value?.zh ?? '' } : { zh: value?.zh ?? '', en: text })
  return (
    <div className="words-field">
      <TextField label={label} value={value?.zh ?? ''} hint={hint} error={error} lines={lines} maxLength={maxLength} required={required} onChange={(zh) => onChange({ ...value, zh })} />
      <details className="words-en" open={Boolean(value?.en)}>
        <summary>{say('words.en')}</summary>
        <TextField label={<span className="sr">{`${label} · ${say('words.en')}`}</span>} value={value?.en ?? ''} lines={lines} hint={say('words.enHint')} onChange={(en) => onChange(english(en))} />
      </details>
    </div>
  )
}

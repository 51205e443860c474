import type { ReactNode } from 'react'
import { FieldError, fieldId } from './Field'

export type ChoiceProps = {
  name: string
  value: string
  id?: string
  type?: 'radio' | 'checkbox'
  checked?: boolean
  label: ReactNode
  hint?: ReactNode
  /** Why it cannot be chosen. */
  off?: string
}

/** One answer; the whole surface can be pressed. */
export const Choice = ({ name, value, id, type = 'radio', checked, label, hint, off }: ChoiceProps) => (
  <label className="choice">
    <input type={type} name={name} value={value} id={id} defaultChecked={checked} disabled={Boolean(off)} />
    <span>
      <span className="choice-label">{label}</span>
      {hint && <span className="hint">{hint}</span>}
      {off && <span className="hint">{off}</span>}
    </span>
  </label>
)

export type ChoicesProps = {
  name: string
  legend: ReactNode
  /** The question is the page's or a section's heading. */
  level?: 'h1' | 'h2' | 'label' | 'hidden'
  hint?: ReactNode
  error?: string
  /** Side by side on wider screens. */
  inRow?: boolean
  className?: string
  children: ReactNode
}

const LEGENDS = {
  h1: (legend: ReactNode) => <h1>{legend}</h1>,
  h2: (legend: ReactNode) => <h2>{legend}</h2>,
  label: (legend: ReactNode) => <span className="label">{legend}</span>,
  hidden: (legend: ReactNode) => <span className="unseen">{legend}</span>,
}

/** A group of answers to one question. The error summary jumps to the group. */
export const Choices = ({ name, legend, level = 'label', hint, error, inRow, className, children }: ChoicesProps) => (
  <fieldset id={fieldId(name)} tabIndex={-1} className={error ? 'field field-wrong' : 'field'} aria-describedby={error ? `e-${name}` : undefined}>
    <legend>{LEGENDS[level](legend)}</legend>
    {hint && <p className="hint">{hint}</p>}
    <FieldError name={name} error={error} />
    <div className={['choices', inRow ? 'choices-row' : '', className ?? ''].filter(Boolean).join(' ')}>{children}</div>
  </fieldset>
)

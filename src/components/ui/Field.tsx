import type { HTMLInputAutoCompleteAttribute, ReactNode } from 'react'
import { Icon } from './Icon'

/** Id of a field's input: what the error summary jumps to. */
export const fieldId = (name: string): string => `f-${name}`

export type FieldProps = {
  name: string
  label: ReactNode
  /** Added to the label, e.g. "（可不填）". */
  optional?: string
  hint?: ReactNode
  error?: string
  /** Replaces the label with the page's only heading. */
  asHeading?: boolean
  children: ReactNode
}

/** Ids that describe an input: its hint and its error. */
export const describedBy = ({ name, hint, error, extra }: { name: string; hint?: unknown; error?: string; extra?: string }): string | undefined =>
  [hint ? `h-${name}` : '', error ? `e-${name}` : '', extra ?? ''].filter(Boolean).join(' ') || undefined

/** Label above, hint below the label, error in words between hint and input. */
export const Field = ({ name, label, optional, hint, error, asHeading, children }: FieldProps) => {
  const text = (
    <>
      {label}
      {optional && <span className="label-note">{optional}</span>}
    </>
  )
  return (
    <div className={error ? 'field field-wrong' : 'field'}>
      {asHeading ? (
        <h1>
          <label htmlFor={fieldId(name)}>{text}</label>
        </h1>
      ) : (
        <label className="label" htmlFor={fieldId(name)}>
          {text}
        </label>
      )}
      {hint && (
        <p className="hint" id={`h-${name}`}>
          {hint}
        </p>
      )}
      <FieldError name={name} error={error} />
      {children}
    </div>
  )
}

export const FieldError = ({ name, error }: { name: string; error?: string }) =>
  error ? (
    <p className="wrong" id={`e-${name}`}>
      <Icon name="warn" />
      <span>{error}</span>
    </p>
  ) : null

export type TextFieldProps = Omit<FieldProps, 'children'> & {
  value: string
  type?: 'text' | 'tel' | 'email' | 'search'
  /** Digits and letters that are read one by one. */
  code?: boolean
  rows?: number
  maxLength?: number
  autoComplete?: HTMLInputAutoCompleteAttribute
  placeholder?: string
  /** A button on the input's right side. */
  button?: ReactNode
}

/** One line, or several with `rows`. */
export const TextField = ({ value, type = 'text', code, rows, maxLength, autoComplete, placeholder, button, ...field }: TextFieldProps) => {
  const shared = {
    id: fieldId(field.name),
    name: field.name,
    defaultValue: value,
    maxLength,
    autoComplete,
    placeholder,
    'aria-invalid': field.error ? true : undefined,
    'aria-describedby': describedBy(field),
  } as const
  const input = rows ? <textarea className="input" rows={rows} {...shared} /> : <input className={code ? 'input input-code' : 'input'} type={type} {...shared} />
  return <Field {...field}>{button ? <div className="joined">{input}{button}</div> : input}</Field>
}

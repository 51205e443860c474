'use client'

import { useId, type ComponentProps, type ReactNode } from 'react'
import { useWords } from '../words'
import { Icon } from './icons'

/** What a control inside a field carries so that label, help and fault belong to it. */
export type ControlProps = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true; required?: boolean }

type FieldProps = {
  label: ReactNode
  need?: string
  hint?: ReactNode
  fault?: string
  required?: boolean
  full?: boolean
  children: (control: ControlProps) => ReactNode
}

const ids = (parts: (string | false | undefined)[]): string | undefined => parts.filter(Boolean).join(' ') || undefined

/** One question: label, control, help, fault. */
export const Field = ({ label, need, hint, fault, required, full, children }: FieldProps) => {
  const id = useId()
  const say = useWords()
  const describedby = ids([fault && `${id}-f`, hint ? `${id}-h` : undefined])
  return (
    <div className={full ? 'field full' : 'field'}>
      <label htmlFor={id}>{label} <span className="need">{need ?? (required ? say('common.required') : say('common.optional'))}</span></label>
      {children({ id, 'aria-describedby': describedby, 'aria-invalid': fault ? true : undefined, required })}
      {fault ? <Fault id={`${id}-f`} text={fault} /> : null}
      {hint ? <p className="hint" id={`${id}-h`}>{hint}</p> : null}
    </div>
  )
}

export const Fault = ({ id, text }: { id?: string; text: string }) => (
  <p className="fault" id={id} role="alert"><Icon name="alert" />{text}</p>
)

type GroupProps = { legend: ReactNode; need?: string; hint?: ReactNode; fault?: string; required?: boolean; full?: boolean; children: ReactNode }

/** Several controls that answer one question. */
export const FieldGroup = ({ legend, need, hint, fault, required, full, children }: GroupProps) => {
  const id = useId()
  const say = useWords()
  return (
    <fieldset className={full ? 'field full' : 'field'} aria-describedby={ids([fault && `${id}-f`, hint ? `${id}-h` : undefined])}>
      <legend>{legend} <span className="need">{need ?? (required ? say('common.required') : say('common.optional'))}</span></legend>
      {children}
      {fault ? <Fault id={`${id}-f`} text={fault} /> : null}
      {hint ? <p className="hint" id={`${id}-h`}>{hint}</p> : null}
    </fieldset>
  )
}

type ChoiceProps = { name: string; options: { code: string; label: ReactNode }[]; value: string | null; onChange: (code: string) => void }

/** One of a few, as framed radio buttons. */
export const Choices = ({ name, options, value, onChange }: ChoiceProps) => (
  <div className="choices">
    {options.map(({ code, label }) => (
      <label key={code} className="choice">
        <input type="radio" name={name} value={code} checked={value === code} onChange={() => onChange(code)} />
        {label}
      </label>
    ))}
  </div>
)

export const Select = ({ children, ...rest }: ComponentProps<'select'>) => (
  <span className="select">
    <select className="input" {...rest}>{children}</select>
    <Icon name="down" />
  </span>
)

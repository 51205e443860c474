'use client'

import type { InputVM } from '../../types'
import { Field } from '../../ui/Field'
import { useWords } from '../../words'

type TextProps = { input: InputVM; value: string; fault?: string; onChange: (value: string) => void }

/** Short answers on one line, others in a field that grows. Standard sentences are put in at the end. */
export const TextInput = ({ input, value, fault, onChange }: TextProps) => {
  const say = useWords()
  const long = (input.maxLength ?? 500) > 200
  const length = [...value.trim()].length
  const hint = [input.help, roleHint(input, say), input.maxLength && length > input.maxLength * 0.8 ? say('act.length', { n: length, max: input.maxLength }) : '']
  return (
    <Field label={input.label} required={input.required} fault={fault} hint={hint.filter(Boolean).join(' · ') || undefined} full={input.role === 'reply'}>
      {(control) => (
        <>
          {input.phrases?.length ? (
            <div className="row" role="group" aria-label={say('compose.standard')}>
              {input.phrases.map(({ name, text }) => (
                <button key={name} type="button" className="chip" title={text} onClick={() => onChange(value.trim() ? `${value.trimEnd()}\n${text}` : text)}>{name}</button>
              ))}
            </div>
          ) : null}
          {long
            ? <textarea {...control} className="input" rows={input.role === 'reply' ? 4 : 3} value={value} onChange={(event) => onChange(event.target.value)} />
            : <input {...control} className="input" value={value} onChange={(event) => onChange(event.target.value)} />}
        </>
      )}
    </Field>
  )
}

/** Who reads it must be plain while it is written. */
const roleHint = ({ role }: InputVM, say: ReturnType<typeof useWords>): string => {
  if (role === 'reply') return say('act.readByReporter')
  return role === 'internal' || role === 'reason' ? say('act.readByStaff') : ''
}

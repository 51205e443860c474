'use client'
import { FieldDescription, FieldLabel, useField } from '@payloadcms/ui'
import type { JSONFieldClientProps } from 'payload'
import { useState } from 'react'

const yearsIn = (text: string): number[] => [...new Set([...text.matchAll(/\d{4}/g)].map(([year]) => Number(year)))].sort((a, b) => a - b)

/** Years as a person writes them, "2026 2027"; stored as a list of numbers. */
export const YearsField = ({ field, path, readOnly }: JSONFieldClientProps) => {
  const { value, setValue, showError, errorMessage } = useField<number[] | null>({ path })
  const [text, setText] = useState(() => (value ?? []).join(' '))
  const id = `field-${path.replaceAll('.', '__')}`
  const type = (next: string) => {
    setText(next)
    setValue(yearsIn(next))
  }
  return (
    <div className="field-type text">
      <FieldLabel htmlFor={id} label={field.label} path={path} required={field.required} />
      <div className="field-type__wrap">
        <input id={id} type="text" inputMode="numeric" value={text} disabled={readOnly === true} onChange={(event) => type(event.target.value)} onBlur={() => setText((value ?? []).join(' '))} />
      </div>
      {showError && <div role="alert" style={{ color: 'var(--theme-error-500)' }}>{errorMessage}</div>}
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  )
}

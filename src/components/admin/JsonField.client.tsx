'use client'
import { FieldDescription, FieldLabel, useField } from '@payloadcms/ui'
import type { JSONFieldClientProps } from 'payload'
import { useEffect, useRef, useState } from 'react'

const pretty = (value: unknown): string => (value === undefined || value === null ? '' : JSON.stringify(value, null, 2))

type Parsed = { ok: true; value: unknown } | { ok: false; message: string }

const parse = (text: string): Parsed => {
  if (text.trim() === '') return { ok: true, value: null }
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}

/** JSON as plain text, checked while typing. Payload's own field loads an editor from a foreign host. */
export const JsonField = ({ field, path, readOnly }: JSONFieldClientProps) => {
  const { value, setValue, showError, errorMessage } = useField<unknown>({ path })
  const [text, setText] = useState(() => pretty(value))
  const [fault, setFault] = useState<string | null>(null)
  const id = `field-${path.replaceAll('.', '__')}`
  const locked = readOnly || field.admin?.readOnly === true

  const typed = useRef<unknown>(value)

  useEffect(() => {
    // Only what comes from outside replaces what is being typed.
    if (value === typed.current) return
    typed.current = value
    setText(pretty(value))
    setFault(null)
  }, [value])

  const type = (next: string) => {
    setText(next)
    const parsed = parse(next)
    setFault(parsed.ok ? null : parsed.message)
    if (!parsed.ok) return
    typed.current = parsed.value
    setValue(parsed.value)
  }

  const message = fault ?? (showError ? errorMessage : null)
  return (
    <div className="field-type">
      <FieldLabel htmlFor={id} label={field.label} path={path} required={field.required} />
      <textarea
        id={id} value={text} readOnly={locked} spellCheck={false} aria-invalid={message ? true : undefined} aria-describedby={`${id}-note`}
        onChange={(event) => type(event.target.value)} rows={Math.min(30, Math.max(4, text.split('\n').length))}
        style={{ width: '100%', fontFamily: 'monospace', fontSize: 13, lineHeight: 1.5, padding: 12 }}
      />
      <div id={`${id}-note`} role={message ? 'alert' : undefined} style={message ? { color: '#B3261E' } : undefined}>{message}</div>
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  )
}

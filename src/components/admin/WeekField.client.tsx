'use client'
import { FieldDescription, FieldLabel, useField, useTranslation } from '@payloadcms/ui'
import type { JSONFieldClientProps } from 'payload'
import { clockTime, minutesOf } from './minutes'
import { adminWords } from './words'

type Span = { from: number; to: number }
type Week = Record<string, Span[]>

const DAYS = ['1', '2', '3', '4', '5', '6', '7'] as const

/** What a new span starts as: the afternoon, because the morning is there already. */
const NEW: Span = { from: 13 * 60 + 30, to: 17 * 60 + 30 }

const ROW = { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8, padding: '8px 0', borderTop: '1px solid var(--theme-elevation-100)' } as const
const BOX = { padding: '4px 8px', border: '1px solid var(--theme-elevation-150)', borderRadius: 4, background: 'var(--theme-input-bg)', color: 'inherit', font: 'inherit' } as const

type DayProps = { name: string; spans: Span[]; locked: boolean; say: ReturnType<typeof adminWords>; onChange: (spans: Span[]) => void }

const Day = ({ name, spans, locked, say, onChange }: DayProps) => {
  const set = (index: number, change: Partial<Span>) => onChange(spans.map((span, at) => (at === index ? { ...span, ...change } : span)))
  return (
    <div style={ROW} role="group" aria-label={name}>
      <strong style={{ minWidth: 64 }}>{name}</strong>
      {spans.length === 0 && <span>{say('dayOff')}</span>}
      {spans.map((span, index) => (
        <span key={index} style={{ display: 'inline-flex', gap: 4, alignItems: 'center' }}>
          <input type="time" style={BOX} disabled={locked} aria-label={say('spanFrom', { day: name, number: index + 1 })} value={clockTime(span.from)} onChange={(event) => set(index, { from: minutesOf(event.target.value) })} />
          –
          <input type="time" style={BOX} disabled={locked} aria-label={say('spanTo', { day: name, number: index + 1 })} value={clockTime(span.to)} onChange={(event) => set(index, { to: minutesOf(event.target.value) })} />
          {!locked && <button type="button" style={BOX} aria-label={say('removeSpan', { day: name, number: index + 1 })} onClick={() => onChange(spans.filter((_, at) => at !== index))}>×</button>}
        </span>
      ))}
      {!locked && <button type="button" style={BOX} aria-label={say('addSpanTo', { day: name })} onClick={() => onChange([...spans, NEW])}>{say('addSpan')}</button>}
    </div>
  )
}

/** The working hours of each weekday as times of day; stored in minutes after midnight. */
export const WeekField = ({ field, path, readOnly }: JSONFieldClientProps) => {
  const { value, setValue, showError, errorMessage } = useField<Week | null>({ path })
  const { i18n } = useTranslation()
  const say = adminWords(i18n.language)
  const week = value ?? {}
  return (
    <div className="field-type">
      <FieldLabel as="span" label={field.label} path={path} required={field.required} />
      {DAYS.map((day) => (
        <Day key={day} name={say(`day${day}`)} spans={week[day] ?? []} locked={readOnly === true} say={say} onChange={(spans) => setValue({ ...week, [day]: spans })} />
      ))}
      {showError && <div role="alert" style={{ color: 'var(--theme-error-500)' }}>{errorMessage}</div>}
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  )
}

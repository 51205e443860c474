import type { ReactNode } from 'react'
import { Icon } from '../ui/icons'

type AnswerProps = { name: string; label: string; hint?: string; fault?: string; type?: 'text' | 'password'; autoComplete?: string; digits?: boolean }

/** One question of a plain form, drawn on the server. */
export const Answer = ({ name, label, hint, fault, type = 'text', autoComplete, digits }: AnswerProps) => (
  <div className="field">
    <label htmlFor={name}>{label}</label>
    <input className={digits ? 'input digits' : 'input'} id={name} name={name} type={type} required autoFocus autoComplete={autoComplete} autoCapitalize="characters" spellCheck={false} maxLength={200}
      aria-describedby={[fault ? `${name}-f` : '', hint ? `${name}-h` : ''].filter(Boolean).join(' ') || undefined} aria-invalid={fault ? true : undefined} />
    {fault ? <p className="fault" id={`${name}-f`} role="alert"><Icon name="alert" />{fault}</p> : null}
    {hint ? <p className="hint" id={`${name}-h`}>{hint}</p> : null}
  </div>
)

type NoteProps = { tone?: 'plain' | 'warn' | 'late' | 'done'; icon?: 'alert' | 'check' | 'key' | 'lock'; title?: ReactNode; live?: 'alert' | 'status'; children?: ReactNode }

/** Something the page has to say, drawn on the server. */
export const Note = ({ tone = 'plain', icon = 'alert', title, live, children }: NoteProps) => (
  <div className={`banner ${tone}`} role={live}>
    <Icon name={icon} />
    <div>{title ? <p><b>{title}</b></p> : null}{children}</div>
  </div>
)

export const Hidden = ({ values }: { values: Record<string, string | undefined> }) => (
  <>{Object.entries(values).map(([name, value]) => (value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />))}</>
)

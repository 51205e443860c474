import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon'

const SIGNS: Record<'ok' | 'warn' | 'stop' | 'info' | 'none', IconName | undefined> = { ok: 'ok', warn: 'warn', stop: 'stop', info: 'info', none: undefined }

export type Tone = keyof typeof SIGNS

/** A state in a word with its shape, so that colour is never alone. */
export const Mark = ({ tone, children }: { tone: Tone; children: ReactNode }) => {
  const icon = SIGNS[tone]
  return <span className={`mark is-${tone}`}>{icon ? <Icon name={icon} /> : null}{children}</span>
}

/** A remark with a ground of its own. `alert`: is read out when it comes. */
export const Note = ({ tone, alert = false, children }: { tone: Exclude<Tone, 'none'>; alert?: boolean; children: ReactNode }) => (
  <div className={`note is-${tone}`} {...(alert ? { role: 'alert' } : {})}><Icon name={SIGNS[tone] ?? 'info'} /><div>{children}</div></div>
)

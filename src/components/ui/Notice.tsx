import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon'

export type NoticeTone = 'info' | 'done' | 'warn' | 'danger' | 'plain'

const ICONS: Record<NoticeTone, IconName> = { info: 'info', done: 'check', warn: 'warn', danger: 'warn', plain: 'info' }

export type NoticeProps = { tone?: NoticeTone; icon?: IconName; title?: ReactNode; /** Read out as soon as the page is there. */ live?: boolean; screenOnly?: boolean; children?: ReactNode }

/** A remark inside a page. Its colour always comes with a shape and words. */
export const Notice = ({ tone = 'info', icon, title, live, screenOnly, children }: NoticeProps) => (
  <div className={`remark remark-${tone}${screenOnly ? ' screen-only' : ''}`} role={live ? (tone === 'danger' ? 'alert' : 'status') : undefined}>
    <Icon name={icon ?? ICONS[tone]} />
    <div>
      {title && <p className="strong">{title}</p>}
      {children}
    </div>
  </div>
)

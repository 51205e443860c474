import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon'

export type TagTone = 'plain' | 'done' | 'soon' | 'late' | 'info'

/** A short state in a frame. */
export const Tag = ({ tone = 'plain', icon, children }: { tone?: TagTone; icon?: IconName; children: ReactNode }) => (
  <span className={`tag tag-${tone}`}>
    {icon && <Icon name={icon} />}
    {children}
  </span>
)

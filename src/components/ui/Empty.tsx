import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon'

/** An empty list says what to do next. */
export const Empty = ({ icon = 'info', title, children }: { icon?: IconName; title: string; children?: ReactNode }) => (
  <div className="empty">
    <Icon name={icon} />
    <p className="strong">{title}</p>
    {children}
  </div>
)

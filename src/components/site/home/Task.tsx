import type { ReactNode } from 'react'
import { Icon, type IconName } from '../../ui/Icon'

/** One of the large tasks; its whole surface is the link. */
export const Task = ({ main, icon, title, href, children }: { main?: boolean; icon: IconName; title: string; href: string; children: ReactNode }) => (
  <div className={main ? 'task task-main' : 'task'}>
    <Icon name={icon} />
    <h2>
      <a href={href}>{title}</a>
    </h2>
    <Icon name="arrow" />
    <p>{children}</p>
  </div>
)

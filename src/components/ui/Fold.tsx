import type { ReactNode } from 'react'
import { Icon } from './Icon'

/** Something that opens, without JavaScript. */
export const Fold = ({ title, open, id, children }: { title: ReactNode; open?: boolean; id?: string; children: ReactNode }) => (
  <details className="fold" open={open} id={id}>
    <summary>
      {title}
      <Icon name="down" />
    </summary>
    <div className="fold-body">{children}</div>
  </details>
)

'use client'

import { Icon } from '../ui/icons'
import { Panel } from '../ui/Panel'
import { useBench } from './context'

/** Whether something keeps this matter from being erased, and whether its reporter wants it to be. */
export const Keeping = () => {
  const { matter: { keeping: { title, lines, open, href } } } = useBench()
  return (
    <Panel title={title}>
      <div className="inside stack">
        {lines.map((line) => <p key={line} className="warn-text"><Icon name="alert" /> {line}</p>)}
        <a href={href}>{open}</a>
      </div>
    </Panel>
  )
}

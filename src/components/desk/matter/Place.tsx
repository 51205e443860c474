'use client'

import { When } from '../ui/marks'
import { Panel } from '../ui/Panel'
import { useWords } from '../words'
import { useBench } from './context'

/** What else happened at this place. Places have a history here; people do not. */
export const Place = () => {
  const say = useWords()
  const { place } = useBench().matter
  if (!place?.rows.length) return null
  return (
    <Panel title={say('place.title')} count={say('place.count', { n: place.count })}>
      <ul className="inside mini small">
        {place.rows.map(({ id, title, href, at, stepName }) => (
          <li key={id}><a href={href}>{title}</a> <span className="muted"><When at={at} ago /> · {stepName}</span></li>
        ))}
      </ul>
    </Panel>
  )
}

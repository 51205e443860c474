'use client'

import { When } from '../ui/marks'
import { Panel } from '../ui/Panel'
import { useWords } from '../words'
import { useBench } from './context'

/** The register entry a matter is about, for those who may see that. */
export const AboutEntry = () => {
  const say = useWords()
  const { entry } = useBench().matter
  if (!entry) return null
  return (
    <Panel title={say('matter.entry')}>
      <p className="inside small"><a href={entry.href}>{entry.name}</a> <span className="muted">{entry.register}</span></p>
    </Panel>
  )
}

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

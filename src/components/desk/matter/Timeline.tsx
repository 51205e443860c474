'use client'

import { useState, type ReactNode } from 'react'
import type { EventVM } from '../types'
import { Icon, type IconName } from '../ui/icons'
import { Tag, When } from '../ui/marks'
import { Panel } from '../ui/Panel'
import { useWords } from '../words'
import { useBench } from './context'
import { EventClocks } from './EventClocks'

const ICONS: Record<EventVM['kind'], IconName> = {
  step: 'route', reply: 'reply', note: 'lock', assign: 'person', clock: 'clock', attach: 'camera', merge: 'join', part: 'split', correct: 'edit', access: 'show', other: 'more',
}
const FIRST = 8
type Filter = 'all' | 'replies' | 'internal'

const FITS: Record<Filter, (event: EventVM) => boolean> = {
  all: () => true,
  replies: ({ kind }) => kind === 'reply',
  internal: ({ kind }) => kind === 'note',
}

/** Everything that happened, newest first. On paper all of it is printed. */
export const Timeline = ({ children }: { children: ReactNode }) => {
  const say = useWords()
  const { events } = useBench().matter
  const [filter, setFilter] = useState<Filter>('all')
  const [whole, setWhole] = useState(false)
  // Reversed, not sorted: what happened in the same second keeps its order.
  const shown = [...events].reverse().filter(FITS[filter])
  const hidden = whole ? 0 : Math.max(0, shown.length - FIRST)
  const corner = (['all', 'replies', 'internal'] as const).map((name) => (
    <button key={name} className="chip" type="button" aria-pressed={filter === name} onClick={() => setFilter(name)}>{say(`trail.${name}`, { n: events.filter(FITS[name]).length })}</button>
  ))
  return (
    <Panel title={say('trail.title')} corner={corner} className="trail-panel">
      <div className="inside">
        {shown.length ? (
          <ol className="trail">
            {shown.map((event, index) => <EventRow key={event.id} event={event} late={hidden > 0 && index >= FIRST} />)}
          </ol>
        ) : <p className="muted">{say(`trail.none.${filter}`)}</p>}
        {hidden ? <button className="btn quiet small" type="button" onClick={() => setWhole(true)}>{say('trail.more', { n: hidden })}</button> : null}
      </div>
      {children}
    </Panel>
  )
}

const EventRow = ({ event, late }: { event: EventVM; late: boolean }) => {
  const say = useWords()
  const { kind, at, actor, text, body, reason, erased, cites } = event
  return (
    <li className={late ? 'only-print' : undefined}>
      <span className="trail-when"><When at={at} /></span>
      <Icon name={ICONS[kind]} />
      <div>
        <p><b>{actor}</b> {text} {event.public && kind !== 'reply' ? <Tag icon="show">{say('trail.public')}</Tag> : null}</p>
        {reason ? <p className="small muted">{say('trail.reason', { reason })}</p> : null}
        {body ? <p className={kind === 'note' ? 'note' : 'reply'}>{body}</p> : null}
        {erased ? <p className="small muted">{say('trail.erased')}</p> : null}
        <EventClocks event={event} />
        {cites ? <p className="small muted">{say('trail.cites', { rule: cites })}</p> : null}
      </div>
    </li>
  )
}

'use client'

import type { MouseEvent } from 'react'
import type { QueueQuery, SavedView } from '../types'
import { Hidden } from '../ui/marks'
import { useWords } from '../words'
import { queryString } from './query'

const GROUPS = ['everybody', 'mine', 'team'] as const

type ViewsProps = { views: SavedView[]; href: string; current?: string; onOpen: (query: QueueQuery) => void }

const isPlainClick = (event: MouseEvent): boolean => event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey

/** Saved views with live counts. Links, so that they open in a new tab too. */
export const Views = ({ views, href, current, onOpen }: ViewsProps) => {
  const say = useWords()
  return (
    <nav className="views" aria-label={say('queue.views')}>
      {GROUPS.map((group) => {
        const mine = views.filter((view) => view.group === group)
        if (!mine.length) return null
        return (
          <section key={group}>
            <h3>{say(`queue.group.${group}`)}</h3>
            <ul>
              {mine.map((view) => <ViewLink key={view.id} view={view} href={href} current={view.id === current} onOpen={onOpen} />)}
            </ul>
          </section>
        )
      })}
    </nav>
  )
}

const ViewLink = ({ view, href, current, onOpen }: { view: SavedView; href: string; current: boolean; onOpen: (query: QueueQuery) => void }) => {
  const say = useWords()
  const query = { ...view.query, view: view.id }
  return (
    <li>
      <a href={`${href}?${queryString(query)}`} aria-current={current ? 'page' : undefined}
        onClick={(event) => { if (isPlainClick(event)) { event.preventDefault(); onOpen(query) } }}>
        <span className="view-name">{view.name}</span>
        {view.late ? <span className="late-text"><Hidden>{say('queue.ofThem')}</Hidden>{say('queue.lateBrief', { n: view.late })}</span> : null}
        <span className="count">{view.count}<Hidden>{say('first.pieces')}</Hidden></span>
      </a>
    </li>
  )
}

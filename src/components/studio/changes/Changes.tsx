'use client'

import { useState } from 'react'
import type { ChangeLine, ChangesView } from '../../../services/structure/changes/list'
import { useSay } from '../words'
import { ChangeDialog } from './ChangeDialog'
import { ChangeFoot, ChangeHead, Differences } from './ChangeLines'
import { Filters } from './Filters'

const addressOf = ({ filter, next }: ChangesView): string => `?${new URLSearchParams({ ...filter, after: next ?? '' }).toString()}`

const Line = ({ line, onOpen }: { line: ChangeLine; onOpen: () => void }) => {
  const say = useSay('packages')
  const act = say(line.undo === 'can' ? 'changes.undo' : 'changes.see')
  return (
    <li>
      <ChangeHead line={line} />
      <Differences line={line} />
      <ChangeFoot line={line} />
      <div className="bar">
        <button type="button" className="btn btn-small" aria-label={`${act} · ${line.label}`} onClick={onOpen}>{act}</button>
      </div>
    </li>
  )
}

const filtered = ({ filter: { person, table, from, until } }: ChangesView): boolean => Boolean(person ?? table ?? from ?? until)

/** Every change of the structure, newest first; each can be looked at, and taken back where it may. */
export const Changes = ({ view, open }: { view: ChangesView; open?: string }) => {
  const say = useSay('packages')
  const [shown, setShown] = useState<string | undefined>(open)
  return (
    <>
      <Filters view={view} />
      <section className="panel" aria-label={say('changes.title')}>
        {view.lines.length === 0 ? <p className="panel-pad muted">{say(filtered(view) ? 'changes.none' : 'changes.empty')}</p> : (
          <ol className="change-list">{view.lines.map((line) => <Line key={line.id} line={line} onOpen={() => setShown(line.id)} />)}</ol>
        )}
      </section>
      <nav className="bar" aria-label={say('changes.older')}>
        {view.filter.after ? <a href={`?${new URLSearchParams({ ...view.filter, after: '' }).toString()}`}>{say('changes.newest')}</a> : null}
        {view.next ? <a className="btn" href={addressOf(view)}>{say('changes.older')}</a> : null}
      </nav>
      {shown ? <ChangeDialog key={shown} id={shown} onOpen={setShown} onClose={() => setShown(undefined)} /> : null}
    </>
  )
}

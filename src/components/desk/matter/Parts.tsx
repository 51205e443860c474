'use client'

import { useState } from 'react'
import type { InputVM, PartVM } from '../types'
import { ClockLine } from '../ui/Clock'
import { Icon } from '../ui/icons'
import { Panel } from '../ui/Panel'
import { useWords, type Say } from '../words'
import { ActDialog } from './ActDialog'
import { useBench } from './context'

/** Parts split off to others; the whole closes after them. */
export const Parts = () => {
  const say = useWords()
  const { matter } = useBench()
  const [splitting, setSplitting] = useState(false)
  const { parts, parent, can } = matter
  const alone = !parts.length && !parent
  if (alone && !can.split) return null
  return (
    <Panel title={say('parts.title')} count={countWord(parts, say)}
      corner={can.split ? <button className="btn quiet small" type="button" onClick={() => setSplitting(true)}><Icon name="split" />{say('parts.split')}</button> : undefined}>
      <div className="inside stack">
        {parent ? <p className="small">{say('parts.partOf')} <a href={parent.href}>{parent.number} {parent.name}</a></p> : null}
        <ul className="mini">{parts.map((part) => <PartRow key={part.id} part={part} />)}</ul>
        {alone ? <p className="muted small">{say('parts.none')}</p> : null}
      </div>
      {splitting ? <SplitDialog onClose={() => setSplitting(false)} /> : null}
    </Panel>
  )
}

const countWord = (parts: PartVM[], say: Say): string | undefined =>
  parts.length ? say('parts.count', { n: parts.length, done: parts.filter(({ closed }) => closed).length }) : undefined

const PartRow = ({ part }: { part: PartVM }) => {
  const say = useWords()
  return (
    <li className="stack">
      <p>
        {part.closed ? <span className="done-text"><Icon name="check" /><span className="hidden">{say('parts.closed')}</span> </span> : null}
        <a href={part.href}>{part.title}</a> {part.owner ? <small className="muted">{part.owner}</small> : null}
      </p>
      {part.clock && !part.closed ? <ClockLine clock={part.clock} /> : null}
    </li>
  )
}

const splitInputs = (say: Say): InputVM[] => [
  { key: 'title', kind: 'text', role: 'outcome', label: say('parts.name'), required: true, minLength: 4, maxLength: 120 },
  { key: 'text', kind: 'text', role: 'outcome', label: say('parts.text'), required: false, maxLength: 1000 },
]

const SplitDialog = ({ onClose }: { onClose: () => void }) => {
  const say = useWords()
  return (
    <ActDialog title={say('parts.splitTitle')} intro={say('parts.splitWhat')} act="split" inputs={splitInputs(say)} doWord={say('parts.splitDo')}
      said={say('parts.splitDone')} onClose={onClose} />
  )
}

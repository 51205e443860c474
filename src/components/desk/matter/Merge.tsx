'use client'

import { useState } from 'react'
import type { MatterVM } from '../types'
import { Panel } from '../ui/Panel'
import { useWords } from '../words'
import { ActDialog, reasonOf } from './ActDialog'
import { useBench } from './context'

type Child = MatterVM['merged'][number]

/** What was merged into this one, with the way back; or what this one was merged into. */
export const Merged = () => {
  const say = useWords()
  const { matter } = useBench()
  const [undoing, setUndoing] = useState<Child>()
  const { merged, mergedInto } = matter
  if (!merged.length && !mergedInto) return null
  return (
    <Panel title={say('merge.title')} count={merged.length || undefined}>
      <div className="inside stack">
        {mergedInto ? <p>{say('merge.into')} <a href={mergedInto.href}>{mergedInto.number} {mergedInto.name}</a></p> : null}
        {merged.length ? (
          <ul className="mini">
            {merged.map((child) => (
              <li key={child.id} className="stack">
                <a href={child.href}>{child.title}</a>
                <p className="row small muted">{child.number}{child.canUndo ? <button className="btn quiet small" type="button" onClick={() => setUndoing(child)}>{say('merge.undo')}</button> : null}</p>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      {undoing ? (
        <ActDialog title={say('merge.undoTitle', { number: undoing.number })} intro={say('merge.undoWhat')} act="undoMerge" inputs={[reasonOf(say)]} extra={{ child: undoing.id }}
          doWord={say('merge.undo')} said={say('merge.undone')} onClose={() => setUndoing(undefined)} />
      ) : null}
    </Panel>
  )
}

'use client'

import type { MatterRow } from '../types'
import { Key } from '../ui/marks'
import { useWords } from '../words'

export type BulkAct = 'assign' | 'tag'

type BarProps = { rows: MatterRow[]; can: { assign: boolean; tag: boolean }; onClear: () => void; onAct: (act: BulkAct) => void }

/** What the selected rows have in common, so that a slip is seen before it is done. */
const commonWords = (rows: MatterRow[], say: ReturnType<typeof useWords>): string => {
  const phases = new Set(rows.map(({ phase }) => phase))
  const [first] = rows
  if (phases.size === 1 && first) return say('bulk.allIn', { phase: say(`phase.${first.phase}`) })
  return say('bulk.phases', { n: phases.size })
}

/** Stands at the foot of the list while rows are selected. */
export const BulkBar = ({ rows, can, onClear, onAct }: BarProps) => {
  const say = useWords()
  return (
    <div className="bulk" role="region" aria-label={say('bulk.title')}>
      <p role="status"><b>{say('bulk.selected', { n: rows.length })}</b> <span className="muted small">{commonWords(rows, say)}</span></p>
      <span className="row push">
        <button className="btn quiet" type="button" onClick={onClear}>{say('common.cancel')} <Key>Esc</Key></button>
        {can.tag ? <button className="btn" type="button" onClick={() => onAct('tag')}>{say('bulk.tag')}</button> : null}
        {can.assign ? <button className="btn main" type="button" onClick={() => onAct('assign')}>{say('bulk.assign', { n: rows.length })} <Key>r</Key></button> : null}
      </span>
    </div>
  )
}

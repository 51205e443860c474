'use client'

import { THRESHOLD_ACTS } from '../../../domain/clocks/lintLimits'
import type { Limit, ThresholdAct } from '../../../domain/clocks/types'
import { Icon } from '../kit'
import type { Say } from './labels'

type List = Limit['thresholds']

const nextPercent = (thresholds: List): number => (thresholds.length === 0 ? 80 : Math.max(...thresholds.map(({ percent }) => percent)) + 20)

/** What happens while a limit runs out: at which part of it, and who is told. Kept in ascending order. */
export const Thresholds = ({ thresholds, say, onChange }: { thresholds: List; say: Say; onChange: (thresholds: List) => void }) => {
  const put = (at: number, change: Partial<List[number]>) => onChange(thresholds.map((each, place) => (place === at ? { ...each, ...change } : each)))
  const sort = () => onChange([...thresholds].sort((one, other) => one.percent - other.percent))
  return (
    <fieldset>
      <legend>{say('dialog.thresholds')}</legend>
      {thresholds.map(({ percent, act }, at) => (
        <p key={at} className="sentence sentence-edit">
          {say('dialog.used')} <input className="slot slot-number" type="number" min={1} max={1000} aria-label={say('dialog.percent', { number: at + 1 })} value={percent || ''} onBlur={sort} onChange={(event) => put(at, { percent: Number(event.target.value) || 0 })} /> {say('dialog.usedThen')}{' '}
          <select className="slot" aria-label={say('dialog.act', { number: at + 1 })} value={act} onChange={(event) => put(at, { act: event.target.value as ThresholdAct })}>
            {THRESHOLD_ACTS.map((each) => <option key={each} value={each}>{say(`act.${each}`)}</option>)}
          </select>
          <button type="button" className="btn btn-icon" aria-label={say('dialog.removeThreshold', { number: at + 1 })} onClick={() => onChange(thresholds.filter((_, place) => place !== at))}><Icon name="cross" /></button>
        </p>
      ))}
      <button type="button" className="btn btn-small" disabled={thresholds.length >= 12} onClick={() => onChange([...thresholds, { percent: nextPercent(thresholds), act: 'tellLead' }])}><Icon name="plus" />{say('dialog.addThreshold')}</button>
    </fieldset>
  )
}

'use client'

import { useState } from 'react'
import { applying, clocksOf } from '../../../domain/clocks/editLimits'
import type { LimitSet } from '../../../domain/clocks/types'
import { say as wordsIn } from '../../../domain/words'
import type { LimitCategory } from '../../../services/studio/limits/editor'
import { SelectField } from '../kit'
import { amountText, clockName, type LimitWorld } from './labels'

/** Categories worth a line: the topmost, and those that have a limit of their own. */
const shown = (categories: readonly LimitCategory[], set: LimitSet): LimitCategory[] => {
  const own = new Set(set.limits.flatMap(({ category }) => category ?? []))
  return categories.filter(({ code, depth, active }) => active && (depth === 0 || own.has(code)))
}

const Cell = ({ set, clock, category, type, world: { say } }: { set: LimitSet; clock: string; category: LimitCategory; type: string; world: LimitWorld }) => {
  const found = applying({ limits: set.limits, clock, line: category.line, matterType: type || category.type })
  if (!found) return <span className="muted">{say('applies.none')}</span>
  return <>{amountText(found.limit, say)}<small className="muted limit-name">{say(`applies.by.${found.by}`)}</small></>
}

/** Which limit a matter of each category gets in the end, and why that one. */
export const AppliesTable = ({ set, world }: { set: LimitSet; world: LimitWorld }) => {
  const { say, lang, choices } = world
  const [type, setType] = useState('')
  const clocks = clocksOf(set.limits).filter((clock) => set.limits.some((limit) => limit.clock === clock))
  return (
    <section className="panel" aria-labelledby="applies">
      <div className="panel-head"><h2 id="applies">{say('applies.heading')}</h2><p>{say('applies.lead')}</p></div>
      <div className="panel-pad"><SelectField label={say('applies.type')} value={type} empty={say('applies.asCategory')} options={choices.types.map(({ code, name }) => ({ value: code, label: wordsIn(name, lang) }))} onChange={setType} /></div>
      <div className="scroll" tabIndex={0} role="group" aria-labelledby="applies">
        <table className="stacked applies">
          <thead><tr><th scope="col">{say('applies.category')}</th>{clocks.map((clock) => <th key={clock} scope="col">{clockName(clock, set.limits, world)}</th>)}</tr></thead>
          <tbody>
            {shown(choices.categories, set).map((category) => (
              <tr key={category.code}>
                <th scope="row">{'　'.repeat(category.depth)}{wordsIn(category.name, lang)}</th>
                {clocks.map((clock) => <td key={clock} data-l={clockName(clock, set.limits, world)}><Cell set={set} clock={clock} category={category} type={type} world={world} /></td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

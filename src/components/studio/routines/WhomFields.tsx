'use client'

import { LIMIT_UNITS, type LimitUnit } from '../../../domain/clocks/types'
import { assigned, limited, type Missing } from '../../../domain/routines/edit'
import type { Assignee, RoutineDef } from '../../../domain/routines/types'
import type { Choices } from '../../../services/routines/view'
import { Icon, PickOne, SelectField } from '../kit'
import type { SayRoutine } from './sentence'

type Props = { def: RoutineDef; choices: Choices; say: SayRoutine; wrong: (field: Missing) => string | undefined; onChange: (def: RoutineDef) => void }

const Who = ({ def, choices, say, wrong, onChange }: Props) => {
  const { assign } = def
  const put = (next: Assignee) => onChange({ ...def, assign: next })
  if (assign?.kind === 'team') return <SelectField label={say('edit.team')} value={assign.team} empty={say('edit.pickType')} error={wrong('team')} options={choices.teams.map(({ code, name }) => ({ value: code, label: name }))} onChange={(team) => put({ kind: 'team', team })} />
  if (assign?.kind === 'unit') return <PickOne label={say('edit.unitName')} value={assign.unit || undefined} error={wrong('unit')} choices={choices.units.map(({ code, name, hint }) => ({ id: code, name, ...(hint ? { hint } : {}) }))} onChange={(unit) => put({ kind: 'unit', unit: unit ?? '' })} />
  if (assign?.kind === 'unitPost') return <SelectField label={say('edit.post')} hint={say('edit.postHint')} value={assign.post} empty={say('edit.pickType')} error={wrong('post')} options={choices.posts.map(({ code, name }) => ({ value: code, label: name }))} onChange={(post) => put({ kind: 'unitPost', post })} />
  return null
}

const KINDS = { '': 'edit.whomNobody', team: 'edit.whomTeam', unit: 'edit.whomUnit', unitPost: 'edit.whomPost' } as const

const Limit = ({ def, say, wrong, onChange }: Pick<Props, 'def' | 'say' | 'wrong' | 'onChange'>) => {
  const { limit } = def
  return (
    <fieldset className="stack-s">
      <legend>{say('edit.limit')}</legend>
      <p className="sentence sentence-edit">
        <select className="slot" aria-label={say('edit.limitUnit')} value={limit?.unit ?? ''} onChange={(event) => onChange(limited(def, event.target.value === '' ? undefined : { amount: limit?.amount ?? 1, unit: event.target.value as LimitUnit }))}>
          <option value="">{say('edit.noLimit')}</option>
          {LIMIT_UNITS.map((unit) => <option key={unit} value={unit}>{say(`edit.unitNames.${unit}`)}</option>)}
        </select>
        {limit ? <input className="slot slot-number" type="number" min={0} step="any" aria-label={say('edit.limitAmount')} aria-invalid={wrong('limit') ? true : undefined} value={limit.amount || ''} onChange={(event) => onChange(limited(def, { ...limit, amount: Number.isNaN(event.target.valueAsNumber) ? 0 : event.target.valueAsNumber }))} /> : null}
      </p>
      {wrong('limit') ? <p className="error"><Icon name="stop" />{wrong('limit')}</p> : null}
    </fieldset>
  )
}

/** For whom, and by when. */
export const WhomFields = (props: Props) => {
  const { def, say, onChange } = props
  return (
    <>
      <fieldset className="stack-s">
        <legend className="sr">{say('edit.whom')}</legend>
        <div className="cols cols-even">
          <SelectField label={say('edit.whom')} value={def.assign?.kind ?? ''} options={(['', 'team', 'unit', 'unitPost'] as const).map((kind) => ({ value: kind, label: say(KINDS[kind]) }))} onChange={(kind) => onChange(assigned(def, kind as Assignee['kind'] | ''))} />
          <Who {...props} />
        </div>
      </fieldset>
      <Limit {...props} />
    </>
  )
}

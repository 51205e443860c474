'use client'

import type { FormDef } from '../../../domain/forms/types'
import { freeNumbers, questionsOf } from '../../../domain/routines/edit'
import { MEASURES, PERIODS, type Fill, type Measure, type Period } from '../../../domain/routines/types'
import { say as wordsIn } from '../../../domain/words'
import type { Choices } from '../../../services/routines/view'
import { Icon, PickMany } from '../kit'
import { useStudio } from '../words'
import type { SayRoutine } from './sentence'
import { Slot } from './Slot'

type Props = { form: FormDef | undefined; fills: readonly Fill[]; choices: Choices; say: SayRoutine; onChange: (fills: Fill[]) => void }

const Row = ({ fill, at, form, fills, choices, say, onChange }: Props & { fill: Fill; at: number }) => {
  const { lang } = useStudio()
  const own = questionsOf(form).find(({ key }) => key === fill.question)
  const offered = [...(own ? [own] : []), ...freeNumbers(form, fills)]
  const name = own ? wordsIn(own.label, lang) : fill.question
  const put = (change: Partial<Fill>) => onChange(fills.map((each, index) => (index === at ? { ...each, ...change } : each)))
  const categorise = (codes: string[]) => {
    const { categories: _, ...rest } = fill
    onChange(fills.map((each, index) => (index === at ? { ...rest, ...(codes.length > 0 ? { categories: codes } : {}) } : each)))
  }
  return (
    <li className="fill-row">
      <p className="sentence sentence-edit">
        <Slot name={say('edit.fillQuestion')} value={fill.question} options={offered.map(({ key, label }) => ({ value: key, label: wordsIn(label, lang) }))} onChange={(question) => put({ question })} />
        {say('edit.fillWith')}
        <Slot name={say('edit.fillPeriod')} value={fill.period} options={PERIODS.map((period) => ({ value: period, label: say(`period.${period}`) }))} onChange={(period) => put({ period: period as Period })} />
        <Slot name={say('edit.fillMeasure')} value={fill.measure} options={MEASURES.map((measure) => ({ value: measure, label: say(`measure.${measure}`) }))} onChange={(measure) => put({ measure: measure as Measure })} />
      </p>
      <details>
        <summary>{fill.categories ? fill.categories.map((code) => choices.categories.find((each) => each.code === code)?.name ?? code).join(say('edit.fillJoint')) : say('edit.allCategories')}</summary>
        <PickMany label={say('edit.fillCategories')} values={fill.categories ?? []} choices={choices.categories.map(({ code, name: label }) => ({ id: code, name: label }))} onChange={categorise} />
      </details>
      <button type="button" className="btn btn-icon btn-quiet push" aria-label={say('edit.fillRemove', { name })} title={say('edit.fillRemove', { name })} onClick={() => onChange(fills.filter((_, index) => index !== at))}><Icon name="bin" /></button>
    </li>
  )
}

/** The figures that are counted and filled in when it opens. */
export const FillRows = (props: Props) => {
  const { form, fills, say, onChange } = props
  const free = freeNumbers(form, fills)
  const add = () => { const [next] = free; if (next) onChange([...fills, { question: next.key, measure: 'received', period: 'day' }]) }
  return (
    <fieldset className="stack-s">
      <legend>{say('edit.fills')}</legend>
      <p className="hint">{say('edit.fillsHint')}</p>
      {fills.length > 0 ? <ul className="fill-rows">{fills.map((fill, at) => <Row key={fill.question} {...props} fill={fill} at={at} />)}</ul> : null}
      {free.length > 0 ? <p><button type="button" className="btn btn-small" onClick={add}><Icon name="plus" />{say('edit.fillAdd')}</button></p> : null}
      {free.length === 0 && fills.length === 0 ? <p className="small muted">{say('edit.noNumbers')}</p> : null}
    </fieldset>
  )
}

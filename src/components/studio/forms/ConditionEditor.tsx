'use client'

import { useEffect, useRef } from 'react'
import { addGroup, addRow, freshRow, removeRow, setMatch, setRow, withOperator, withValue, type RowPath } from '../../../domain/forms/editCondition'
import { operatorsFor } from '../../../domain/forms/lintCondition'
import type { Choice, Condition, ConditionRow, Question } from '../../../domain/forms/types'
import { say as sayWords } from '../../../domain/words'
import { Icon } from '../kit'
import { useSay, useStudio } from '../words'

type RowProps = { row: ConditionRow; earlier: readonly Question[]; label: string; wrong?: string; onChange: (row: ConditionRow) => void; onRemove: () => void }

type Value = string | number | boolean
type Shared = { className: string; 'aria-label': string; 'aria-invalid'?: true }
type SlotProps = { shared: Shared; value: Value; onChange: (value: Value) => void }

const YesNoSlot = ({ shared, value, onChange }: SlotProps) => {
  const say = useSay('studioForms')
  return (
    <select {...shared} value={value === false ? 'no' : 'yes'} onChange={(event) => onChange(event.target.value === 'yes')}>
      <option value="yes">{say('condition.yes')}</option>
      <option value="no">{say('condition.no')}</option>
    </select>
  )
}

/** An answer that the question offers; one it does not offer any more stays to be seen. */
const OptionSlot = ({ shared, value, options, onChange }: SlotProps & { options: readonly Choice[] }) => {
  const { lang } = useStudio()
  return (
    <select {...shared} value={String(value)} onChange={(event) => onChange(event.target.value)}>
      {options.some(({ code }) => code === value) ? null : <option value={String(value)}>{String(value)}</option>}
      {options.map(({ code, label }) => <option key={code} value={code}>{sayWords(label, lang)}</option>)}
    </select>
  )
}

const NumberSlot = ({ shared, value, onChange }: SlotProps) => (
  <input {...shared} type="number" step="any" value={Number(value)} onChange={(event) => onChange(Number.isNaN(event.target.valueAsNumber) ? 0 : event.target.valueAsNumber)} />
)

const ValueSlot = ({ question, ...slot }: SlotProps & { question: Question | undefined }) => {
  if (question?.kind === 'yesNo') return <YesNoSlot {...slot} />
  if (question?.options) return <OptionSlot {...slot} options={question.options} />
  if (question?.kind === 'number') return <NumberSlot {...slot} />
  return <input {...slot.shared} type={question?.kind === 'date' ? 'date' : 'text'} value={String(slot.value)} onChange={(event) => slot.onChange(event.target.value)} />
}

const sharedBy = (label: string, wrong: boolean): Shared => ({ className: 'slot', 'aria-label': label, ...(wrong ? { 'aria-invalid': true as const } : {}) })

const Row = ({ row, earlier, label, wrong, onChange, onRemove }: RowProps) => {
  const say = useSay('studioForms')
  const { lang } = useStudio()
  const question = earlier.find(({ key }) => key === row.question)
  const operators = question ? operatorsFor(question.kind) : [row.op]
  return (
    <>
      <select className="slot" aria-label={`${say('condition.question')} ${label}`} value={row.question} {...(question ? {} : { 'aria-invalid': true as const })} onChange={(event) => {
        const chosen = earlier.find(({ key }) => key === event.target.value)
        if (chosen) onChange(freshRow(chosen))
      }}>
        {question ? null : <option value={row.question}>{say('condition.gone', { question: row.question })}</option>}
        {earlier.map((each) => <option key={each.key} value={each.key}>{sayWords(each.label, lang) || say('fields.untitled')}</option>)}
      </select>{' '}
      <select className="slot" aria-label={`${say('condition.operator')} ${label}`} value={row.op} onChange={(event) => {
        const op = operators.find((each) => each === event.target.value)
        if (op) onChange(withOperator(row, op, question))
      }}>
        {operators.includes(row.op) ? null : <option value={row.op}>{say(`op.${row.op}`)}</option>}
        {operators.map((op) => <option key={op} value={op}>{say(`op.${op}`)}</option>)}
      </select>{' '}
      {'value' in row ? <ValueSlot question={question} value={row.value} shared={sharedBy(`${say('condition.value')} ${label}`, Boolean(wrong))} onChange={(value) => onChange(withValue(row, value))} /> : null}
      <button type="button" className="btn btn-icon" aria-label={`${say('condition.remove')} ${label}`} onClick={onRemove}><Icon name="bin" /></button>
      {wrong ? <span className="error"><Icon name="stop" />{wrong}</span> : null}
    </>
  )
}

const MatchSlot = ({ match, label, onChange }: { match: 'all' | 'any'; label: string; onChange: (match: 'all' | 'any') => void }) => {
  const say = useSay('studioForms')
  return (
    <select className="slot" aria-label={label} value={match} onChange={(event) => onChange(event.target.value === 'any' ? 'any' : 'all')}>
      <option value="all">{say('condition.matchAll')}</option>
      <option value="any">{say('condition.matchAny')}</option>
    </select>
  )
}

/** The button that began or ended the condition is gone: the focus goes to what stands there now. */
const useFocusInside = (begun: boolean) => {
  const box = useRef<HTMLFieldSetElement>(null)
  const before = useRef(begun)
  useEffect(() => {
    if (before.current === begun) return
    before.current = begun
    if (document.activeElement === document.body) box.current?.querySelector<HTMLElement>('select, button')?.focus()
  }, [begun])
  return box
}

type Props = { condition: Condition | undefined; /** Questions before this one, which it may look at. */ earlier: readonly Question[]; /** What is wrong at a path below the condition. */ wrong: (path: string) => string | undefined; onChange: (condition: Condition | undefined) => void }

/** When a question is shown, as a sentence with slots: rows joined by all or any, and groups of rows that nest once. */
export const ConditionEditor = ({ condition, earlier, wrong, onChange }: Props) => {
  const say = useSay('studioForms')
  const last = earlier.at(-1)
  const box = useFocusInside(condition !== undefined)
  if (!condition) {
    return (
      <fieldset className="stack-s" ref={box}>
        <legend>{say('condition.heading')}</legend>
        <p>{say(last ? 'condition.always' : 'condition.none')}</p>
        {last ? <button type="button" className="btn btn-small" onClick={() => onChange(addRow(undefined, freshRow(last)))}><Icon name="plus" />{say('condition.start')}</button> : null}
      </fieldset>
    )
  }
  const row = (each: ConditionRow, path: RowPath) => (
    <Row row={each} earlier={earlier} label={path.map((at) => at + 1).join('.')} wrong={wrong(path.length === 1 ? `rows/${path[0]}` : `rows/${path[0]}/rows/${path[1]}`)}
      onChange={(next) => onChange(setRow(condition, path, next))} onRemove={() => onChange(removeRow(condition, path))} />
  )
  return (
    <fieldset className="stack-s" ref={box}>
      <legend>{say('condition.heading')}</legend>
      <div className="sentence-edit">
        {say('condition.show')}{' '}
        {condition.rows.length > 1 ? <MatchSlot match={condition.match} label={say('condition.match')} onChange={(match) => onChange(setMatch(condition, match))} /> : null}
        {condition.rows.map((each, at) => ('match' in each ? (
          <div key={at} className="sentence-nest" role="group" aria-label={say('condition.group')}>
            {say('condition.group')}{' '}<MatchSlot match={each.match} label={`${say('condition.match')} ${at + 1}`} onChange={(match) => onChange(setMatch(condition, match, at))} />
            {each.rows.map((inner, below) => <div key={below}>{row(inner, [at, below])}</div>)}
            {last ? <button type="button" className="btn btn-small btn-quiet" onClick={() => onChange(addRow(condition, freshRow(last), at))}><Icon name="plus" />{say('condition.addIn')}</button> : null}
          </div>
        ) : <div key={at}>{row(each, [at])}</div>))}
      </div>
      {last ? (
        <p className="bar">
          <button type="button" className="btn btn-small" onClick={() => onChange(addRow(condition, freshRow(last)))}><Icon name="plus" />{say('condition.add')}</button>
          <button type="button" className="btn btn-small btn-quiet" onClick={() => onChange(addGroup(condition, freshRow(last)))}>{say('condition.addGroup')}</button>
        </p>
      ) : null}
    </fieldset>
  )
}

'use client'

import { useState } from 'react'
import type { EntryQuery, FieldColumn, RegisterVM } from '../../../services/registers/view'
import { Field, Select } from '../ui/Field'
import { Icon } from '../ui/icons'
import type { PickedUnit } from '../ui/UnitTree'
import { narrows } from './query'
import { UnitField } from './UnitField'
import { useRegister } from './words'

const FieldFilter = ({ column, value }: { column: FieldColumn; value: string }) => {
  const say = useRegister()
  const name = `q.${column.key}`
  const options = column.kind === 'yesNo' ? [{ code: 'yes', label: say('desk.yes') }, { code: 'no', label: say('desk.no') }] : column.options
  const [from = '', to = ''] = value.includes('..') ? value.split('..') : [value, value]
  const [range, setRange] = useState({ from, to })
  if (column.kind === 'number' || column.kind === 'date') {
    const type = column.kind === 'date' ? 'date' : 'number'
    const text = range.from || range.to ? `${range.from}..${range.to}` : ''
    return (
      <fieldset className="field">
        <legend>{column.label}</legend>
        <div className="pair">
          <label className="small">{say('desk.from')}<input className="input" type={type} value={range.from} onChange={(event) => setRange({ ...range, from: event.target.value })} /></label>
          <label className="small">{say('desk.to')}<input className="input" type={type} value={range.to} onChange={(event) => setRange({ ...range, to: event.target.value })} /></label>
        </div>
        <input type="hidden" name={name} value={text} disabled={!text} />
      </fieldset>
    )
  }
  return (
    <Field label={column.label} need="">
      {(control) => options
        ? <Select {...control} name={name} defaultValue={value}><option value="">{say('desk.any')}</option>{options.map(({ code, label }) => <option key={code} value={code}>{label}</option>)}</Select>
        : <input {...control} className="input" name={name} defaultValue={value} maxLength={200} autoComplete="off" />}
    </Field>
  )
}

const States = ({ query }: { query: EntryQuery }) => {
  const say = useRegister()
  return (
    <Field label={say('desk.state')} need="">
      {(control) => (
        <Select {...control} name="state" defaultValue={query.state ?? ''}>
          <option value="">{say('desk.stateOpen')}</option><option value="closed">{say('desk.stateClosed')}</option><option value="all">{say('desk.stateAll')}</option>
        </Select>
      )}
    </Field>
  )
}

const Reviews = ({ query }: { query: EntryQuery }) => {
  const say = useRegister()
  return (
    <Field label={say('column.review')} need="">
      {(control) => (
        <Select {...control} name="review" defaultValue={query.review ?? ''}>
          <option value="">{say('desk.reviewAll')}</option><option value="late">{say('review.late')}</option><option value="soon">{say('review.soon')}</option>
        </Select>
      )}
    </Field>
  )
}

type Props = { view: Pick<RegisterVM, 'head' | 'columns' | 'query' | 'unitName'>; path: string }

/** What a list is narrowed to. A plain form: an address that can be kept and sent on. */
export const Filters = ({ view, path }: Props) => {
  const say = useRegister()
  const { head, columns, query, unitName } = view
  const [unit, setUnit] = useState<PickedUnit | null>(query.unit ? { id: query.unit, name: unitName ?? query.unit, above: [] } : null)
  const { text: _text, ...more } = query
  return (
    <form className="register-filters" method="get" action={path} role="search" aria-label={say('desk.search')}>
      {query.sort ? <input type="hidden" name="sort" value={query.sort} /> : null}
      <div className="row register-find">
        <input className="input" type="search" name="text" defaultValue={query.text} aria-label={say('desk.search')} placeholder={say('desk.searchHint')} maxLength={200} autoComplete="off" />
        <button className="btn" type="submit"><Icon name="search" />{say('desk.apply')}</button>
        {narrows(query) ? <a className="btn quiet" href={path}>{say('desk.clear')}</a> : null}
      </div>
      <details open={narrows(more)}>
        <summary className="btn quiet small"><Icon name="list" />{say('desk.filterBy')}</summary>
        <div className="register-conditions">
          {head.grid === 'none' ? null : <Field label={say('desk.unit')} need="">{(control) => <UnitField register={head.code} control={control} value={unit} onChange={setUnit} name="unit" />}</Field>}
          <States query={query} />
          {head.review ? <Reviews query={query} /> : null}
          {columns.map((column) => <FieldFilter key={column.key} column={column} value={query.fields?.[column.key] ?? ''} />)}
        </div>
        <button className="btn small" type="submit">{say('desk.apply')}</button>
      </details>
    </form>
  )
}

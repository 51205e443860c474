'use client'

import type { ChangesView } from '../../../services/structure/changes/list'
import { Field } from '../kit'
import { useSay } from '../words'

/** Looks for changes of a person, a table or a time; works as a plain form. */
export const Filters = ({ view: { filter, tables, people } }: { view: ChangesView }) => {
  const say = useSay('packages')
  return (
    <form className="panel panel-pad change-filter" method="get">
      <Field label={say('changes.person')}>
        {(control) => <select {...control} className="input" name="person" defaultValue={filter.person ?? ''}><option value="">{say('changes.anyone')}</option>{people.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}</select>}
      </Field>
      <Field label={say('changes.table')}>
        {(control) => <select {...control} className="input" name="table" defaultValue={filter.table ?? ''}><option value="">{say('changes.anything')}</option>{tables.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}</select>}
      </Field>
      <Field label={say('changes.from')}>{(control) => <input {...control} className="input" type="date" name="from" defaultValue={filter.from ?? ''} />}</Field>
      <Field label={say('changes.until')}>{(control) => <input {...control} className="input" type="date" name="until" defaultValue={filter.until ?? ''} />}</Field>
      <div className="bar"><button type="submit" className="btn">{say('changes.filter')}</button><a href="/admin/structure/changes">{say('changes.clear')}</a></div>
    </form>
  )
}

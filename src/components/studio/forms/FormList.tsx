'use client'

import { useState } from 'react'
import type { FormLine } from '../../../services/studio/forms/view'
import { Icon, Mark, Note } from '../kit'
import { useSay } from '../words'
import { NewFormDialog } from './NewFormDialog'

const Line = ({ form }: { form: FormLine }) => {
  const say = useSay('studioForms')
  return (
    <tr>
      <th scope="row" data-l={say('list.name')}>
        <a href={`/admin/structure/forms/${encodeURIComponent(form.code)}`}>{form.name}</a>
        <small className="muted forms-size">{say('list.size', { questions: form.questions, pages: form.pages })}</small>
      </th>
      <td data-l={say('list.usedBy')}>{form.usedBy.length > 0 ? form.usedBy.join(say('separator')) : <span className="muted">{say('list.nobody')}</span>}</td>
      <td className="nowrap" data-l={say('list.version')}>{form.number === undefined ? say('list.never') : say('list.number', { number: form.number })}</td>
      <td data-l={say('list.state')}>{form.changed ? <Mark tone="info">{say('list.draft')}</Mark> : <span className="muted">{say('list.same')}</span>}</td>
    </tr>
  )
}

/** All forms, and the way to a new one. */
export const FormList = ({ forms, canEdit }: { forms: readonly FormLine[]; canEdit: boolean }) => {
  const say = useSay('studioForms')
  const studio = useSay('studio')
  const [making, setMaking] = useState(false)
  return (
    <>
      {canEdit ? null : <Note tone="info">{studio('version.readOnly')}</Note>}
      <section className="panel" aria-labelledby="forms-all">
        <div className="panel-head">
          <h2 id="forms-all">{say('list.heading')}</h2><p>{say('list.count', { count: forms.length })}</p>
          {canEdit ? <button type="button" className="btn btn-main push" onClick={() => setMaking(true)}><Icon name="plus" />{say('list.new')}</button> : null}
        </div>
        {forms.length === 0 ? <p className="empty"><b>{say('list.none')}</b>{say('list.noneHint')}</p> : (
          <div className="scroll">
            <table className="stacked">
              <thead><tr><th scope="col">{say('list.name')}</th><th scope="col">{say('list.usedBy')}</th><th scope="col">{say('list.version')}</th><th scope="col">{say('list.state')}</th></tr></thead>
              <tbody>{forms.map((form) => <Line key={form.id} form={form} />)}</tbody>
            </table>
          </div>
        )}
      </section>
      {making ? <NewFormDialog forms={forms} onClose={() => setMaking(false)} /> : null}
    </>
  )
}

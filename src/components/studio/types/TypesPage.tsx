'use client'

import { useState } from 'react'
import { say as sayWords } from '../../../domain/words'
import type { TypeLine, TypesView } from '../../../services/studio/types/view'
import { Icon, Mark, Note } from '../kit'
import { useSay, useStudio } from '../words'
import { TypeForm } from './TypeForm'

const Uses = ({ type, view }: { type: TypeLine; view: TypesView }) => {
  const say = useSay('setup')
  const [form, workflow] = [view.forms.find(({ id }) => id === type.form), view.workflows.find(({ id }) => id === type.workflow)]
  return (
    <ul className="stack-s">
      <li>{say('types.form')} {form ? <a href={`/admin/structure/forms/${encodeURIComponent(form.code)}`}>{form.name}</a> : <Mark tone="stop">{say('types.fault.formMissing')}</Mark>}{type.faults.includes('formUnpublished') ? <> <Mark tone="stop">{say('types.unpublished')}</Mark></> : null}</li>
      <li>{say('types.workflow')} {workflow ? <a href={`/admin/structure/workflows/${encodeURIComponent(workflow.code)}`}>{workflow.name}</a> : <Mark tone="stop">{say('types.fault.workflowMissing')}</Mark>}{type.faults.includes('workflowUnpublished') ? <> <Mark tone="stop">{say('types.unpublished')}</Mark></> : null}</li>
    </ul>
  )
}

const State = ({ type: { active, listed, publicity, confidentiality, categories } }: { type: TypeLine }) => {
  const say = useSay('setup')
  const secret = confidentiality === 'restricted'
  return (
    <span className="bar">
      {active ? null : <Mark tone="none">{say('types.closed')}</Mark>}
      {listed ? <Mark tone="info">{say('types.listedMark')}</Mark> : null}
      {publicity === 'public' ? <Mark tone="none">{say('types.public.public')}</Mark> : null}
      {secret ? <Mark tone="none">{say('types.secret.restricted')}</Mark> : null}
      {listed ? null : <span className="muted">{say('types.categories', { n: categories })}</span>}
    </span>
  )
}

const Line = ({ type, view, onOpen }: { type: TypeLine; view: TypesView; onOpen: () => void }) => {
  const say = useSay('setup')
  const { lang } = useStudio()
  return (
    <tr className={type.active ? undefined : 'off'}>
      <th scope="row" data-l={say('types.name')}>
        <button type="button" className="link" onClick={onOpen}>{sayWords(type.name, lang)}</button>
        {type.intro ? <p className="small muted">{sayWords(type.intro, lang)}</p> : null}
      </th>
      <td className="nowrap" data-l={say('types.prefix')}>{type.prefix}</td>
      <td data-l={say('types.uses')}><Uses type={type} view={view} /></td>
      <td data-l={say('types.openBy')}>{type.openBy.map((who) => say(`types.who.${who}`)).join(say('separator'))}</td>
      <td data-l={say('types.state')}><State type={type} /></td>
    </tr>
  )
}

const Table = ({ view, onOpen }: { view: TypesView; onOpen: (type: TypeLine) => void }) => {
  const say = useSay('setup')
  return (
    <div className="scroll">
      <table className="stacked">
        <thead><tr>{(['name', 'prefix', 'uses', 'openBy', 'state'] as const).map((key) => <th key={key} scope="col">{say(`types.${key}`)}</th>)}</tr></thead>
        <tbody>{view.types.map((type) => <Line key={type.id} type={type} view={view} onOpen={() => onOpen(type)} />)}</tbody>
      </table>
    </div>
  )
}

/** Why nothing of a type can be reported, or no new type made, where that is so. */
const Missing = ({ view }: { view: TypesView }) => {
  const say = useSay('setup')
  if (view.forms.length === 0 || view.workflows.length === 0) {
    return <Note tone="warn"><p>{say('types.needFirst')} {view.forms.length === 0 ? <a href="/admin/structure/forms">{say('types.makeForm')}</a> : null} {view.workflows.length === 0 ? <a href="/admin/structure/workflows">{say('types.makeWorkflow')}</a> : null}</p></Note>
  }
  return view.types.some(({ listed, active }) => listed && active) ? null : <Note tone="warn">{say('types.noListed')}</Note>
}

/** All kinds of matters: what each uses, who may open it, what is wrong with it. */
export const TypesPage = ({ view, canEdit }: { view: TypesView; canEdit: boolean }) => {
  const say = useSay('setup')
  const [asking, setAsking] = useState<{ type?: TypeLine }>()
  const ready = view.forms.length > 0 && view.workflows.length > 0
  return (
    <>
      <div className="page-head"><div><h1>{say('types.heading')}</h1><p>{say('types.lead')}</p></div></div>
      <div className="stack">
        {canEdit ? null : <Note tone="info">{say('readOnly')}</Note>}
        <Missing view={view} />
        <section className="panel" aria-labelledby="types-all">
          <div className="panel-head">
            <h2 id="types-all">{say('types.all')}</h2><p>{say('types.count', { n: view.types.length })}</p>
            {canEdit && ready ? <button type="button" className="btn btn-main push" onClick={() => setAsking({})}><Icon name="plus" />{say('types.add')}</button> : null}
          </div>
          {view.types.length === 0 ? <p className="empty"><b>{say('types.none')}</b>{say('types.noneHint')}</p> : <Table view={view} onOpen={(type) => setAsking({ type })} />}
        </section>
      </div>
      {asking ? <TypeForm type={asking.type} view={view} canEdit={canEdit} onClose={() => setAsking(undefined)} /> : null}
    </>
  )
}

'use client'

import { useMemo, useState } from 'react'
import { diffForms } from '../../../domain/forms/diff'
import { numberOf, questionAt } from '../../../domain/forms/edit'
import type { FormDef } from '../../../domain/forms/types'
import { say as sayWords } from '../../../domain/words'
import type { FormView } from '../../../services/studio/forms/view'
import { ask, type Fault } from '../api'
import { Dialog, FaultNote, Issues, useDraft, VersionBar, WordsField } from '../kit'
import { useSay, useStudio } from '../words'
import { placeAt, plainWords, type Issue } from './at'
import { ChangesPanel } from './ChangesPanel'
import { FormFieldsEditor } from './FormFieldsEditor'

type Props = { view: FormView; can: { edit: boolean; publish: boolean } }

/** An issue with its place in words instead of a pointer. */
const usePlaced = (form: FormDef): ((issue: Issue) => Issue) => {
  const say = useSay('studioForms')
  const { lang } = useStudio()
  return (issue) => {
    const plain = plainWords(issue)
    const text = [plain ? say(`fields.${plain}`) : issue.what, ...(issue.why ? [issue.why] : [])].join(' ')
    const place = placeAt(issue.path, form.pages)
    if (!place) return { ...issue, text: issue.path.startsWith('/name') ? say('at.name', { text }) : text }
    if (place.at === undefined) return { ...issue, text: say('at.page', { number: place.page + 1, text }) }
    const here = { page: place.page, at: place.at }
    return { ...issue, text: say('at.question', { number: numberOf(form.pages, here), label: sayWords(questionAt(form.pages, here)?.label, lang) || say('fields.untitled'), text }) }
  }
}

const Remove = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const say = useSay('studioForms')
  const studio = useSay('studio')
  const [fault, setFault] = useState<Fault>()
  const go = async () => {
    const answer = await ask(`definitions/form/${encodeURIComponent(id)}`, { method: 'DELETE' })
    if (answer.ok) window.location.assign('/admin/structure/forms')
    else setFault(answer.fault)
  }
  const foot = <><button type="button" className="btn btn-danger" onClick={() => void go()}>{say('edit.remove')}</button><button type="button" className="btn" onClick={onClose}>{studio('act.cancel')}</button></>
  return <Dialog title={say('edit.remove')} onClose={onClose} foot={foot}><p>{say('edit.removeAsk')}</p><FaultNote fault={fault} /></Dialog>
}

const NameFields = ({ form, canEdit, wrong, removable, onChange, onRemove }: { form: FormDef; canEdit: boolean; wrong: string | undefined; removable: boolean; onChange: (form: FormDef) => void; onRemove: () => void }) => {
  const say = useSay('studioForms')
  return (
    <details className="forms-name" open={Boolean(wrong)}>
      <summary>{say('edit.nameHead')}</summary>
      <fieldset className="panel panel-pad stack-s" disabled={!canEdit}>
        <legend className="sr">{say('edit.nameHead')}</legend>
        <WordsField label={say('edit.name')} value={form.name} maxLength={200} required error={wrong} onChange={(name) => onChange({ ...form, name })} />
        <p className="small muted">{say('edit.code', { code: form.code })}</p>
        {removable ? <button type="button" className="btn btn-small btn-danger" onClick={onRemove}>{say('edit.remove')}</button> : null}
      </fieldset>
    </details>
  )
}

/** The editor of a form: versions, its pages and questions beside a phone to try them, the checks, and what changed. */
export const FormEditor = ({ view: { draft, elsewhere, usedBy, inFlight }, can }: Props) => {
  const say = useSay('studioForms')
  const { lang } = useStudio()
  const [state, acts] = useDraft<FormDef>(draft)
  const [go, setGo] = useState<{ path: string }>()
  const [removing, setRemoving] = useState(false)
  const { definition, view, issues } = state
  const current = view.current
  const changes = useMemo(() => (current ? diffForms(current.definition, definition) : []), [current, definition])
  const taken = useMemo(() => [...elsewhere, ...(current?.definition.pages ?? []).flatMap(({ questions }) => questions.map(({ key }) => key))], [current, elsewhere])
  const placed = usePlaced(definition)
  const nameWrong = issues.find(({ path }) => path.startsWith('/name'))
  const removable = can.edit && view.versions.length === 0 && usedBy.length === 0
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{sayWords(definition.name, lang)}</h1>
          <p>{say('edit.lead')}</p>
          <p>{usedBy.length > 0 ? say('edit.usedBy', { names: usedBy.join(say('separator')) }) : <>{say('edit.nobody')} <a href="/admin/structure/types">{say('edit.toTypes')}</a></>}</p>
        </div>
      </div>
      <VersionBar state={state} acts={acts} changes={changes.length} canEdit={can.edit} canPublish={can.publish} />
      <NameFields form={definition} canEdit={can.edit} wrong={nameWrong && say('fields.blank')} removable={removable} onChange={acts.change} onRemove={() => setRemoving(true)} />
      <FormFieldsEditor value={definition} onChange={acts.change} issues={issues} canEdit={can.edit} changes={changes} taken={taken} go={go} />
      <Issues issues={issues.map(placed)} onGo={(path) => setGo({ path })} />
      <ChangesPanel draft={definition} current={current} versions={view.versions} inFlight={inFlight} />
      {removing ? <Remove id={view.id} onClose={() => setRemoving(false)} /> : null}
    </>
  )
}

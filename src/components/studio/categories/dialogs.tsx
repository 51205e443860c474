'use client'

import { useState, type ReactNode } from 'react'
import type { Words } from '../../../domain/words'
import type { CategoriesView, CategoryView } from '../../../services/studio/categories/view'
import { ask, removeRow, type Answer, type Fault } from '../api'
import { Dialog, FaultNote, Note, SelectField, TextField, WordsField } from '../kit'
import { PickField, pickable } from '../territory/PickField'
import { useProposed } from '../territory/useProposed'
import { useSay } from '../words'
import { branch, ParentField, SEVERITIES } from './CategoryPane'

type AddProps = { view: CategoriesView; parent?: string; onClose: () => void; onMade: (id: string) => Promise<void> }

/** A new category: its name and where it hangs; the code is proposed. */
export const AddCategory = ({ view, parent: given, onClose, onMade }: AddProps) => {
  const say = useSay('studioTerritory')
  const sayStudio = useSay('studio')
  const [parent, setParent] = useState(given ?? '')
  const [name, setName] = useState<Words>({ zh: '' })
  const [severity, setSeverity] = useState('2')
  const code = useProposed('categories', parent)
  const [state, setState] = useState<{ busy?: boolean; fault?: Fault }>({})
  const go = async (): Promise<void> => {
    setState({ busy: true })
    const answer = await ask<{ id: string }>('categories', { method: 'POST', json: { data: { name, code: code.text.trim(), severity: Number(severity), ...(parent ? { parent } : {}) } } })
    if (answer.ok) await onMade(answer.data.id)
    else setState({ fault: answer.fault })
  }
  const said = (path: string): string | undefined => state.fault?.said.find((one) => one.path === path)?.text
  const foot = <><button type="submit" form="add-category" className="btn btn-main" disabled={state.busy}>{say(state.busy ? 'act.busy' : 'categories.add')}</button><button type="button" className="btn" onClick={onClose}>{sayStudio('act.cancel')}</button></>
  return (
    <Dialog title={say('categories.add')} onClose={onClose} foot={foot}>
      <form id="add-category" className="stack" onSubmit={(event) => { event.preventDefault(); void go() }}>
        <WordsField label={say('categories.name')} hint={say('categories.nameHint')} value={name} required error={said('name')} onChange={setName} />
        {view.categories.length > 0 ? <PickField label={say('categories.parent')} placeholder={say('categories.parentTop')} value={parent} error={said('parent')} options={pickable(view.categories.filter(({ active }) => active).map(({ id, name: label, code: own }) => ({ id, name: label, code: own })))} onChange={setParent} /> : null}
        <SelectField label={say('categories.severity')} value={severity} options={SEVERITIES.map((value) => ({ value, label: say(`severity.${value}`) }))} onChange={setSeverity} />
        <details className="more" open={said('code') ? true : undefined}><summary>{say('unit.more')}</summary><TextField label={say('categories.code')} hint={say(code.state === 'waiting' ? 'unit.codeWaiting' : 'unit.codeHint')} value={code.text} error={said('code')} onChange={code.type} /></details>
        <FaultNote fault={state.fault} />
      </form>
    </Dialog>
  )
}

type AskProps = { title: string; go: string; danger?: boolean; ready?: boolean; children: ReactNode; send: (reason: string) => Promise<Answer<unknown>>; onClose: () => void; onDone: () => Promise<void>; /** Nothing need be said for what nobody used. */ silent?: boolean }

/** Asks why, then does one thing to a category. */
const AskDialog = ({ title, go, danger, ready = true, children, send, onClose, onDone, silent }: AskProps) => {
  const say = useSay('studioTerritory')
  const sayStudio = useSay('studio')
  const [reason, setReason] = useState('')
  const [state, setState] = useState<{ busy?: boolean; fault?: Fault; asked?: boolean }>({})
  const missing = !silent && reason.trim().length < 2
  const act = async (): Promise<void> => {
    if (missing || !ready) return setState({ asked: true })
    setState({ busy: true })
    const answer = await send(reason)
    if (answer.ok) await onDone()
    else setState({ fault: answer.fault })
  }
  const foot = <><button type="button" className={danger ? 'btn btn-danger' : 'btn btn-main'} disabled={state.busy} onClick={() => void act()}>{state.busy ? say('act.busy') : go}</button><button type="button" className="btn" onClick={onClose}>{sayStudio('act.cancel')}</button></>
  return (
    <Dialog title={title} onClose={onClose} foot={foot}>
      {children}
      {silent ? null : <TextField label={say('why.label')} hint={say('why.hint')} value={reason} maxLength={500} error={state.asked && missing ? say('why.missing') : undefined} onChange={setReason} />}
      <FaultNote fault={state.fault} />
    </Dialog>
  )
}

export type OneProps = { row: CategoryView; name: string; view: CategoriesView; onClose: () => void; onDone: (id: string | undefined) => Promise<void> }

const post = (id: string, act: string, json: Record<string, unknown>): Promise<Answer<unknown>> => ask(`categories/${encodeURIComponent(id)}/${act}`, { method: 'POST', json })

export const CloseCategory = ({ row, name, view, onClose, onDone }: OneProps) => {
  const say = useSay('studioTerritory')
  const below = branch(view.categories, row.id).filter(({ id, active }) => id !== row.id && active).length
  return (
    <AskDialog title={`${say('categories.close')} · ${name}`} go={say('categories.close')} danger send={(reason) => post(row.id, 'close', { reason })} onClose={onClose} onDone={() => onDone(row.id)}>
      <p>{say('categories.closeAsk', { name, open: row.open })}</p>
      {below > 0 ? <Note tone="warn">{say('categories.closeBelow', { count: below })}</Note> : null}
    </AskDialog>
  )
}

export const MoveCategory = ({ row, name, view, onClose, onDone }: OneProps) => {
  const say = useSay('studioTerritory')
  const [parent, setParent] = useState(row.parent ?? '')
  return (
    <AskDialog title={say('act.title.move', { name })} go={say('act.go.move')} ready={parent !== (row.parent ?? '')} send={(reason) => post(row.id, 'move', { parent, reason })} onClose={onClose} onDone={() => onDone(row.id)}>
      <ParentField value={parent} id={row.id} view={view} onChange={setParent} />
      <dl className="facts">
        <dt>{say('categories.tree')}</dt><dd>{say('act.belowMove', { count: branch(view.categories, row.id).length - 1 })}</dd>
        <dt>{say('act.open')}</dt><dd>{say('act.openMove', { count: row.open })}</dd>
        <dt>{say('act.done')}</dt><dd>{say('categories.doneStays', { count: row.done })}</dd>
      </dl>
    </AskDialog>
  )
}

export const RemoveCategory = ({ row, name, onClose, onDone }: OneProps) => {
  const say = useSay('studioTerritory')
  return (
    <AskDialog title={`${say('categories.remove')} · ${name}`} go={say('categories.remove')} danger silent send={() => removeRow('risk-categories', row.id)} onClose={onClose} onDone={() => onDone(undefined)}>
      <p>{say('categories.removeAsk', { name })}</p>
    </AskDialog>
  )
}

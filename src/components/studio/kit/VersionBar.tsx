'use client'

import { useEffect, useRef, useState } from 'react'
import { useSay, useStudio } from '../words'
import { Dialog } from './Dialog'
import { FaultNote } from './FaultNote'
import { TextField } from './Field'
import { Icon } from './Icon'
import { Mark, Note } from './Mark'
import { PublishDialog } from './PublishDialog'
import { RemoveDialog } from './RemoveDialog'
import { dayText } from './time'
import type { DraftActs, DraftState } from './useDraft'
import { VersionsDialog } from './VersionsDialog'

type Props<D> = { state: DraftState<D>; acts: DraftActs<D>; /** How many things the draft changes. */ changes: number; canEdit: boolean; canPublish: boolean }

const Standing = <D,>({ state: { view, dirty }, changes }: Pick<Props<D>, 'state' | 'changes'>) => {
  const say = useSay('studio')
  const studio = useStudio()
  const differs = dirty || view.changed
  return (
    <>
      <span className="mark"><i className={differs ? 'dot' : 'dot dot-live'} aria-hidden="true" />{say(differs ? 'version.draft' : 'version.live')}</span>
      <span>
        {view.current
          ? say(differs ? 'version.differs' : 'version.same', { number: view.current.number, date: dayText(view.current.at, studio), count: changes })
          : say('version.never')}
      </span>
      {dirty ? <Mark tone="warn">{say('version.unsaved')}</Mark> : null}
    </>
  )
}

const Checks = <D,>({ state: { issues, view, dirty } }: Pick<Props<D>, 'state'>) => {
  const say = useSay('studio')
  const [errors, warnings] = [issues.filter(({ severity }) => severity === 'error').length, issues.filter(({ severity }) => severity === 'warning').length]
  if (errors > 0) return <><Mark tone="stop">{say('version.fixFirst', { count: errors })}</Mark><a href="#checks">{say('version.seeIssues')}</a></>
  if (warnings > 0) return <><Mark tone="warn">{say('version.doubtful', { count: warnings })}</Mark><a href="#checks">{say('version.seeIssues')}</a></>
  return dirty || view.changed ? <Mark tone="ok">{say('version.allGood')}</Mark> : null
}

const Discard = <D,>({ state: { view }, acts, onClose }: Pick<Props<D>, 'state' | 'acts'> & { onClose: () => void }) => {
  const say = useSay('studio')
  const go = async () => { if (await acts.take()) onClose() }
  return (
    <Dialog title={say('version.discard')} onClose={onClose} foot={<><button type="button" className="btn btn-danger" onClick={() => void go()}>{say('version.discard')}</button><button type="button" className="btn" onClick={onClose}>{say('act.cancel')}</button></>}>
      <p>{say('version.discardAsk', { number: view.current?.number ?? 0 })}</p>
    </Dialog>
  )
}

type Asking = 'publish' | 'discard' | 'history' | 'remove'
type Ask = { onAsk: (what: Asking) => void }

const EditButtons = <D,>({ state: { view, dirty, busy, canUndo }, acts, onSave, onAsk }: Pick<Props<D>, 'state' | 'acts'> & Ask & { onSave: () => void }) => {
  const say = useSay('studio')
  return (
    <>
      {canUndo ? <button type="button" className="btn btn-quiet" onClick={acts.undo}><Icon name="undo" />{say('act.undo')}</button> : null}
      {(dirty || view.changed) && view.current ? <button type="button" className="btn" onClick={() => onAsk('discard')}>{say('version.discard')}</button> : null}
      {view.versions.length === 0 ? <button type="button" className="btn btn-quiet" disabled={busy} onClick={() => onAsk('remove')}><Icon name="bin" />{say('version.remove')}</button> : null}
      {dirty ? <button type="button" className="btn" disabled={busy} onClick={onSave}>{say(busy ? 'version.saving' : 'version.save')}</button> : null}
    </>
  )
}

const PublishAsk = <D,>({ state: { view, issues, busy }, onAsk }: Pick<Props<D>, 'state'> & Ask) => {
  const say = useSay('studio')
  const blocked = busy || issues.some(({ severity }) => severity === 'error')
  return <button type="button" className="btn btn-main" aria-disabled={blocked || undefined} onClick={() => { if (!blocked) onAsk('publish') }}>{say('version.publish', { number: (view.current?.number ?? 0) + 1 })}</button>
}

const Buttons = <D,>({ state, acts, canEdit, canPublish, onSave, onAsk }: Omit<Props<D>, 'changes'> & Ask & { onSave: () => void }) => {
  const say = useSay('studio')
  return (
    <span className="bar push">
      {state.view.versions.length > 0 ? <button type="button" className="btn btn-quiet" onClick={() => onAsk('history')}>{say('version.history')}</button> : null}
      {canEdit ? <EditButtons state={state} acts={acts} onSave={onSave} onAsk={onAsk} /> : null}
      {canPublish && (state.dirty || state.view.changed) ? <PublishAsk state={state} onAsk={onAsk} /> : null}
    </span>
  )
}

/** Why the draft is changed, as long as there is a change to keep. */
const Why = ({ reason, onChange }: { reason: string; onChange: (reason: string) => void }) => {
  const say = useSay('studio')
  useEffect(() => () => onChange(''), [onChange])
  return <div className="version-why"><TextField label={say('version.why')} value={reason} maxLength={500} placeholder={say('version.whyHint')} onChange={onChange} /></div>
}

const Dialogs = <D,>({ asking, state, acts, changes, canEdit, onClose }: Omit<Props<D>, 'canPublish'> & { asking: Asking | undefined; onClose: () => void }) => {
  switch (asking) {
    case 'publish': return <PublishDialog state={state} acts={acts} changes={changes} onClose={onClose} />
    case 'discard': return <Discard state={state} acts={acts} onClose={onClose} />
    case 'remove': return <RemoveDialog state={state} acts={acts} onClose={onClose} />
    case 'history': return <VersionsDialog state={state} acts={acts} canEdit={canEdit} onClose={onClose} />
    case undefined: return null
  }
}

/** Dialogs that say themselves what was refused. */
const SAYING: readonly (Asking | undefined)[] = ['publish', 'remove']

/** Where the draft stands and what may be done with it; in the same place in every editor. */
export const VersionBar = <D,>({ state, acts, changes, canEdit, canPublish }: Props<D>) => {
  const say = useSay('studio')
  const [asking, setAsking] = useState<Asking>()
  const [reason, setReason] = useState('')
  const close = () => setAsking(undefined)
  const told = useRef<HTMLDivElement>(null)
  const isTold = state.published !== undefined && asking === undefined
  // the button that was pressed is gone: the focus goes to what is said instead
  useEffect(() => { if (isTold) told.current?.focus() }, [isTold])
  return (
    <>
      <section className="version" aria-label={say('version.label')}>
        <Standing state={state} changes={changes} />
        <Checks state={state} />
        <Buttons state={state} acts={acts} canEdit={canEdit} canPublish={canPublish} onSave={() => void acts.save(reason.trim())} onAsk={setAsking} />
        {canEdit && state.dirty ? <Why reason={reason} onChange={setReason} /> : null}
      </section>
      {canEdit ? null : <Note tone="info">{say('version.readOnly')}</Note>}
      <div ref={told} role="status" tabIndex={-1}>{state.published === undefined ? null : <Note tone="ok">{say('publish.done', { number: state.published })}</Note>}</div>
      {SAYING.includes(asking) ? null : <FaultNote fault={state.fault} />}
      <Dialogs asking={asking} state={state} acts={acts} changes={changes} canEdit={canEdit} onClose={close} />
    </>
  )
}

'use client'

import { useEffect, useState } from 'react'
import type { ChangeDetail, UndoView } from '../../../services/structure/changes/detail'
import { ask, type Fault } from '../api'
import { Dialog, FaultNote, Mark, Note, TextField } from '../kit'
import { useSay } from '../words'
import { ChangeFoot, ChangeHead, Differences } from './ChangeLines'

const Effects = ({ undo }: { undo: UndoView }) => {
  const say = useSay('packages')
  if (!undo.can) {
    return (
      <Note tone="warn">
        <b>{say('changes.cannot')}</b>
        <ul>{undo.conflicts.map(({ name, why }) => <li key={`${name}${why}`}>{name} {why}</li>)}</ul>
        {undo.problems.length > 0 ? <><p>{say('changes.broken')}</p><ul>{undo.problems.map(({ where, what, path }) => <li key={`${path}${what}`}>{where} {what}</li>)}</ul></> : null}
      </Note>
    )
  }
  return (
    <section aria-labelledby="effects">
      <h3 id="effects">{say('changes.effect')}</h3>
      {undo.effects.length === 0 ? <p className="small muted">{say('changes.nothingLeft')}</p> : (
        <ul className="diff-values small">
          {undo.effects.map(({ name, act }) => <li key={`${name}${act}`}>{name} <Mark tone="info">{act}</Mark></li>)}
          {undo.more > 0 ? <li className="muted">{say('changes.more', { count: undo.more })}</li> : null}
        </ul>
      )}
    </section>
  )
}

const Members = ({ detail: { members, more } }: { detail: ChangeDetail }) => {
  const say = useSay('packages')
  if (members.length === 0) return null
  return (
    <ul className="change-list">
      {members.map((line) => <li key={line.id}><p className="change-head"><span>{line.table} <b>{line.label}</b></span><Mark tone="none">{line.kind === 'batch' ? '' : say(line.kind === 'published' ? 'changes.updated' : `changes.${line.kind}`)}</Mark></p><Differences line={line} /></li>)}
      {more > 0 ? <li className="muted">{say('changes.more', { count: more })}</li> : null}
    </ul>
  )
}

type Props = { id: string; onOpen: (id: string) => void; onClose: () => void }

const Body = ({ detail, onOpen }: { detail: ChangeDetail; onOpen: Props['onOpen'] }) => {
  const say = useSay('packages')
  const { batch, needs } = detail.change
  return (
    <>
      <ChangeHead line={detail.change} />
      <Differences line={detail.change} />
      <ChangeFoot line={detail.change} />
      {batch ? <p><button type="button" className="btn btn-small" onClick={() => onOpen(batch)}>{say('changes.ofBatch')}</button></p> : null}
      {detail.undo ? <Effects undo={detail.undo} /> : null}
      {needs ? <Note tone="info">{say('changes.needs', { rights: needs.join(say('value.listJoint')) })}</Note> : null}
      <Members detail={detail} />
    </>
  )
}

/** One change with all it changed, and the button that takes it back. */
export const ChangeDialog = ({ id, onOpen, onClose }: Props) => {
  const say = useSay('packages')
  const [detail, setDetail] = useState<ChangeDetail>()
  const [fault, setFault] = useState<Fault>()
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    const stop = new AbortController()
    void ask<ChangeDetail>(`changes/${encodeURIComponent(id)}`, { signal: stop.signal }).then((answer) => (answer.ok ? setDetail(answer.data) : setFault(answer.fault)))
    return () => stop.abort()
  }, [id])
  const undo = async () => {
    setBusy(true)
    const answer = await ask(`changes/${encodeURIComponent(id)}/undo`, { method: 'POST', json: { reason } })
    if (answer.ok) return window.location.assign('/admin/structure/changes')
    setFault(answer.fault)
    setBusy(false)
  }
  const can = detail?.undo?.can === true
  const foot = can ? <><button type="button" className="btn btn-main" disabled={busy} onClick={() => void undo()}>{say('changes.undoGo')}</button><button type="button" className="btn" onClick={onClose}>{say('import.letGo')}</button></> : undefined
  return (
    <Dialog title={say(can ? 'changes.undoHeading' : 'changes.see')} onClose={onClose} foot={foot} wide>
      <FaultNote fault={fault} />
      {detail ? <Body detail={detail} onOpen={onOpen} /> : fault ? null : <p role="status">{say('changes.looking')}</p>}
      {busy ? <p role="status">{say('changes.undoing')}</p> : null}
      {can ? <TextField label={say('changes.undoWhy')} value={reason} maxLength={500} onChange={setReason} /> : null}
    </Dialog>
  )
}

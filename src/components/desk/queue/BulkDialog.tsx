'use client'

import { useState } from 'react'
import { bulk } from '../api'
import { newKey } from '../key'
import type { ApiError, BulkAnswer, BulkRequest, MatterRow } from '../types'
import { FaultBanner } from '../ui/Banner'
import { Dialog } from '../ui/Dialog'
import { Choices, Field, FieldGroup } from '../ui/Field'
import { leadOf, Picker, type Picked } from '../ui/Picker'
import { useWords } from '../words'
import type { BulkAct } from './Bulk'
import { BulkResults } from './BulkResults'

type BulkProps = { act: BulkAct; rows: MatterRow[]; tags: string[]; onClose: (changed: boolean) => void }
type Stage = { at: 'input' } | { at: 'preview'; answer: BulkAnswer } | { at: 'done'; answer: BulkAnswer }

/** Bulk assign or tag: say what, look at what it would do to each row, do it, see what became of each. */
export const BulkDialog = ({ act, rows, tags, onClose }: BulkProps) => {
  const say = useWords()
  const [key] = useState(newKey)
  const [lead, setLead] = useState<Picked | null>(null)
  const [text, setText] = useState('')
  const [stage, setStage] = useState<Stage>({ at: 'input' })
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError>()

  const send = async (change: Partial<BulkRequest>, next: 'preview' | 'done') => {
    setBusy(true)
    setError(undefined)
    const input = act === 'assign' ? { lead: lead ? leadOf(lead) : undefined, reason: text.trim() } : { tag: text.trim() }
    const answer = await bulk({ act, rows: rows.map(({ id, revision }) => ({ id, expectedRevision: revision })), input, key, ...change })
    setBusy(false)
    if (answer.ok) setStage({ at: next, answer: answer.data })
    else setError(answer.error)
  }
  const undo = async (batch: string) => send({ act: 'undo', input: { batch }, key: newKey(), rows: [] }, 'done')

  const ready = act === 'assign' ? Boolean(lead && text.trim()) : Boolean(text.trim())
  const good = stage.at === 'preview' ? stage.answer.results.filter(({ ok }) => ok).length : 0
  return (
    <Dialog wide title={say(`bulk.title_${act}`, { n: rows.length })} onClose={() => onClose(stage.at === 'done')}
      footer={<BulkFoot {...{ stage, ready, good, busy }} onBack={() => setStage({ at: 'input' })} onPreview={() => void send({ preview: true }, 'preview')}
        onDo={() => void send({}, 'done')} onClose={() => onClose(true)} />}>
      <div className="stack wide">
        {error ? <FaultBanner error={error} /> : null}
        {stage.at === 'input' && act === 'assign' ? <AssignFields lead={lead} onLead={setLead} reason={text} onReason={setText} /> : null}
        {stage.at === 'input' && act === 'tag' ? <TagField tags={tags} value={text} onChange={setText} /> : null}
        {stage.at === 'input' ? null : <BulkResults answer={stage.answer} preview={stage.at === 'preview'} onUndo={(batch) => void undo(batch)} />}
      </div>
    </Dialog>
  )
}

type FootProps = { stage: Stage; ready: boolean; good: number; busy: boolean; onBack: () => void; onPreview: () => void; onDo: () => void; onClose: () => void }

const BulkFoot = ({ stage, ready, good, busy, onBack, onPreview, onDo, onClose }: FootProps) => {
  const say = useWords()
  if (stage.at === 'done') return <button className="btn main" type="button" onClick={onClose}>{say('common.good')}</button>
  if (stage.at === 'preview') {
    return (
      <>
        <button className="btn quiet" type="button" onClick={onBack}>{say('common.back')}</button>
        <button className="btn main" type="button" disabled={!good || busy} aria-busy={busy} onClick={onDo}>{say('bulk.do', { n: good })}</button>
      </>
    )
  }
  return <button className="btn main" type="button" disabled={!ready || busy} aria-busy={busy} onClick={onPreview}>{say('bulk.preview')}</button>
}

type AssignProps = { lead: Picked | null; onLead: (lead: Picked | null) => void; reason: string; onReason: (text: string) => void }

const AssignFields = ({ lead, onLead, reason, onReason }: AssignProps) => {
  const say = useWords()
  return (
    <>
      <Field label={say('bulk.lead')} required>{(control) => <Picker control={control} kind="lead" value={lead} onChange={onLead} />}</Field>
      <Field label={say('bulk.reason')} required hint={say('bulk.reasonHint')}>
        {(control) => <textarea {...control} className="input" rows={2} value={reason} maxLength={500} onChange={(event) => onReason(event.target.value)} />}
      </Field>
    </>
  )
}

const TagField = ({ tags, value, onChange }: { tags: string[]; value: string; onChange: (text: string) => void }) => {
  const say = useWords()
  return (
    <FieldGroup legend={say('bulk.whichTag')} need={say('common.choose')} required>
      {tags.length ? <Choices name="tag" options={tags.map((tag) => ({ code: tag, label: tag }))} value={value} onChange={onChange} /> : <p className="hint">{say('tags.noOffers')}</p>}
    </FieldGroup>
  )
}

'use client'

import { useState } from 'react'
import { freeCode } from '../../../domain/workflow/edit'
import { plainWorkflow } from '../../../domain/workflow/plain'
import type { WorkflowDef } from '../../../domain/workflow/types'
import type { Words } from '../../../domain/words'
import type { FlowLine } from '../../../services/studio/flow/view'
import { createDraft, readDraft, type Answer, type Fault } from '../api'
import { Dialog, FaultNote, SelectField, TextField, WordsField } from '../kit'
import { useSay } from '../words'

/** A name, where to start from, and the editor opens. */
export const NewFlowDialog = ({ flows, onClose }: { flows: readonly FlowLine[]; onClose: () => void }) => {
  const say = useSay('studioFlow')
  const studio = useSay('studio')
  const [name, setName] = useState<Words>({ zh: '' })
  const [from, setFrom] = useState('')
  const [code, setCode] = useState(freeCode(flows.map((flow) => flow.code), 'flow'))
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault>()

  const start = async (): Promise<Answer<WorkflowDef>> => {
    const names = { start: { zh: say('new.started') }, end: { zh: say('new.ended') }, close: { zh: say('new.accept') } }
    if (!from) return { ok: true, data: plainWorkflow({ code, name, names }) }
    const read = await readDraft<WorkflowDef>('workflow', from)
    return read.ok ? { ok: true, data: { ...read.data.definition, code, name } } : read
  }
  const go = async () => {
    if (!name.zh.trim()) return setMissing(true)
    setBusy(true)
    const begun = await start()
    const made = begun.ok ? await createDraft('workflow', begun.data) : begun
    if (made.ok) return window.location.assign(`/admin/structure/workflows/${encodeURIComponent(code)}`)
    setFault(made.fault)
    setBusy(false)
  }
  const foot = (
    <>
      <button type="button" className="btn btn-main" disabled={busy} onClick={() => void go()}>{say('new.create')}</button>
      <button type="button" className="btn" onClick={onClose}>{studio('act.cancel')}</button>
    </>
  )
  return (
    <Dialog title={say('new.heading')} onClose={onClose} foot={foot}>
      <WordsField label={say('new.name')} hint={say('new.nameHint')} value={name} maxLength={200} required error={missing && !name.zh.trim() ? say('new.nameMissing') : undefined} onChange={setName} />
      <SelectField label={say('new.from')} empty={say('new.plain')} value={from} options={flows.map((flow) => ({ value: flow.id, label: say('new.copy', { name: flow.name }) }))} onChange={setFrom} />
      <details>
        <summary>{studio('act.more')}</summary>
        <TextField label={say('new.code')} hint={say('new.codeHint')} value={code} maxLength={64} onChange={setCode} />
      </details>
      <FaultNote fault={fault} />
    </Dialog>
  )
}

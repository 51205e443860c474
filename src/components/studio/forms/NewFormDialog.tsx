'use client'

import { useState } from 'react'
import { emptyForm, nextFormCode } from '../../../domain/forms/newForm'
import type { FormDef } from '../../../domain/forms/types'
import type { Words } from '../../../domain/words'
import type { FormLine } from '../../../services/studio/forms/view'
import { createDraft, readDraft, type Answer, type Fault } from '../api'
import { Dialog, FaultNote, SelectField, TextField, WordsField } from '../kit'
import { useSay } from '../words'

/** A name, where to start from, and the editor opens. */
export const NewFormDialog = ({ forms, onClose }: { forms: readonly FormLine[]; onClose: () => void }) => {
  const say = useSay('studioForms')
  const studio = useSay('studio')
  const [name, setName] = useState<Words>({ zh: '' })
  const [from, setFrom] = useState('')
  const [code, setCode] = useState(nextFormCode(forms.map((form) => form.code)))
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault>()

  const start = async (): Promise<Answer<FormDef>> => {
    if (!from) return { ok: true, data: emptyForm({ code, name, page: { zh: say('fields.newPage') }, question: { zh: say('fields.newLabel') } }) }
    const read = await readDraft<FormDef>('form', from)
    return read.ok ? { ok: true, data: { ...read.data.definition, code, name } } : read
  }
  const go = async () => {
    if (!name.zh.trim()) return setMissing(true)
    setBusy(true)
    const begun = await start()
    const made = begun.ok ? await createDraft('form', begun.data) : begun
    if (made.ok) return window.location.assign(`/admin/structure/forms/${encodeURIComponent(code)}`)
    setFault(made.fault)
    setBusy(false)
  }
  const foot = (
    <>
      <button type="button" className="btn btn-main" disabled={busy} onClick={() => void go()}>{say('create.go')}</button>
      <button type="button" className="btn" onClick={onClose}>{studio('act.cancel')}</button>
    </>
  )
  return (
    <Dialog title={say('create.heading')} onClose={onClose} foot={foot}>
      <WordsField label={say('create.name')} hint={say('create.nameHint')} value={name} maxLength={200} required error={missing && !name.zh.trim() ? say('create.nameMissing') : undefined} onChange={setName} />
      <SelectField label={say('create.from')} empty={say('create.empty')} value={from} options={forms.map((form) => ({ value: form.id, label: say('create.copy', { name: form.name }) }))} onChange={setFrom} />
      <details className="forms-more">
        <summary>{studio('act.more')}</summary>
        <TextField label={say('create.code')} hint={say('create.codeHint')} value={code} maxLength={64} onChange={setCode} />
      </details>
      <FaultNote fault={fault} />
    </Dialog>
  )
}

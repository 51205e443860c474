'use client'

import { useState, type ReactNode } from 'react'
import type { DefinitionKind } from '../../../domain/package/definitions'
import type { Words } from '../../../domain/words'
import { createDraft, readDraft, type Answer, type Fault } from '../api'
import { useSay } from '../words'
import { Dialog } from './Dialog'
import { FaultNote } from './FaultNote'
import { SelectField, TextField, WordsField } from './Field'

export type NewWords = { title: string; name: string; nameHint: string; nameMissing: string; from: string; blank: string; copy: (name: string) => string; code: string; codeHint?: string; create: string }

type Props<D> = {
  kind: DefinitionKind
  /** Those there are: one of them can be copied. */
  rows: readonly { id: string; name: string }[]
  /** Proposed, and shown under "more". */
  firstCode: string
  blank: (of: { code: string; name: Words }) => D
  /** Where the editor opens. */
  pathOf: (code: string) => string
  words: NewWords
  /** What else is asked where nothing is copied. */
  more?: ReactNode
  onClose: () => void
}

/** A name, where to start from, and the editor opens. */
export const NewDefinition = <D extends { code: string; name: Words }>({ kind, rows, firstCode, blank, pathOf, words, more, onClose }: Props<D>) => {
  const studio = useSay('studio')
  const [name, setName] = useState<Words>({ zh: '' })
  const [from, setFrom] = useState('')
  const [code, setCode] = useState(firstCode)
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault>()

  const begin = async (): Promise<Answer<D>> => {
    if (!from) return { ok: true, data: blank({ code, name }) }
    const read = await readDraft<D>(kind, from)
    return read.ok ? { ok: true, data: { ...read.data.definition, code, name } } : read
  }
  const go = async () => {
    if (!name.zh.trim()) return setMissing(true)
    setBusy(true)
    const begun = await begin()
    const made = begun.ok ? await createDraft(kind, begun.data) : begun
    if (made.ok) return window.location.assign(pathOf(code))
    setFault(made.fault)
    setBusy(false)
  }
  const foot = (
    <>
      <button type="button" className="btn btn-main" disabled={busy} onClick={() => void go()}>{words.create}</button>
      <button type="button" className="btn" onClick={onClose}>{studio('act.cancel')}</button>
    </>
  )
  return (
    <Dialog title={words.title} onClose={onClose} foot={foot}>
      <WordsField label={words.name} hint={words.nameHint} value={name} maxLength={200} required error={missing && !name.zh.trim() ? words.nameMissing : undefined} onChange={setName} />
      {from ? null : more}
      <SelectField label={words.from} empty={words.blank} value={from} options={rows.map((row) => ({ value: row.id, label: words.copy(row.name) }))} onChange={setFrom} />
      <details>
        <summary>{studio('act.more')}</summary>
        <TextField label={words.code} hint={words.codeHint} value={code} maxLength={64} onChange={setCode} />
      </details>
      <FaultNote fault={fault} />
    </Dialog>
  )
}

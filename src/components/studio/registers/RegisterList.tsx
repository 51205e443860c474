'use client'

import { useState } from 'react'
import { emptyRegister, nextRegisterCode } from '../../../domain/registers/newRegister'
import { REGISTER_SUBJECTS, type RegisterDef, type RegisterSubject } from '../../../domain/registers/types'
import type { Words } from '../../../domain/words'
import type { RegisterDraftLine } from '../../../services/registers/studio'
import { createDraft, readDraft, type Answer, type Fault } from '../api'
import { Dialog, FaultNote, Icon, Mark, Note, SelectField, TextField, WordsField } from '../kit'
import { useSay } from '../words'

const pathOf = (code: string): string => `/admin/structure/registers/${encodeURIComponent(code)}`


const NewRegister = ({ registers, onClose }: { registers: readonly RegisterDraftLine[]; onClose: () => void }) => {
  const say = useSay('registers')
  const studio = useSay('studio')
  const [name, setName] = useState<Words>({ zh: '' })
  const [subject, setSubject] = useState<RegisterSubject>('place')
  const [from, setFrom] = useState('')
  const [code, setCode] = useState(nextRegisterCode(registers.map((register) => register.code)))
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault>()
  const begin = async (): Promise<Answer<RegisterDef>> => {
    if (!from) return { ok: true, data: emptyRegister({ code, name, subject, page: { zh: say('studio.firstPage') }, field: { zh: say('studio.firstField') } }) }
    const read = await readDraft<RegisterDef>('register', from)
    return read.ok ? { ok: true, data: { ...read.data.definition, code, name } } : read
  }
  const go = async () => {
    if (!name.zh.trim()) return setMissing(true)
    setBusy(true)
    const begun = await begin()
    const made = begun.ok ? await createDraft('register', begun.data) : begun
    if (made.ok) return window.location.assign(pathOf(code))
    setFault(made.fault)
    setBusy(false)
  }
  const foot = (
    <>
      <button type="button" className="btn btn-main" disabled={busy} onClick={() => void go()}>{say('studio.create')}</button>
      <button type="button" className="btn" onClick={onClose}>{studio('act.cancel')}</button>
    </>
  )
  return (
    <Dialog title={say('studio.new')} onClose={onClose} foot={foot}>
      <WordsField label={say('studio.newName')} hint={say('studio.newHint')} value={name} maxLength={200} required error={missing && !name.zh.trim() ? say('studio.nameNeeded') : undefined} onChange={setName} />
      {from ? null : <SelectField label={say('studio.newSubject')} value={subject} options={REGISTER_SUBJECTS.map((value) => ({ value, label: say(`subject.${value}`) }))} onChange={(value) => setSubject(value as RegisterSubject)} />}
      <SelectField label={say('studio.copy')} empty={say('studio.copyNone')} value={from} options={registers.map((register) => ({ value: register.id, label: register.name }))} onChange={setFrom} />
      <details>
        <summary>{studio('act.more')}</summary>
        <TextField label={say('studio.code')} value={code} maxLength={64} onChange={setCode} />
      </details>
      <FaultNote fault={fault} />
    </Dialog>
  )
}

const Line = ({ register }: { register: RegisterDraftLine }) => {
  const say = useSay('registers')
  return (
    <tr>
      <th scope="row" data-l={say('studio.name')}><a href={pathOf(register.code)}>{register.name}</a><small className="muted register-size">{say('studio.fields', { n: register.fields })}</small></th>
      <td data-l={say('studio.subject')}>{say(`subject.${register.subject}`)}</td>
      <td data-l={say('studio.open')}>{say(register.open ? 'desk.public' : 'desk.internal')}</td>
      <td data-l={say('desk.crumb')}>{say('desk.entries', { n: register.entries })}</td>
      <td data-l={say('desk.state')}>{register.number === undefined ? <Mark tone="info">{say('studio.draft')}</Mark> : say('studio.live', { n: register.number })}{register.number !== undefined && register.changed ? <> <Mark tone="info">{say('studio.changed')}</Mark></> : null}</td>
    </tr>
  )
}

const heads = ['studio.name', 'studio.subject', 'studio.open', 'desk.crumb', 'desk.state'] as const

/** All registers, and the way to a new one. */
export const RegisterList = ({ registers, canEdit }: { registers: readonly RegisterDraftLine[]; canEdit: boolean }) => {
  const say = useSay('registers')
  const studio = useSay('studio')
  const [making, setMaking] = useState(false)
  return (
    <>
      {canEdit ? null : <Note tone="info">{studio('version.readOnly')}</Note>}
      <section className="panel" aria-labelledby="registers-all">
        <div className="panel-head">
          <h2 id="registers-all">{say('title')}</h2>
          {canEdit ? <button type="button" className="btn btn-main push" onClick={() => setMaking(true)}><Icon name="plus" />{say('studio.new')}</button> : null}
        </div>
        {registers.length === 0 ? <p className="empty"><b>{say('studio.none')}</b>{say('studio.noneHint')}</p> : (
          <div className="scroll">
            <table className="stacked">
              <thead><tr>{heads.map((key) => <th key={key} scope="col">{say(key)}</th>)}</tr></thead>
              <tbody>{registers.map((register) => <Line key={register.id} register={register} />)}</tbody>
            </table>
          </div>
        )}
      </section>
      {making ? <NewRegister registers={registers} onClose={() => setMaking(false)} /> : null}
    </>
  )
}

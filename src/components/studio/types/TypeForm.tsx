'use client'

import { useState } from 'react'
import { RETENTION_FLOOR_DAYS, RETENTION_MODES, RETENTION_MOST_DAYS } from '../../../domain/privacy/retention'
import type { DefinitionChoice, TypeLine, TypesView } from '../../../services/studio/types/view'
import type { Fault } from '../api'
import { Check, Dialog, FaultNote, Icon, NumberField, SelectField, TextField, WordsField } from '../kit'
import { useSaving } from '../people/useSaving'
import { useSay } from '../words'
import { draftFaults, draftOf, sentType, type DraftFault, type TypeDraft } from './typeForm'

type Part = { draft: TypeDraft; set: (change: Partial<TypeDraft>) => void; wrong: (field: DraftFault) => string | undefined; view: TypesView }

const Names = ({ draft, set, wrong }: Part) => {
  const say = useSay('setup')
  return (
    <>
      <WordsField label={say('types.name')} hint={say('types.nameHint')} value={draft.name} maxLength={60} required error={wrong('name')} onChange={(name) => set({ name })} />
      <WordsField label={say('types.intro')} hint={say('types.introHint')} value={draft.intro} lines={2} onChange={(intro) => set({ intro })} />
    </>
  )
}

const Uses = ({ draft, set, wrong, view }: Part) => {
  const say = useSay('setup')
  const options = (choices: readonly DefinitionChoice[]) => choices.map(({ id, name, published }) => ({ value: id, label: published ? name : say('types.notYet', { name }) }))
  return (
    <div className="cols cols-even">
      <SelectField label={say('types.form')} hint={say('types.formHint')} value={draft.form} empty={say('types.choose')} options={options(view.forms)} error={wrong('form')} onChange={(form) => set({ form })} />
      <SelectField label={say('types.workflow')} hint={say('types.workflowHint')} value={draft.workflow} empty={say('types.choose')} options={options(view.workflows)} error={wrong('workflow')} onChange={(workflow) => set({ workflow })} />
      <TextField label={say('types.prefix')} hint={say('types.prefixHint', { prefix: draft.prefix || 'AA' })} value={draft.prefix} maxLength={6} error={wrong('prefix')} onChange={(prefix) => set({ prefix: prefix.toUpperCase() })} />
    </div>
  )
}

const Who = ({ draft, set, wrong }: Part) => {
  const say = useSay('setup')
  const toggle = (who: 'resident' | 'staff') => (on: boolean) => set({ openBy: (['resident', 'staff'] as const).filter((each) => (each === who ? on : draft.openBy.includes(each))) })
  return (
    <fieldset className="type-who">
      <legend>{say('types.openBy')}</legend>
      {(['resident', 'staff'] as const).map((who) => <Check key={who} label={say(`types.who.${who}`)} hint={say(`types.whoHint.${who}`)} checked={draft.openBy.includes(who)} onChange={toggle(who)} />)}
      {wrong('openBy') ? <p className="error"><Icon name="stop" />{wrong('openBy')}</p> : null}
      <Check label={say('types.listed')} hint={say('types.listedHint')} checked={draft.listed} onChange={(listed) => set({ listed })} />
    </fieldset>
  )
}

const Care = ({ draft, set, view }: Part) => {
  const say = useSay('setup')
  return (
    <div className="cols cols-even">
      <SelectField label={say('types.publicity')} hint={say('types.publicityHint')} value={draft.publicity} options={(['reporter', 'public'] as const).map((value) => ({ value, label: say(`types.public.${value}`) }))} onChange={(value) => set({ publicity: value === 'public' ? 'public' : 'reporter' })} />
      <SelectField label={say('types.confidentiality')} hint={say('types.confidentialityHint')} value={draft.confidentiality} options={(['normal', 'restricted'] as const).map((value) => ({ value, label: say(`types.secret.${value}`) }))} onChange={(value) => set({ confidentiality: value === 'restricted' ? 'restricted' : 'normal' })} />
      <NumberField label={say('types.reopenDays')} hint={say('types.reopenHint')} value={draft.reopenDays} min={0} max={365} onChange={(reopenDays) => set({ reopenDays })} />
      <NumberField label={say('types.retention')} hint={say('types.retentionHint', { days: view.retention })} value={draft.contactRetentionDays} min={1} max={3650} onChange={(contactRetentionDays) => set({ contactRetentionDays })} />
      <NumberField label={say('types.keep')} hint={view.keep === undefined ? say('types.keepHintNone') : say('types.keepHint', { days: view.keep })} value={draft.retentionDays} min={RETENTION_FLOOR_DAYS} max={RETENTION_MOST_DAYS} onChange={(retentionDays) => set({ retentionDays })} />
      {draft.retentionDays === undefined ? null : <SelectField label={say('types.then')} hint={say('types.thenHint')} value={draft.retentionMode ?? 'anonymise'} options={RETENTION_MODES.map((value) => ({ value, label: say(`types.mode.${value}`) }))} onChange={(value) => set({ retentionMode: value === 'delete' ? 'delete' : 'anonymise' })} />}
      <NumberField label={say('types.photos')} hint={say('types.photosHint')} value={draft.maxPhotos} min={0} max={6} onChange={(maxPhotos) => set({ maxPhotos })} />
    </div>
  )
}

const Rest = ({ draft, set, fresh }: Part & { fresh: boolean }) => {
  const say = useSay('setup')
  return (
    <>
      <Check label={say('types.active')} hint={say('types.activeHint')} checked={draft.active} onChange={(active) => set({ active })} />
      {fresh ? <details className="more"><summary>{say('more')}</summary><TextField label={say('code')} hint={say('codeHint')} value={draft.code} maxLength={60} onChange={(code) => set({ code })} /></details> : null}
    </>
  )
}

const useWrong = ({ draft, others, tried, fault }: { draft: TypeDraft; others: readonly TypeLine[]; tried: boolean; fault: Fault | undefined }) => {
  const say = useSay('setup')
  const faults = draftFaults(draft, others)
  return { faults, wrong: (field: DraftFault) => (tried && faults.includes(field) ? say(`types.wrong.${field}`) : fault?.said.find(({ path }) => path === field)?.text) }
}

/** One kind of matter, in words. */
export const TypeForm = ({ type, view, canEdit, onClose }: { type: TypeLine | undefined; view: TypesView; canEdit: boolean; onClose: () => void }) => {
  const say = useSay('setup')
  const act = useSay('studio')
  const [draft, setDraft] = useState(() => draftOf(type, view))
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const { fault, busy, save, remove } = useSaving('matter-types')
  const { faults, wrong } = useWrong({ draft, others: view.types.filter(({ id }) => id !== type?.id), tried, fault })
  const part: Part = { draft, wrong, view, set: (change) => setDraft((now) => ({ ...now, ...change })) }
  const go = () => {
    setTried(true)
    if (faults.length === 0) void save({ ...(type ? { id: type.id, seen: type.seen } : {}), reason, data: sentType(draft) })
  }
  const foot = canEdit ? (
    <>
      <button type="button" className="btn btn-main" disabled={busy} onClick={go}>{act('act.save')}</button>
      <button type="button" className="btn" onClick={onClose}>{act('act.cancel')}</button>
      {type ? <button type="button" className="btn btn-danger push" disabled={busy} onClick={() => void remove(type.id)}><Icon name="bin" />{act('act.remove')}</button> : null}
    </>
  ) : <button type="button" className="btn" onClick={onClose}>{act('act.close')}</button>
  return (
    <Dialog wide title={type ? draft.name.zh || type.code : say('types.add')} onClose={onClose} foot={foot}>
      <FaultNote fault={fault} />
      <fieldset className="stack" disabled={!canEdit}>
        <Names {...part} /><Uses {...part} /><Who {...part} /><Care {...part} /><Rest {...part} fresh={!type} />
        {type && canEdit ? <TextField label={say('reason')} hint={say('reasonHint')} value={reason} maxLength={500} onChange={setReason} /> : null}
      </fieldset>
    </Dialog>
  )
}

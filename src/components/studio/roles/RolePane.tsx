'use client'

import { useState } from 'react'
import { EXCLUSIVE_KINDS, type ExclusiveKind } from '../../../domain/access/exclusion'
import type { Permission } from '../../../domain/access/types'
import { say as sayWords, type Words } from '../../../domain/words'
import type { RoleColumn, RolesView } from '../../../services/studio/roles/view'
import { removeRow, saveRow, type Answer, type Fault } from '../api'
import { Check, Dialog, FaultNote, Icon, SelectField, TextField, WordsField } from '../kit'
import { freshCode } from '../people/useSaving'
import { useSay, useSayMaybe, useStudio } from '../words'

type Form = { name: Words; description: Words; permissions: Permission[]; exclusive: ExclusiveKind | ''; factor: boolean; code: string; reason: string }

const EMPTY: Omit<Form, 'code'> = { name: { zh: '' }, description: { zh: '' }, permissions: [], exclusive: '', factor: false, reason: '' }

const formOf = (role: RoleColumn | undefined): Form => {
  if (!role) return { ...EMPTY, code: freshCode('role') }
  const { name, description = EMPTY.description, permissions, exclusive = '', factor, code } = role
  return { name, description, permissions, exclusive, factor, code, reason: '' }
}

type Props = { role: RoleColumn | undefined; groups: RolesView['groups']; title: string; onClose: () => void }

const Rights = ({ form, groups, onToggle }: { form: Form; groups: RolesView['groups']; onToggle: (permission: Permission, on: boolean) => void }) => {
  const say = useSay('studioRoles')
  const right = useSayMaybe('studioRoles')
  return (
    <div className="cols cols-even">
      {groups.map(({ group, permissions }) => (
        <fieldset key={group}>
          <legend>{say(`group.${group}`)}</legend>
          {permissions.map((permission) => <Check key={permission} label={right(`permission.${permission}`) ?? permission} checked={form.permissions.includes(permission)} onChange={(on) => onToggle(permission, on)} />)}
        </fieldset>
      ))}
    </div>
  )
}

/** Asked before a role goes: one click beside "save" is not a decision. */
const Remove = ({ role, onClose, onGone }: { role: RoleColumn; onClose: () => void; onGone: () => void }) => {
  const say = useSay('studioRoles')
  const act = useSay('studio')
  const { lang } = useStudio()
  const [fault, setFault] = useState<Fault>()
  const go = async (): Promise<void> => {
    const answer = await removeRow('roles', role.id)
    if (answer.ok) onGone()
    else setFault(answer.fault)
  }
  const foot = <><button type="button" className="btn btn-danger" onClick={() => void go()}>{say('remove')}</button><button type="button" className="btn" onClick={onClose}>{act('act.cancel')}</button></>
  return <Dialog title={say('remove')} onClose={onClose} foot={foot}><p>{say('removeAsk', { name: sayWords(role.name, lang) })}</p><FaultNote fault={fault} /></Dialog>
}

/** One role: its name, what it is for, and what it may do. */
export const RolePane = ({ role, groups, title, onClose }: Props) => {
  const say = useSay('studioRoles')
  const act = useSay('studio')
  const [form, setForm] = useState(() => formOf(role))
  const [fault, setFault] = useState<Fault>()
  const [removing, setRemoving] = useState(false)
  const set = (change: Partial<Form>) => setForm((now) => ({ ...now, ...change }))
  const toggle = (permission: Permission, on: boolean) => set({ permissions: on ? [...form.permissions, permission] : form.permissions.filter((one) => one !== permission) })
  const settle = (answer: Answer<unknown>) => (answer.ok ? window.location.reload() : setFault(answer.fault))
  const save = async () => {
    const { reason, exclusive, factor, code, ...data } = form
    settle(await saveRow('roles', { ...(role ? { id: role.id, seen: role.seen } : {}), data: { ...data, exclusive: exclusive === '' ? null : exclusive, secondFactor: factor ? 'required' : null, ...(role ? {} : { code }) }, reason }))
  }
  return (
    <section className="panel panel-pad stack" aria-labelledby="role">
      <h2 id="role">{title}</h2>
      <div className="cols cols-two">
        <WordsField label={say('name')} value={form.name} maxLength={60} required onChange={(name) => set({ name })} />
        <WordsField label={say('description')} value={form.description} lines={2} onChange={(description) => set({ description })} />
      </div>
      <h3>{say('rights')}</h3>
      <Rights form={form} groups={groups} onToggle={toggle} />
      <div className="cols cols-two">
        <SelectField label={say('exclusive')} value={form.exclusive} empty={say('exclusiveNone')} options={EXCLUSIVE_KINDS.map((kind) => ({ value: kind, label: say(`kind.${kind}`) }))} onChange={(exclusive) => set({ exclusive: exclusive as Form['exclusive'] })} />
        <TextField label={say('reason')} hint={say('reasonHint')} value={form.reason} maxLength={500} onChange={(reason) => set({ reason })} />
      </div>
      {role ? null : <details><summary>{say('more')}</summary><TextField label={say('code')} value={form.code} maxLength={60} onChange={(code) => set({ code })} /></details>}
      <Check label={say('factor')} checked={form.factor} onChange={(factor) => set({ factor })} />
      <FaultNote fault={fault} />
      <div className="bar">
        <button type="button" className="btn btn-main" onClick={() => void save()}>{say('save')}</button>
        <button type="button" className="btn" onClick={onClose}>{act('act.cancel')}</button>
        {role ? <button type="button" className="btn btn-danger push" onClick={() => setRemoving(true)}><Icon name="bin" />{say('remove')}</button> : null}
      </div>
      {role && removing ? <Remove role={role} onClose={() => setRemoving(false)} onGone={() => window.location.reload()} /> : null}
    </section>
  )
}

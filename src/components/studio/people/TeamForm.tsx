'use client'

import { useState } from 'react'
import type { Seat } from '../../../domain/teams/types'
import type { Words } from '../../../domain/words'
import type { Option, TeamLine } from '../../../services/studio/people/view'
import { Check, Dialog, FaultNote, Icon, NumberField, PickMany, TextField, WordsField } from '../kit'
import { useSay } from '../words'
import { SeatsEditor } from './SeatsEditor'
import { freshCode, useSaving } from './useSaving'

type Form = { code: string; name: Words; duty: Words; phone: string; min?: number; max?: number; units: string[]; seats: Seat[]; active: boolean; reason: string }

const EMPTY: Omit<Form, 'code'> = { name: { zh: '' }, duty: { zh: '' }, phone: '', units: [], seats: [], active: true, reason: '' }

const formOf = (team: TeamLine | undefined, kind: 'team' | 'leading'): Form => (team ? { ...EMPTY, ...team } : { ...EMPTY, code: freshCode(kind === 'leading' ? 'group' : 'team') })

/** Only what a team stores; what the list told besides stays behind. */
const dataOf = ({ name, duty, phone, units, seats, active, min, max }: Form) => ({ name, duty, phone, units, seats, active, minSize: min ?? null, maxSize: max ?? null })

type Props = { team: TeamLine | undefined; kind: 'team' | 'leading'; units: readonly Option[]; onClose: () => void }

/** A team or a leading group, new or changed. */
export const TeamForm = ({ team, kind, units, onClose }: Props) => {
  const say = useSay('studioPeople')
  const act = useSay('studio')
  const [form, setForm] = useState(() => formOf(team, kind))
  const { fault, busy, save, remove } = useSaving('teams')
  const set = (change: Partial<Form>) => setForm((now) => ({ ...now, ...change }))
  const go = () => {
    const { code, reason } = form
    void save({ ...(team ? { id: team.id, seen: team.seen } : {}), reason, data: { ...dataOf(form), kind, ...(team ? {} : { code }) } })
  }
  const title = team ? say('edit') : say(kind === 'leading' ? 'addGroup' : 'addTeam')
  const foot = (
    <>
      <button type="button" className="btn btn-main" disabled={busy} onClick={go}>{say('save')}</button>
      <button type="button" className="btn" onClick={onClose}>{act('act.cancel')}</button>
      {team ? <button type="button" className="btn btn-danger push" disabled={busy} onClick={() => void remove(team.id)}><Icon name="bin" />{say('remove')}</button> : null}
    </>
  )
  return (
    <Dialog title={title} onClose={onClose} foot={foot} wide>
      <FaultNote fault={fault} />
      <WordsField label={say('name')} value={form.name} maxLength={60} required onChange={(name) => set({ name })} />
      <WordsField label={say('duty')} value={form.duty} lines={3} onChange={(duty) => set({ duty })} />
      <PickMany label={say('units')} hint={say('unitsHint')} values={form.units} choices={units} onChange={(next) => set({ units: next })} />
      {kind === 'leading' ? <SeatsEditor seats={form.seats} onChange={(seats) => set({ seats })} /> : <TextField label={say('phone')} hint={say('phoneHint')} value={form.phone} type="tel" maxLength={24} onChange={(phone) => set({ phone })} />}
      <div className="cols cols-even">
        <NumberField label={say('min')} value={form.min} min={0} onChange={(min) => set({ min })} />
        <NumberField label={say('max')} value={form.max} min={0} onChange={(max) => set({ max })} />
      </div>
      <Check label={say('active')} hint={say('activeHint')} checked={form.active} onChange={(active) => set({ active })} />
      <TextField label={say('reason')} hint={say('reasonHint')} value={form.reason} maxLength={500} onChange={(reason) => set({ reason })} />
      {team ? null : <details><summary>{say('more')}</summary><TextField label={say('code')} value={form.code} maxLength={60} onChange={(code) => set({ code })} /></details>}
    </Dialog>
  )
}

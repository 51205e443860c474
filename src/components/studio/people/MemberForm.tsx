'use client'

import { useState } from 'react'
import { DAY, fromLocal } from '../../../domain/clocks/zone'
import { say as sayWords } from '../../../domain/words'
import type { MemberLine, TeamLine, TeamsView } from '../../../services/studio/people/view'
import { Dialog, FaultNote, Icon, PickMany, PickOne, SelectField, TextField } from '../kit'
import { useSay, useStudio } from '../words'
import { useSaving } from './useSaving'

type Form = { person: string | undefined; post: string; seat: string; units: string[]; leads: string[]; from: string; until: string; reason: string }

const dayOf = (at: string | undefined, timeZone: string, last = false): string => (at ? new Date(Date.parse(at) - (last ? 1 : 0)).toLocaleDateString('en-CA', { timeZone }) : '')

/** The first moment of a day where the office stands, or of the one after it; null for none. */
const momentOf = (day: string, timeZone: string, after = false): string | null =>
  (day ? new Date(fromLocal(timeZone, Date.parse(`${day}T00:00:00Z`) + (after ? DAY : 0))).toISOString() : null)

const EMPTY: Form = { person: undefined, post: '', seat: '', units: [], leads: [], from: '', until: '', reason: '' }

const formOf = (member: MemberLine | undefined, timeZone: string): Form =>
  (member ? { ...EMPTY, ...member, from: dayOf(member.from, timeZone), until: dayOf(member.until, timeZone, true) } : EMPTY)

type Props = { member: MemberLine | undefined; team: TeamLine; view: Pick<TeamsView, 'people' | 'units' | 'categories' | 'posts'>; onClose: () => void }

/** One person's place in a team: seat or post, what they cover and lead, from when to when. */
export const MemberForm = ({ member, team, view, onClose }: Props) => {
  const say = useSay('studioPeople')
  const act = useSay('studio')
  const { lang, timeZone } = useStudio()
  const [form, setForm] = useState(() => formOf(member, timeZone))
  const { fault, busy, save } = useSaving('memberships')
  const set = (change: Partial<Form>) => setForm((now) => ({ ...now, ...change }))
  const go = (until: string | null = momentOf(form.until, timeZone, true)) => {
    const { reason, post, seat, from, person, units, leads } = form
    void save({ ...(member ? { id: member.id, seen: member.seen } : {}), reason, data: { ...(member ? {} : { person }), team: team.id, post: post || null, seat: seat || null, units, leads, from: momentOf(from, timeZone), until } })
  }
  const foot = (
    <>
      <button type="button" className="btn btn-main" disabled={busy} onClick={() => go()}>{say('save')}</button>
      <button type="button" className="btn" onClick={onClose}>{act('act.cancel')}</button>
      {member?.now ? <button type="button" className="btn btn-danger push" disabled={busy} onClick={() => go(new Date().toISOString())}><Icon name="stop" />{say('end')}</button> : null}
    </>
  )
  return (
    <Dialog title={member ? say('editMember', { name: member.name }) : say('addMember')} onClose={onClose} foot={foot}>
      <FaultNote fault={fault} />
      {member ? null : <PickOne label={say('person')} value={form.person} choices={view.people} onChange={(person) => set({ person })} />}
      {team.seats.length > 0 ? <SelectField label={say('seat')} value={form.seat} empty={say('seatNone')} options={team.seats.map(({ code, name }) => ({ value: code, label: sayWords(name, lang) }))} onChange={(seat) => set({ seat })} /> : null}
      <SelectField label={say('post')} value={form.post} empty={say('postNone')} options={view.posts.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: sayWords(name, lang) }))} onChange={(post) => set({ post })} />
      <PickMany label={say('covers')} hint={say('coversHint')} values={form.units} choices={view.units} onChange={(units) => set({ units })} />
      {team.kind === 'leading' ? <PickMany label={say('leads')} values={form.leads} choices={view.categories} onChange={(leads) => set({ leads })} /> : null}
      <div className="cols cols-even">
        <TextField label={say('from')} type="date" value={form.from} onChange={(from) => set({ from })} />
        <TextField label={say('until')} type="date" hint={say('untilHint')} value={form.until} onChange={(until) => set({ until })} />
      </div>
      <TextField label={say('reason')} hint={say('reasonHint')} value={form.reason} maxLength={500} onChange={(reason) => set({ reason })} />
    </Dialog>
  )
}

'use client'

import { useState } from 'react'
import type { Words } from '../../../domain/words'
import type { TerritoryView } from '../../../services/studio/territory/view'
import type { UnitView } from '../../../services/studio/territory/unit'
import { saveRow, type Fault } from '../api'
import { dayText, FaultNote, Icon, Mark, Note, PickNext, SelectField, TextField, WordsField } from '../kit'
import { useSay, useStudio } from '../words'
import { PickField, pickable } from './PickField'
import type { Typed } from './useUnsaved'

export const KINDS = ['area', 'community', 'business', 'compound', 'building', 'door', 'special'] as const

export type UnitFields = { name: Words; level: string; code: string; kind: string; lead: string; officers: string[]; address: Words; publicName: string; publicPhone: string; publicHours: Words }

const formOf = (unit: UnitView): UnitFields => ({
  name: unit.name, level: unit.level, code: unit.code, kind: unit.kind, lead: unit.lead ?? '', officers: unit.officers, address: unit.address ?? { zh: '' },
  publicName: unit.publicName, publicPhone: unit.publicPhone, publicHours: unit.publicHours ?? { zh: '' },
})

const changedOf = (form: UnitFields, unit: UnitView): Partial<UnitFields> => {
  const before = formOf(unit)
  return Object.fromEntries(Object.entries(form).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key as keyof UnitFields])))
}

const saidOf = (fault: Fault | undefined, path: string): string | undefined => fault?.said.find((one) => one.path === path)?.text

type FieldsProps = { form: UnitFields; set: (change: Partial<UnitFields>) => void; view: TerritoryView; fault?: Fault }

const Officers = ({ form, set, view }: FieldsProps) => {
  const say = useSay('studioTerritory')
  const name = (id: string): string => view.people.find((person) => person.id === id)?.name ?? '—'
  return (
    <div className="field">
      {form.officers.length > 0 ? (
        <ul className="chips">
          {form.officers.map((id) => (
            <li key={id}>{name(id)}<button type="button" className="btn btn-icon" aria-label={say('unit.officerRemove', { name: name(id) })} onClick={() => set({ officers: form.officers.filter((each) => each !== id) })}><Icon name="bin" /></button></li>
          ))}
        </ul>
      ) : null}
      <PickNext label={form.officers.length > 0 ? say('unit.officersAdd') : say('unit.officers')} hint={say('unit.officersHint')} choices={pickable(view.people.filter(({ id }) => !form.officers.includes(id)))} onPick={(id) => set({ officers: [...form.officers, id] })} />
    </div>
  )
}

const Fields = (props: FieldsProps) => {
  const { form, set, view, fault } = props
  const say = useSay('studioTerritory')
  const { lang } = useStudio()
  return (
    <>
      <WordsField label={say('unit.name')} value={form.name} error={saidOf(fault, 'name')} required onChange={(name) => set({ name })} />
      <PickField label={say('unit.lead')} hint={say('unit.leadHint')} placeholder={say('unit.leadNone')} value={form.lead} options={pickable(view.people)} onChange={(lead) => set({ lead })} />
      <Officers {...props} />
      <TextField label={say('unit.publicPhone')} hint={say('unit.publicPhoneHint')} inputMode="tel" value={form.publicPhone} maxLength={40} onChange={(publicPhone) => set({ publicPhone })} />
      <details className="more">
        <summary>{say('unit.more')}</summary>
        <div className="stack">
          <TextField label={say('unit.publicName')} hint={say('unit.publicNameHint')} value={form.publicName} maxLength={120} onChange={(publicName) => set({ publicName })} />
          <WordsField label={say('unit.publicHours')} value={form.publicHours} onChange={(publicHours) => set({ publicHours })} />
          <WordsField label={say('unit.address')} hint={say('unit.addressHint')} value={form.address} onChange={(address) => set({ address })} />
          <SelectField label={say('unit.kind')} value={form.kind} options={KINDS.map((kind) => ({ value: kind, label: say(`kind.${kind}`) }))} onChange={(kind) => set({ kind })} />
          <SelectField label={say('unit.level')} value={form.level} error={saidOf(fault, 'level')} options={view.levels.map(({ id, name }) => ({ value: id, label: name[lang] || name.zh }))} onChange={(level) => set({ level })} />
          <TextField label={say('unit.code')} hint={view.pattern === 'free' ? say('unit.codeKeep') : say('unit.codePattern', { hint: say('unit.codeHint'), pattern: say(`pattern.${view.pattern}`) })} value={form.code} maxLength={60} error={saidOf(fault, 'code')} onChange={(code) => set({ code })} />
        </div>
      </details>
    </>
  )
}

const MEMBERS = 6

/** How the unit stands: what nobody types. */
export const UnitFacts = ({ unit, below }: { unit: UnitView; below: number }) => {
  const say = useSay('studioTerritory')
  const studio = useStudio()
  const names = unit.members.map(({ person, post }) => (post ? say('unit.memberIn', { person, post }) : person))
  const more = names.length > MEMBERS ? ` ${say('unit.memberMore', { count: names.length })}` : ''
  return (
    <dl className="facts small">
      <dt>{say('unit.open')}</dt><dd><a href={`/desk/queue?unit=${unit.id}`}>{say('unit.openCount', { count: unit.open })}</a></dd>
      <dt>{say('unit.below')}</dt><dd>{say('unit.belowCount', { count: below })}</dd>
      <dt>{say('unit.members')}</dt><dd>{names.length === 0 ? say('unit.membersNone') : names.slice(0, MEMBERS).join(say('joint')) + more}</dd>
      {unit.closedAt ? <><dt>{say('unit.closedAt')}</dt><dd>{dayText(unit.closedAt, studio)}</dd></> : null}
      {unit.successors.length > 0 ? <><dt>{say('unit.successors')}</dt><dd>{unit.successors.map(({ name }) => name).join(say('joint'))}</dd></> : null}
    </dl>
  )
}

type Props = { unit: UnitView; view: TerritoryView; canEdit: boolean; onSaved: () => Promise<void>; typed: Typed<UnitFields> | undefined; onTyped: (typed: Typed<UnitFields> | undefined) => void }

/** What a unit is called, who is in charge, and what residents see of it. */
export const UnitForm = ({ unit, view, canEdit, onSaved, typed, onTyped }: Props) => {
  const say = useSay('studioTerritory')
  const form = { ...formOf(unit), ...typed?.changes }
  const reason = typed?.reason ?? ''
  const [state, setState] = useState<{ busy?: boolean; fault?: Fault; saved?: boolean }>({})
  const changed = changedOf(form, unit)
  const dirty = Object.keys(changed).length > 0
  const set = (change: Partial<UnitFields>): void => {
    const changes = changedOf({ ...form, ...change }, unit)
    setState({})
    onTyped(Object.keys(changes).length > 0 ? { changes, reason } : undefined)
  }
  const save = async (): Promise<void> => {
    setState({ busy: true })
    const answer = await saveRow('grid-units', { id: unit.id, data: { ...changed, ...('lead' in changed ? { lead: form.lead || null } : {}) }, seen: unit.seen, ...(reason.trim() ? { reason } : {}) })
    if (!answer.ok) return setState({ fault: answer.fault })
    onTyped(undefined)
    await onSaved()
    setState({ saved: true })
  }
  return (
    <form className="stack" onSubmit={(event) => { event.preventDefault(); void save() }}>
      <fieldset className="stack" disabled={!canEdit || !unit.active}><Fields form={form} set={set} view={view} fault={state.fault} /></fieldset>
      {dirty ? <TextField label={say('unit.reason')} value={reason} maxLength={500} onChange={(why) => onTyped({ changes: changed, reason: why })} /> : null}
      <FaultNote fault={state.fault} />
      {dirty ? (
        <div className="bar">
          <button type="submit" className="btn btn-main" disabled={state.busy}>{say('unit.save')}</button>
          <button type="button" className="btn" onClick={() => set(formOf(unit))}>{say('unit.discard')}</button>
        </div>
      ) : null}
      <div role="status">{state.saved ? <Mark tone="ok">{say('unit.saved')}</Mark> : null}</div>
    </form>
  )
}

export const ReadOnly = () => {
  const say = useSay('studioTerritory')
  return <Note tone="info">{say('readOnly')}</Note>
}

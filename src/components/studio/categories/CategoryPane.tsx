'use client'

import { useState } from 'react'
import type { Words } from '../../../domain/words'
import type { CategoriesView, CategoryLine, CategoryView } from '../../../services/studio/categories/view'
import { saveRow, type Fault } from '../api'
import { FaultNote, Mark, SelectField, TextField, WordsField } from '../kit'
import { PickField, pickable } from '../territory/PickField'
import type { Typed } from '../territory/useUnsaved'
import { useSay } from '../words'

export type CategoryFields = { name: Words; severity: number; keywords: string; matterType: string; lead: string; publicity: string; help: Words; notOurs: Words; code: string }

const formOf = (row: CategoryView): CategoryFields => ({
  name: row.name, severity: row.severity, keywords: row.keywords, matterType: row.matterType, lead: row.lead, publicity: row.publicity, help: row.help ?? { zh: '' }, notOurs: row.notOurs ?? { zh: '' }, code: row.code,
})

const changedOf = (form: CategoryFields, row: CategoryView): Partial<CategoryFields> => {
  const before = formOf(row)
  return Object.fromEntries(Object.entries(form).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key as keyof CategoryFields])))
}

type FieldsProps = { form: CategoryFields; set: (change: Partial<CategoryFields>) => void; view: CategoriesView; fault?: Fault }

export const SEVERITIES = ['1', '2', '3', '4'] as const

const Fields = ({ form, set, view, fault }: FieldsProps) => {
  const say = useSay('studioTerritory')
  const said = (path: string): string | undefined => fault?.said.find((one) => one.path === path)?.text
  return (
    <>
      <WordsField label={say('categories.name')} hint={say('categories.nameHint')} value={form.name} required error={said('name')} onChange={(name) => set({ name })} />
      <TextField label={say('categories.keywords')} hint={say('categories.keywordsHint')} lines={2} value={form.keywords} onChange={(keywords) => set({ keywords })} />
      <div className="cols cols-even">
        <SelectField label={say('categories.severity')} value={String(form.severity)} options={SEVERITIES.map((value) => ({ value, label: say(`severity.${value}`) }))} onChange={(value) => set({ severity: Number(value) })} />
        <SelectField label={say('categories.matterType')} value={form.matterType} empty={say('categories.matterTypeNone')} options={view.types.map(({ id, name }) => ({ value: id, label: name }))} onChange={(matterType) => set({ matterType })} />
        <SelectField label={say('categories.leadPost')} value={form.lead} empty={say('categories.leadNone')} options={view.posts.map(({ id, name }) => ({ value: id, label: name }))} onChange={(lead) => set({ lead })} />
        <SelectField label={say('categories.publicity')} hint={say('categories.publicityHint')} value={form.publicity} options={(['reporter', 'public'] as const).map((value) => ({ value, label: say(`publicity.${value}`) }))} onChange={(publicity) => set({ publicity })} />
      </div>
      <WordsField label={say('categories.help')} lines={2} value={form.help} onChange={(help) => set({ help })} />
      <WordsField label={say('categories.notOurs')} hint={say('categories.notOursHint')} lines={2} value={form.notOurs} onChange={(notOurs) => set({ notOurs })} />
      <details className="more"><summary>{say('unit.more')}</summary><TextField label={say('categories.code')} hint={say('unit.codeHint')} value={form.code} error={said('code')} onChange={(code) => set({ code })} /></details>
    </>
  )
}

const sent = (changed: Partial<CategoryFields>): Record<string, unknown> => ({
  ...changed, ...('matterType' in changed ? { matterType: changed.matterType || null } : {}), ...('lead' in changed ? { lead: changed.lead || null } : {}),
})

type Props = { row: CategoryView; view: CategoriesView; canEdit: boolean; onSaved: () => Promise<void>; typed: Typed<CategoryFields> | undefined; onTyped: (typed: Typed<CategoryFields> | undefined) => void }

/** What a category means: its words, who leads, how public it is. */
export const CategoryForm = ({ row, view, canEdit, onSaved, typed, onTyped }: Props) => {
  const say = useSay('studioTerritory')
  const form = { ...formOf(row), ...typed?.changes }
  const reason = typed?.reason ?? ''
  const [state, setState] = useState<{ busy?: boolean; fault?: Fault; saved?: boolean }>({})
  const changed = changedOf(form, row)
  const dirty = Object.keys(changed).length > 0
  const set = (change: Partial<CategoryFields>): void => {
    const changes = changedOf({ ...form, ...change }, row)
    setState({})
    onTyped(Object.keys(changes).length > 0 ? { changes, reason } : undefined)
  }
  const save = async (): Promise<void> => {
    setState({ busy: true })
    const answer = await saveRow('risk-categories', { id: row.id, data: sent(changed), seen: row.seen, ...(reason.trim() ? { reason } : {}) })
    if (!answer.ok) return setState({ fault: answer.fault })
    onTyped(undefined)
    await onSaved()
    setState({ saved: true })
  }
  return (
    <form className="stack" onSubmit={(event) => { event.preventDefault(); void save() }}>
      <fieldset className="stack" disabled={!canEdit}><Fields form={form} set={set} view={view} fault={state.fault} /></fieldset>
      {dirty ? <TextField label={say('unit.reason')} value={reason} maxLength={500} onChange={(why) => onTyped({ changes: changed, reason: why })} /> : null}
      <FaultNote fault={state.fault} />
      {dirty ? <div className="bar"><button type="submit" className="btn btn-main" disabled={state.busy}>{say('categories.save')}</button><button type="button" className="btn" onClick={() => set(formOf(row))}>{say('unit.discard')}</button></div> : null}
      <div role="status">{state.saved ? <Mark tone="ok">{say('categories.saved')}</Mark> : null}</div>
    </form>
  )
}

/** Categories that lie below one, itself among them. */
export const branch = (rows: readonly CategoryLine[], id: string): CategoryLine[] => {
  const inside = new Set([id])
  for (let before = 0; before !== inside.size;) {
    before = inside.size
    for (const row of rows) if (row.parent !== undefined && inside.has(row.parent)) inside.add(row.id)
  }
  return rows.filter((row) => inside.has(row.id))
}

/** Where a category may hang. */
export const ParentField = ({ value, id, view, onChange }: { value: string; id: string; view: CategoriesView; onChange: (parent: string) => void }) => {
  const say = useSay('studioTerritory')
  const inside = new Set(branch(view.categories, id).map((row) => row.id))
  const options = pickable(view.categories.filter((row) => row.active && !inside.has(row.id)).map(({ id: each, name, code }) => ({ id: each, name, code })))
  return <PickField label={say('categories.parent')} hint={say('categories.parentHint')} placeholder={say('categories.parentTop')} value={value} options={options} onChange={onChange} />
}

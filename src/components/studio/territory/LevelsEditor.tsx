'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { StaffingRule } from '../../../domain/grid'
import type { Words } from '../../../domain/words'
import type { LevelLine, TerritoryView } from '../../../services/studio/territory/view'
import { ask, type Fault } from '../api'
import { FaultNote, Icon, moved, Note, SortableRows, TextField, WordsField } from '../kit'
import { useSay } from '../words'
import { ReadOnly } from './UnitPane'

type Row = { key: string; id?: string; code: string; name: Words; staffing: StaffingRule[]; units: number }

const rowsOf = (levels: readonly LevelLine[]): Row[] => levels.map(({ id, code, name, staffing, units }) => ({ key: id, id, code, name, staffing, units }))

const RULE_KINDS = ['leadRequired', 'size', 'unitsPerPerson'] as const

const ofKind = (kind: string, before: StaffingRule): StaffingRule => {
  if (kind === 'leadRequired') return { kind }
  const bounds = before.kind === 'leadRequired' ? { min: 1 } : { post: before.post, min: before.min, max: before.max }
  return kind === 'size' ? { kind, ...bounds } : { kind: 'unitsPerPerson', ...bounds }
}

const numberOf = (text: string): number | undefined => (text === '' || !Number.isInteger(Number(text)) ? undefined : Number(text))

type RuleProps = { rule: StaffingRule; posts: TerritoryView['posts']; onChange: (rule: StaffingRule) => void; onRemove: () => void }

const Rule = ({ rule, posts, onChange, onRemove }: RuleProps) => {
  const say = useSay('studioTerritory')
  return (
    <div className="level-rule">
      <select className="slot" aria-label={say('levels.kind')} value={rule.kind} onChange={(event) => onChange(ofKind(event.target.value, rule))}>{RULE_KINDS.map((kind) => <option key={kind} value={kind}>{say(`levels.kinds.${kind}`)}</option>)}</select>
      {rule.kind === 'leadRequired' ? null : (
        <>
          <select className="slot" aria-label={say('levels.post')} value={rule.post ?? ''} onChange={(event) => onChange({ ...rule, post: event.target.value || undefined })}><option value="">{say('levels.anyPost')}</option>{posts.map(({ code, name }) => <option key={code} value={code}>{name}</option>)}</select>
          <label>{say('levels.min')} <input className="slot" type="number" min={0} value={rule.min ?? ''} onChange={(event) => onChange({ ...rule, min: numberOf(event.target.value) })} /></label>
          <label>{say('levels.max')} <input className="slot" type="number" min={0} value={rule.max ?? ''} onChange={(event) => onChange({ ...rule, max: numberOf(event.target.value) })} /></label>
        </>
      )}
      <button type="button" className="btn btn-icon" aria-label={say('levels.ruleRemove')} onClick={onRemove}><Icon name="bin" /></button>
    </div>
  )
}

type LevelProps = { row: Row; posts: TerritoryView['posts']; onChange: (row: Row) => void; onRemove: () => void; canEdit: boolean }

const LevelFields = ({ row, posts, onChange, onRemove, canEdit }: LevelProps) => {
  const say = useSay('studioTerritory')
  const rules = (staffing: StaffingRule[]): void => onChange({ ...row, staffing })
  return (
    <fieldset disabled={!canEdit} className="stack-s">
      <legend className="sr">{row.name.zh || say('levels.new')}</legend>
      <WordsField label={say('levels.name')} value={row.name} required onChange={(name) => onChange({ ...row, name })} />
      <p className="meta">{row.units > 0 ? say('levels.units', { count: row.units }) : say('levels.noUnits')}</p>
      <div className="level-rules" role="group" aria-label={say('levels.rules')}>
        {row.staffing.map((rule, i) => <Rule key={i} rule={rule} posts={posts} onChange={(next) => rules(row.staffing.map((each, at) => (at === i ? next : each)))} onRemove={() => rules(row.staffing.filter((_, at) => at !== i))} />)}
      </div>
      {canEdit ? (
        <div className="bar">
          <button type="button" className="btn btn-small" onClick={() => rules([...row.staffing, row.staffing.some(({ kind }) => kind === 'leadRequired') ? { kind: 'size', min: 1 } : { kind: 'leadRequired' }])}><Icon name="plus" />{say('levels.ruleAdd')}</button>
          {row.units === 0 ? <button type="button" className="btn btn-small" onClick={onRemove}><Icon name="bin" />{say('levels.remove')}</button> : null}
        </div>
      ) : null}
      <details className="more"><summary>{say('unit.more')}</summary><TextField label={say('levels.code')} value={row.code} onChange={(code) => onChange({ ...row, code })} /></details>
    </fieldset>
  )
}

const freshCode = (rows: readonly Row[]): string => {
  const taken = new Set(rows.map(({ code }) => code))
  let n = rows.length + 1
  while (taken.has(`level-${n}`)) n += 1
  return `level-${n}`
}

/** The levels of the territory with their staffing rules, kept all at once. */
export const LevelsEditor = ({ view, can }: { view: Pick<TerritoryView, 'levels' | 'posts'>; can: { edit: boolean } }) => {
  const say = useSay('studioTerritory')
  const router = useRouter()
  const [given, setGiven] = useState(view.levels)
  const [rows, setRows] = useState(() => rowsOf(view.levels))
  const [reason, setReason] = useState('')
  const [state, setState] = useState<{ busy?: boolean; fault?: Fault; saved?: boolean }>({})
  if (given !== view.levels) {
    setGiven(view.levels)
    setRows(rowsOf(view.levels))
  }
  const change = (next: Row[]): void => {
    setRows(next)
    setState({})
  }
  const dirty = JSON.stringify(rows) !== JSON.stringify(rowsOf(view.levels))
  const save = async (): Promise<void> => {
    setState({ busy: true })
    const answer = await ask('units/levels', { method: 'PUT', json: { levels: rows.map(({ id, code, name, staffing }) => ({ id, code, name, staffing })), reason } })
    if (!answer.ok) return setState({ fault: answer.fault })
    setState({ saved: true })
    setReason('')
    router.refresh()
  }
  const items = rows.map((row, i) => ({
    id: row.key, name: row.name.zh || say('levels.new'),
    content: <LevelFields row={row} posts={view.posts} canEdit={can.edit} onChange={(next) => change(rows.map((each, at) => (at === i ? next : each)))} onRemove={() => change(rows.filter((_, at) => at !== i))} />,
  }))
  const add = (): void => change([...rows, { key: `new-${rows.length}-${freshCode(rows)}`, code: freshCode(rows), name: { zh: '' }, staffing: [], units: 0 }])
  return (
    <>
      <div className="page-head"><div><h1>{say('levels.heading')}</h1><p>{say('levels.lead')}</p></div>{can.edit && rows.length < 6 ? <span className="bar"><button type="button" className="btn" onClick={add}><Icon name="plus" />{say('levels.add')}</button></span> : null}</div>
      {can.edit ? null : <ReadOnly />}
      <section className="panel levels" aria-label={say('levels.heading')}>
        {rows.length === 0 ? <p className="empty">{say('levels.empty')}</p> : <SortableRows items={items} movable={can.edit} onMove={(from, to) => change(moved(rows, from, to))} />}
      </section>
      {dirty ? (
        <div className="panel panel-pad stack">
          <TextField label={say('unit.reason')} value={reason} maxLength={500} onChange={setReason} />
          <div className="bar"><button type="button" className="btn btn-main" disabled={state.busy} onClick={() => void save()}>{say('levels.save')}</button><button type="button" className="btn" onClick={() => change(rowsOf(view.levels))}>{say('unit.discard')}</button></div>
        </div>
      ) : null}
      <FaultNote fault={state.fault} />
      <div role="status">{state.saved && !dirty ? <Note tone="ok">{say('levels.saved')}</Note> : null}</div>
    </>
  )
}

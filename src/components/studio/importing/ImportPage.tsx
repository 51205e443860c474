'use client'

import { useCallback, useEffect, useMemo, useState } from 'react'
import { MAX_ROWS, columnName } from '../../../domain/tables'
import type { ImportKind } from '../../../services/structure/importColumns'
import type { ImportProblem, ImportView } from '../../../services/structure/importView'
import { ask, type Fault } from '../api'
import { FaultNote, Icon, Mark, Note, TextField } from '../kit'
import { useSay, useSayMaybe } from '../words'
import { LikeRows } from './LikeRows'
import { ProgressLine } from './ProgressLine'

const DOOR = (kind: ImportKind): string => `import/${kind}`
const SHOWN = 300
const MB = 5

const Prepare = ({ kind, columns }: { kind: ImportKind; columns: readonly string[] }) => {
  const say = useSay('studioTerritory')
  const template = `/admin/structure/api/${DOOR(kind)}/template`
  return (
    <section className="panel" aria-labelledby="step-1">
      <div className="panel-head"><h2 id="step-1">{say('import.step1')}</h2></div>
      <div className="panel-pad stack">
        <p className="bar"><a className="btn" href={template} download>{say('import.template')}</a><a className="btn" href={`${template}?filled=1`} download>{say('import.filled')}</a></p>
        <ul className="stack-s small">
          <li>{say('import.how.rows')}</li><li>{say(`import.how.levels.${kind}`)}</li><li>{say('import.how.codes')}</li><li>{say('import.how.limits', { rows: MAX_ROWS, mb: MB })}</li>
          <li className="muted">{say('import.columns', { columns: columns.join(say('joint')) })}</li>
        </ul>
      </div>
    </section>
  )
}

const Problems = ({ problems, count }: { problems: readonly ImportProblem[]; count: number }) => {
  const say = useSay('studioTerritory')
  const words = useSayMaybe('studioTerritory')
  const place = ({ row, column }: ImportProblem): string => {
    if (row === undefined) return say('import.at.file')
    return column === undefined ? say('import.at.row', { row }) : say('import.at.cell', { row, column: columnName(column) })
  }
  return (
    <>
      <Note tone="stop" alert><b>{say('import.refused', { count })}</b>{count > problems.length ? say('import.shown', { count: problems.length }) : null}</Note>
      <div className="scroll preview" tabIndex={0} role="region" aria-label={say('import.what')}>
        <table><thead><tr><th scope="col">{say('import.where')}</th><th scope="col">{say('import.what')}</th></tr></thead>
          <tbody>{problems.map((problem, i) => <tr key={i}><td className="nowrap"><b>{place(problem)}</b></td><td>{words(`fault.${problem.code}`, problem.params) ?? problem.code}</td></tr>)}</tbody></table>
      </div>
    </>
  )
}

const TONES = { add: 'ok', change: 'info', same: 'none' } as const

type Row = ImportView['rows'][number]

/** How deep a row stands among the rows of the file. */
const depths = (rows: readonly Row[]): Map<string, number> => {
  const known = new Map<string, number>()
  for (const { id, parent } of rows) known.set(id, Math.min(6, (known.get(parent ?? '') ?? 0) + 1))
  return known
}

/** Parents first is how they are kept; a tree reads from a parent to what is below it. */
const asTree = (rows: readonly Row[]): Row[] => {
  const ids = new Set(rows.map(({ id }) => id))
  const below = new Map<string, Row[]>()
  for (const row of rows) {
    const above = row.parent !== undefined && ids.has(row.parent) ? row.parent : ''
    below.set(above, [...(below.get(above) ?? []), row])
  }
  const waiting = [...(below.get('') ?? [])].reverse()
  const tree: Row[] = []
  for (let row = waiting.pop(); row; row = waiting.pop()) {
    tree.push(row)
    waiting.push(...[...(below.get(row.id) ?? [])].reverse())
  }
  return tree
}

const Preview = ({ staged }: { staged: ImportView }) => {
  const say = useSay('studioTerritory')
  const words = useSayMaybe('studioTerritory')
  const [text, setText] = useState('')
  const tree = useMemo(() => asTree(staged.rows), [staged])
  const depth = useMemo(() => depths(tree), [tree])
  const found = tree.filter(({ name, code }) => name.includes(text.trim()) || code.includes(text.trim()))
  return (
    <>
      <p className="import-counts">{(['add', 'change', 'same'] as const).map((key) => <span key={key}><b>{staged.counts[key]}</b>{say(`import.counts.${key}`)}</span>)}</p>
      <TextField label={say('import.find')} type="search" value={text} onChange={setText} />
      <div className="scroll preview" tabIndex={0} role="region" aria-label={say('import.preview')}>
        <table>
          <thead><tr><th scope="col">{say('import.name')}</th><th scope="col">{say('import.code')}</th><th scope="col">{say('import.action')}</th><th scope="col">{say('import.line')}</th></tr></thead>
          <tbody>
            {found.slice(0, SHOWN).map((row) => (
              <tr key={`${row.id}${row.line}`}>
                <td className={`d-${depth.get(row.id) ?? 1}`}>{row.name}</td><td className="muted">{row.code}</td>
                <td><Mark tone={TONES[row.action]}>{say(row.merged ? 'import.did.merged' : `import.did.${row.action}`)}</Mark>{row.action === 'change' ? <span className="small muted"> {row.fields.map((field) => words(`field.${field}`) ?? field).join(say('joint'))}</span> : null}</td>
                <td className="muted num">{row.line}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {found.length > SHOWN ? <p className="small muted">{say('import.more', { count: found.length - SHOWN })}</p> : null}
    </>
  )
}

type Sent = { busy?: 'sending' | 'merging'; fault?: Fault; staged?: ImportView; missing?: boolean }

const Done = ({ staged, back }: { staged: ImportView; back: string }) => {
  const say = useSay('studioTerritory')
  return (
    <Note tone="ok" alert>
      <b>{say('import.done', { add: staged.counts.add, change: staged.counts.change })}</b>
      <p>{say('import.undo')}</p>
      <p className="bar"><a className="btn" href={back}>{say('import.see')}</a><a className="btn" href="/admin/structure/changes">{say('import.toChanges')}</a></p>
    </Note>
  )
}

type StepProps = { staged: ImportView; state: Sent }

const Compared = ({ staged, state, onMerge }: StepProps & { onMerge: (merges: Record<string, string>) => void }) => {
  const say = useSay('studioTerritory')
  const refused = staged.state === 'refused'
  return (
    <section className="panel" aria-labelledby="step-3">
      <div className="panel-head"><h2 id="step-3">{say('import.step3')}</h2></div>
      <div className="panel-pad stack">
        {refused ? <Problems problems={staged.problems} count={staged.counts.faults} /> : (
          <>
            <LikeRows rows={staged.rows} busy={state.busy === 'merging'} onMerge={onMerge} />
            <Preview staged={staged} />
          </>
        )}
        {!refused && changesOf(staged) === 0 ? <Note tone="info">{say('import.nothing')}</Note> : null}
      </div>
    </section>
  )
}

const changesOf = ({ counts }: ImportView): number => counts.add + counts.change

const Apply = ({ staged, state, onApply, onDrop }: StepProps & { onApply: (reason: string) => void; onDrop: () => void }) => {
  const say = useSay('studioTerritory')
  const [reason, setReason] = useState('')
  const applying = staged.state === 'applying'
  const missing = state.missing && reason.trim().length < 2
  return (
    <section className="panel" aria-labelledby="step-4">
      <div className="panel-head"><h2 id="step-4">{say('import.step4')}</h2></div>
      <div className="panel-pad stack">
        <TextField label={say('why.label')} hint={say('why.hint')} value={reason} maxLength={500} error={missing ? say('why.missing') : undefined} onChange={setReason} />
        <FaultNote fault={state.fault} />
        {staged.failed ? <Note tone="stop" alert>{staged.failed}</Note> : null}
        {applying ? <ProgressLine progress={staged.progress} /> : null}
        <div className="bar"><button type="button" className="btn btn-main" disabled={applying || state.busy !== undefined} onClick={() => onApply(reason)}>{applying ? say('import.applying') : say('import.apply', { count: changesOf(staged) })}</button><button type="button" className="btn" disabled={applying} onClick={onDrop}>{say('import.drop')}</button></div>
      </div>
    </section>
  )
}

const SHEETS = '.xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A file of which nothing came before it could be compared. */
const isLost = (staged: ImportView | undefined): boolean => staged?.state === 'failed' && staged.rows.length === 0

const Told = ({ state: { staged, fault }, reading }: { state: Sent; reading: boolean }) => {
  if (reading) return <ProgressLine progress={staged?.progress} />
  if (!staged) return <FaultNote fault={fault} />
  return isLost(staged) ? <Note tone="stop" alert>{staged.failed}</Note> : <p role="status"><Icon name="file" /> {staged.name}</p>
}

const Choose = ({ state, reading, onRead }: { state: Sent; reading: boolean; onRead: (file: File | undefined) => void }) => {
  const say = useSay('studioTerritory')
  const locked = reading || state.busy !== undefined || state.staged?.state === 'applying'
  return (
    <section className="panel" aria-labelledby="step-2">
      <div className="panel-head"><h2 id="step-2">{say('import.step2')}</h2></div>
      <div className="panel-pad stack">
        <label className="field"><span>{say(state.staged ? 'import.again' : 'import.choose')}</span><input className="input" type="file" accept={SHEETS} disabled={locked} onChange={(event) => { onRead(event.target.files?.[0]); event.target.value = '' }} /></label>
        <Told state={state} reading={reading} />
      </div>
    </section>
  )
}

/** Between two looks while something runs, in milliseconds. */
const LOOK = 400

const runs = (staged: ImportView | undefined): boolean => staged?.state === 'reading' || staged?.state === 'applying'

/** A file as it goes on: the page looks again as long as something runs. */
const useFile = (kind: ImportKind) => {
  const [state, setState] = useState<Sent>({})
  const { staged } = state
  const id = staged?.id
  const look = useCallback(async () => {
    if (!id) return
    const answer = await ask<ImportView>(`${DOOR(kind)}/${id}`)
    // A look that does not get through is tried again: the work goes on without it.
    setState((now) => (answer.ok ? { ...now, staged: answer.data } : { ...now, staged: now.staged && { ...now.staged } }))
  }, [kind, id])
  useEffect(() => {
    if (!runs(staged)) return
    const timer = setTimeout(() => void look(), LOOK)
    return () => clearTimeout(timer)
  }, [staged, look])
  const read = async (file: File | undefined): Promise<void> => {
    if (!file) return
    setState({ busy: 'sending' })
    const form = new FormData()
    form.set('file', file)
    const answer = await ask<ImportView>(DOOR(kind), { method: 'POST', form })
    setState(answer.ok ? { staged: answer.data } : { fault: answer.fault })
  }
  const apply = async (reason: string): Promise<void> => {
    if (!staged) return
    if (reason.trim().length < 2) return setState({ staged, missing: true })
    setState({ staged: { ...staged, state: 'applying', failed: undefined } })
    const answer = await ask<ImportView>(`${DOOR(kind)}/${staged.id}/apply`, { method: 'POST', json: { reason } })
    setState(answer.ok ? { staged: answer.data } : { staged, fault: answer.fault })
  }
  const merge = async (merges: Record<string, string>): Promise<void> => {
    if (!staged) return
    setState({ staged, busy: 'merging' })
    const answer = await ask<ImportView>(`${DOOR(kind)}/${staged.id}/merge`, { method: 'POST', json: { merges } })
    setState(answer.ok ? { staged: answer.data } : { staged, fault: answer.fault })
  }
  const drop = async (): Promise<void> => {
    const answer = staged ? await ask(`${DOOR(kind)}/${staged.id}`, { method: 'DELETE' }) : undefined
    setState(answer && !answer.ok ? { staged, fault: answer.fault } : {})
  }
  return { state, read, apply, merge, drop }
}

const openOf = ({ staged }: Sent): ImportView | undefined =>
  staged && staged.state !== 'applied' && staged.state !== 'reading' && !isLost(staged) ? staged : undefined

/** Categories or units from a spreadsheet: prepared, read, compared, applied whole. */
export const ImportPage = ({ kind, columns, back }: { kind: ImportKind; columns: readonly string[]; back: string }) => {
  const say = useSay('studioTerritory')
  const { state, read, apply, merge, drop } = useFile(kind)
  const { staged } = state
  const open = openOf(state)
  const ready = open && open.state !== 'refused' && changesOf(open) > 0
  return (
    <>
      <div className="page-head"><div><h1>{say(`import.title.${kind}`)}</h1><p>{say('import.lead')}</p></div></div>
      <div className="import-steps">
        <Prepare kind={kind} columns={columns} />
        <Choose state={state} reading={state.busy === 'sending' || staged?.state === 'reading'} onRead={(file) => void read(file)} />
        {open ? <Compared staged={open} state={state} onMerge={(merges) => void merge(merges)} /> : null}
        {open && ready ? <Apply key={open.id} staged={open} state={state} onApply={(reason) => void apply(reason)} onDrop={() => void drop()} /> : null}
        {staged?.state === 'applied' ? <Done staged={staged} back={back} /> : null}
      </div>
    </>
  )
}

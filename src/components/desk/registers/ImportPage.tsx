'use client'

import { useState } from 'react'
import type { DoneImport, ImportVM, RegisterHead } from '../../../services/registers/view'
import type { ApiError } from '../types'
import { Banner, FaultBanner } from '../ui/Banner'
import { Field } from '../ui/Field'
import { Icon } from '../ui/icons'
import { Panel } from '../ui/Panel'
import { applyFile, stageFile } from './api'
import { Changes } from './Changes'
import { LastImport } from './LastImport'
import { RegisterProvider, useRegister, type RegisterWords } from './words'

const Faults = ({ view }: { view: ImportVM }) => {
  const say = useRegister()
  return (
    <div className="stack">
      <Banner tone="late" live="alert" title={say('import.refused', { n: view.faultCount })}><p>{say('import.refusedHint')}</p></Banner>
      <table className="table plain">
        <caption className="hidden">{say('import.refused', { n: view.faultCount })}</caption>
        <thead><tr><th scope="col">{say('import.where')}</th><th scope="col">{say('import.problem')}</th></tr></thead>
        <tbody>{view.faults.map(({ where, text }, at) => <tr key={`${where}${text}${at}`}><td>{where}</td><td>{text}</td></tr>)}</tbody>
      </table>
      {view.faultCount > view.faults.length ? <p className="muted small">{say('import.moreFaults', { n: view.faultCount - view.faults.length })}</p> : null}
    </div>
  )
}

const Rows = ({ view }: { view: ImportVM }) => {
  const say = useRegister()
  if (view.rows.length === 0) return null
  return (
    <table className="table plain">
      <caption className="hidden">{say('import.staged')}</caption>
      <thead><tr><th scope="col">{say('import.where')}</th><th scope="col">{say('import.what')}</th><th scope="col">{say('import.entry')}</th></tr></thead>
      <tbody>
        {view.rows.map((row) => (
          <tr key={row.row}><td>{say('import.row', { row: row.row })}</td><td>{say(`import.${row.kind}`)}</td><td>{row.code} {row.title}<Changes changes={row.changes} /></td></tr>
        ))}
      </tbody>
    </table>
  )
}

type StagedProps = { view: ImportVM; busy: boolean; onApply: (reason: string) => void }

const Staged = ({ view, busy, onApply }: StagedProps) => {
  const say = useRegister()
  const [reason, setReason] = useState('')
  const writes = view.added + view.changed > 0
  return (
    <div className="stack wide">
      <Banner tone="plain" live="status" title={say(writes ? 'import.staged' : 'import.nothing')}><p>{say('import.counts', { added: view.added, changed: view.changed, same: view.same })}</p></Banner>
      <Rows view={view} />
      {writes ? (
        <div className="stack">
          <Field label={say('import.reason')} need={say('desk.optional')}>{(control) => <input {...control} className="input" value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />}</Field>
          <button type="button" className="btn main start" aria-busy={busy} disabled={busy} onClick={() => onApply(reason.trim())}>{say('import.apply')}</button>
        </div>
      ) : null}
    </div>
  )
}

const Choose = ({ head, busy, onFile }: { head: RegisterHead; busy: boolean; onFile: (file: File) => void }) => {
  const say = useRegister()
  const [file, setFile] = useState<File>()
  const empty = (format: string) => `/desk/api/registers/${encodeURIComponent(head.code)}/file?empty=1&format=${format}`
  return (
    <div className="inside stack wide">
      <p className="muted">{say('import.hint')}</p>
      <p className="row">
        <a className="btn quiet small" href={empty('xlsx')} download><Icon name="down" />{say('import.template')}</a>
        <a className="btn quiet small" href={empty('csv')} download><Icon name="down" />{say('import.templateCsv')}</a>
      </p>
      <Field label={say('import.file')} need="">
        {(control) => <input {...control} className="input" type="file" accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" onChange={(event) => setFile(event.target.files?.[0])} />}
      </Field>
      <button type="button" className="btn strong start" aria-busy={busy} disabled={busy || !file} onClick={() => { if (file) onFile(file) }}>{say(busy ? 'import.checking' : 'import.check')}</button>
    </div>
  )
}

const Done = ({ view, head }: { view: ImportVM; head: RegisterHead }) => {
  const say = useRegister()
  return <Banner tone="done" live="status" title={say('import.applied', { added: view.added, changed: view.changed })} actions={<a className="btn small" href={head.href}>{say('import.back')}</a>} />
}

const Outcome = ({ view, head, busy, onApply, undone }: StagedProps & { head: RegisterHead; undone: boolean }) => {
  if (view.state === 'refused') return <Faults view={view} />
  if (view.state === 'staged') return <Staged view={view} busy={busy} onApply={onApply} />
  return view.state === 'applied' && !undone ? <Done view={view} head={head} /> : null
}

/** `me`: what the reader is called. */
type Props = { head: RegisterHead; last?: DoneImport | undefined; me: string; words: RegisterWords }

const Import = ({ head, last, me }: Pick<Props, 'head' | 'last' | 'me'>) => {
  const say = useRegister()
  const [view, setView] = useState<ImportVM>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError>()
  const [done, setDone] = useState(last)
  const settle = (answer: Awaited<ReturnType<typeof stageFile>>) => {
    setBusy(false)
    setError(answer.ok ? undefined : answer.error)
    if (!answer.ok) return
    setView(answer.data)
    if (answer.data.state === 'applied') setDone({ id: answer.data.id, name: answer.data.name, at: Date.now(), by: me, count: answer.data.added + answer.data.changed, undone: false })
  }
  const check = (file: File) => { setBusy(true); setView(undefined); void stageFile(head.code, file).then(settle) }
  const apply = (reason: string) => { if (view) { setBusy(true); void applyFile(head.code, view.id, reason).then(settle) } }
  return (
    <div className="stack wide">
      <Panel title={say('import.file')}><Choose head={head} busy={busy} onFile={check} /></Panel>
      {error ? <FaultBanner error={error} /> : null}
      {view ? <Outcome view={view} head={head} busy={busy} onApply={apply} undone={done?.undone === true} /> : null}
      {done ? <LastImport key={done.id} head={head} done={done} onUndone={setDone} /> : null}
    </div>
  )
}

const Heading = ({ head }: { head: RegisterHead }) => {
  const say = useRegister()
  return (
    <div className="page-head register-head">
      <div>
        <p className="small muted crumbs-line"><a href="/desk/registers">{say('desk.crumb')}</a> › <a href={head.href}>{head.name}</a></p>
        <h1>{say('import.title', { register: head.name })}</h1>
        <p className="muted">{say('import.lead')}</p>
      </div>
    </div>
  )
}

/** Entries from a spreadsheet: checked and shown first, then written whole or not at all. */
export const ImportPage = ({ head, last, me, words }: Props) => (
  <RegisterProvider words={words}>
    <main className="page register" id="main"><Heading head={head} /><Import head={head} last={last} me={me} /></main>
  </RegisterProvider>
)

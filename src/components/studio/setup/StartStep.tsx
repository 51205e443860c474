'use client'

import { useRef, useState } from 'react'
import { say as sayWords } from '../../../domain/words'
import type { SetupView } from '../../../services/setup/view'
import { ask, type Fault } from '../api'
import { FaultNote, Icon, Mark, Note } from '../kit'
import { useSay, useStudio } from '../words'

type Props = { view: SetupView; chosen: string; onChoose: (preset: string) => void; onDone: () => void }

const FILE = 'file:'

const Picks = ({ view, chosen, onChoose }: Omit<Props, 'onDone'>) => {
  const say = useSay('setup')
  const { lang } = useStudio()
  const locked = view.settled !== undefined
  // Nothing is what stands there only until something was put into it, by hand or by a package.
  const grown = view.counts.units + view.counts.categories + view.counts.matterTypes > 0
  const pick = (value: string, name: string, hint: string) => (
    <li key={value}>
      <label className="pick">
        <input type="radio" name="start" value={value} checked={chosen === value} disabled={locked} onChange={() => onChoose(value)} />
        <span><b>{name}</b> {value === view.current ? <Mark tone="ok">{say(grown && value === view.empty ? 'start.began' : 'start.now')}</Mark> : null}<span>{hint}</span></span>
      </label>
    </li>
  )
  return (
    <fieldset>
      <legend className="sr">{say('start.heading')}</legend>
      <ul className="panel picks">
        {view.presets.filter(({ code }) => !locked || code === view.current).map(({ code, name, description }) => pick(code, sayWords(name, lang), sayWords(description, lang)))}
        {locked ? null : pick(FILE, say('start.file'), say('start.fileHint'))}
        {locked && view.current !== view.empty ? null : pick(view.empty, say('start.empty'), say('start.emptyHint'))}
      </ul>
    </fieldset>
  )
}

const FromFile = ({ onFault }: { onFault: (fault: Fault) => void }) => {
  const say = useSay('setup')
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const take = async (file: File | undefined) => {
    if (!file) return
    setBusy(true)
    const answer = await ask<{ id: string }>(`packages?remove=1&name=${encodeURIComponent(file.name)}`, { method: 'POST', body: file })
    if (answer.ok) return window.location.assign(`/admin/structure/packages/${answer.data.id}`)
    setBusy(false)
    onFault(answer.fault)
  }
  return (
    <>
      <input ref={input} type="file" hidden accept=".json,application/json" aria-label={say('start.pickFile')} onChange={(event) => { void take(event.target.files?.[0]); event.target.value = '' }} />
      <button type="button" className="btn btn-main" disabled={busy} onClick={() => input.current?.click()}><Icon name="file" />{say('start.pickFile')}</button>
    </>
  )
}

type BarProps = Pick<Props, 'view' | 'chosen'> & { busy: boolean; onGo: () => void; onFault: (fault: Fault) => void }

/** The button that fits what is chosen, and what it does. */
const Bar = ({ view, chosen, busy, onGo, onFault }: BarProps) => {
  const say = useSay('setup')
  if (chosen === view.current) return <p className="small muted" role="status">{say('start.keep')}</p>
  if (chosen === FILE && view.current !== view.empty) {
    return <div className="bar"><button type="button" className="btn btn-main" disabled={busy} onClick={onGo}>{say(busy ? 'start.busy' : 'start.clear')}</button><span className="small muted" role="status">{say('start.clearHint')}</span></div>
  }
  if (chosen === FILE) return <div className="bar"><FromFile onFault={onFault} /><span className="small muted" role="status">{say('start.fileNext')}</span></div>
  return (
    <div className="bar">
      <button type="button" className="btn btn-main" disabled={busy} onClick={onGo}>{say(busy ? 'start.busy' : 'start.go')}</button>
      <span className="small muted" role="status">{say('start.goHint')}</span>
    </div>
  )
}

const settledIn = (fault: Fault | undefined): SetupView['settled'] => (['matters', 'changed'] as const).find((each) => each === fault?.detail.settled)

/** Keep what stands, or exchange it, as long as nothing hangs on it. */
export const StartStep = ({ view, chosen, onChoose, onDone }: Props) => {
  const say = useSay('setup')
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault>()
  const go = async () => {
    setBusy(true)
    const answer = await ask('setup/start', { method: 'POST', json: { preset: chosen === FILE ? view.empty : chosen } })
    if (answer.ok) {
      // who is about to hand in a file goes on with it
      if (chosen !== FILE) onDone()
      return window.location.reload()
    }
    setBusy(false)
    setFault(answer.fault)
  }
  const settled = view.settled ?? settledIn(fault)
  return (
    <>
      {settled ? <Note tone="info">{say(`start.settled.${settled}`)} <a href="/admin/structure/packages">{say('start.packages')}</a></Note> : null}
      <Picks view={view} chosen={settled ? view.current : chosen} onChoose={onChoose} />
      {settled ? null : <Bar view={view} chosen={chosen} busy={busy} onGo={() => void go()} onFault={setFault} />}
      {settledIn(fault) ? null : <FaultNote fault={fault} />}
    </>
  )
}

'use client'

import { useRef, useState, type DragEvent } from 'react'
import { ask, type Fault } from '../api'
import { FaultNote, Icon, Note } from '../kit'
import { useSay } from '../words'

const send = (file: File, remove: boolean) => ask<{ id: string }>(`packages?name=${encodeURIComponent(file.name)}${remove ? '&remove=1' : ''}`, { method: 'POST', body: file })

/** A place to drop a package file, and a button for those who do not drag. */
export const UploadPanel = ({ maxMB }: { maxMB: number }) => {
  const say = useSay('packages')
  const input = useRef<HTMLInputElement>(null)
  const [state, setState] = useState<'idle' | 'over' | 'sending' | 'tooLarge'>('idle')
  const [fault, setFault] = useState<Fault>()
  const [remove, setRemove] = useState(false)
  const take = async (file: File | undefined) => {
    if (!file) return
    setFault(undefined)
    if (file.size > maxMB * 1024 * 1024) return setState('tooLarge')
    setState('sending')
    const answer = await send(file, remove)
    if (answer.ok) return window.location.assign(`/admin/structure/packages/${answer.data.id}`)
    setState('idle')
    setFault(answer.fault)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    void take(event.dataTransfer.files[0])
  }
  return (
    <section className="panel panel-pad stack" aria-labelledby="import">
      <h2 id="import">{say('import.heading')}</h2>
      <fieldset className="stack-s" disabled={state === 'sending'}>
        <legend>{say('import.choice')}</legend>
        <label className="check"><input type="radio" name="upload-remove" checked={!remove} onChange={() => setRemove(false)} /><span>{say('import.keepOthers')}</span></label>
        <label className="check"><input type="radio" name="upload-remove" checked={remove} onChange={() => setRemove(true)} /><span>{say('import.removeOthers')}</span></label>
        <p className="hint">{say('import.choiceHint')}</p>
      </fieldset>
      <div className={state === 'over' ? 'package-drop is-over' : 'package-drop'} onDragOver={(event) => { event.preventDefault(); setState('over') }} onDragLeave={() => setState('idle')} onDrop={drop}>
        <p>{say('import.drop')}</p>
        <p className="muted small">{say('import.or')}</p>
        <input ref={input} id="package-file" type="file" hidden accept=".json,application/json" onChange={(event) => { void take(event.target.files?.[0]); event.target.value = '' }} />
        <button type="button" className="btn" disabled={state === 'sending'} onClick={() => input.current?.click()}><Icon name="file" />{say('import.pick')}</button>
      </div>
      <p className="hint">{say('import.hint', { max: maxMB })}</p>
      <p role="status" className="small">{state === 'sending' ? say('import.uploading') : ''}</p>
      {state === 'tooLarge' ? <Note tone="stop" alert>{say('import.tooLarge', { max: maxMB })}</Note> : null}
      <FaultNote fault={fault} />
    </section>
  )
}

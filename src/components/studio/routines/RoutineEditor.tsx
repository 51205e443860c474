'use client'

import { useCallback, useState } from 'react'
import type { Missing } from '../../../domain/routines/edit'
import type { Opens, RoutineDef } from '../../../domain/routines/types'
import { say as wordsIn, type Words } from '../../../domain/words'
import type { RoutineLine, RoutineView } from '../../../services/routines/view'
import { Dialog, FaultNote, Icon, Mark, minuteText, Note, TextField, WordsField } from '../kit'
import { useSay, useStudio } from '../words'
import { OpensFields } from './OpensFields'
import { Runs } from './Runs'
import { routineText } from './sentence'
import { TryRoutine } from './TryRoutine'
import { useRoutine } from './useRoutine'
import { WhenFields } from './WhenFields'
import { WhomFields } from './WhomFields'

type State = ReturnType<typeof useRoutine>
type Props = { view: RoutineView; saved: boolean }

const Remove = ({ state, name, onClose }: { state: State; name: string; onClose: () => void }) => {
  const say = useSay('routines')
  return (
    <Dialog title={say('edit.remove')} onClose={onClose} foot={<><button type="button" className="btn btn-danger" onClick={() => { void state.remove(); onClose() }}>{say('edit.remove')}</button><button type="button" className="btn" onClick={onClose}>{say('rounds.cancel')}</button></>}>
      <p>{say('edit.removeAsk', { name })}</p>
      <TextField label={say('edit.reason')} value={state.reason} maxLength={500} onChange={state.setReason} />
    </Dialog>
  )
}

const Stands = ({ dirty, saved }: { dirty: boolean; saved: boolean }) => {
  const say = useSay('routines')
  if (dirty) return <Mark tone="warn">{say('edit.unsaved')}</Mark>
  return saved ? <Mark tone="ok">{say('edit.saved')}</Mark> : null
}

/** When a routine that is kept opens next. */
const Next = ({ line }: { line: RoutineLine }) => {
  const say = useSay('routines')
  const studio = useStudio()
  if (!line.active) return <Mark tone="none">{say('list.off')}</Mark>
  return <span className="muted">{line.nextAt === undefined ? say('list.noNext') : say('edit.nextAt', { when: minuteText(line.nextAt, studio) })}</span>
}

const Wrongs = ({ texts, alert }: { texts: readonly string[]; alert?: boolean }) => {
  const say = useSay('routines')
  return texts.length > 0 ? <Note tone="stop" alert={alert}><b>{say('edit.problems')}</b><ul>{texts.map((text) => <li key={text}>{text}</li>)}</ul></Note> : null
}

const Switches = ({ state, line }: { state: State; line: RoutineLine }) => {
  const say = useSay('routines')
  const [removing, setRemoving] = useState(false)
  return (
    <>
      <button type="button" className="btn push" disabled={state.busy || state.dirty} onClick={() => void state.turn(!line.active)}>{say(line.active ? 'edit.turnOff' : 'edit.turnOn')}</button>
      <button type="button" className="btn btn-quiet" onClick={() => setRemoving(true)}><Icon name="bin" />{say('edit.remove')}</button>
      {removing ? <Remove state={state} name={state.def.name.zh} onClose={() => setRemoving(false)} /> : null}
    </>
  )
}

const Buttons = ({ state, line }: { state: State; line: RoutineLine | undefined }) => {
  const say = useSay('routines')
  const { dirty, busy } = state
  return (
    <>
      <button type="button" className="btn btn-main" disabled={busy || (!dirty && line !== undefined)} onClick={() => void state.save()}>{say(busy ? 'edit.saving' : 'edit.save')}</button>
      {dirty && line ? <button type="button" className="btn" onClick={state.discard}>{say('edit.discard')}</button> : null}
    </>
  )
}

/** What is wrong. What a refusal says of the plan stands here already: it is not said twice. */
const Faults = ({ missing, problems, fault }: Pick<State, 'missing' | 'problems' | 'fault'>) => {
  const say = useSay('routines')
  if (missing.length > 0) return <><Wrongs texts={missing.map((field) => say(`missing.${field}`))} alert /><FaultNote fault={fault} /></>
  return <><Wrongs texts={problems} alert={fault !== undefined} />{fault?.code === 'invalid' && problems.length > 0 ? null : <FaultNote fault={fault} />}</>
}

const Bar = ({ state, view: { line, can }, saved }: Props & { state: State }) => {
  const say = useSay('routines')
  const { dirty, fault, missing, problems } = state
  return (
    <div className="panel panel-pad stack-s">
      <div className="bar">
        {can.edit ? <Buttons state={state} line={line} /> : null}
        <span role="status"><Stands dirty={dirty} saved={saved} /></span>
        {line && !dirty ? <Next line={line} /> : null}
        {can.edit && line ? <Switches state={state} line={line} /> : null}
      </div>
      {can.edit && line ? <div className="version-why"><TextField label={say('edit.reason')} value={state.reason} maxLength={500} onChange={state.setReason} /></div> : null}
      <Faults missing={missing} problems={problems} fault={fault} />
    </div>
  )
}

const NameFields = ({ def, isNew, wrong, onChange }: { def: RoutineDef; isNew: boolean; wrong: (field: Missing) => string | undefined; onChange: (def: RoutineDef) => void }) => {
  const say = useSay('routines')
  const note = (words: Words) => {
    const { note: _, ...rest } = def
    onChange(words.zh || words.en ? { ...rest, note: words } : rest)
  }
  return (
    <>
      <WordsField label={say('edit.name')} hint={say('edit.nameHint')} value={def.name} maxLength={60} required error={wrong('name')} onChange={(name) => onChange({ ...def, name })} />
      <details>
        <summary>{say('edit.more')}</summary>
        <div className="stack-s">
          <WordsField label={say('edit.note')} value={def.note} lines={2} maxLength={500} onChange={note} />
          <TextField label={say('edit.code')} hint={say('edit.codeHint')} value={def.code} maxLength={40} disabled={!isNew} onChange={(code) => onChange({ ...def, code })} />
        </div>
      </details>
    </>
  )
}

const Fields = ({ state: { def, change, missing }, view: { line, choices, can } }: { state: State; view: RoutineView }) => {
  const say = useSay('routines')
  const wrong = (field: Missing): string | undefined => (missing.includes(field) ? say(`missing.${field}`) : undefined)
  const opens = useCallback((next: Opens | ((now: Opens) => Opens)) => change((now) => {
    const made = typeof next === 'function' ? next(now.opens) : next
    // What the form tells of itself without a change is no change.
    return JSON.stringify(made) === JSON.stringify(now.opens) ? now : { ...now, opens: made }
  }), [change])
  return (
    <section className="panel" aria-labelledby="plan">
      <div className="panel-head"><h2 id="plan">{say('edit.heading')}</h2></div>
      <fieldset className="panel-pad stack plan-fields" disabled={!can.edit}>
        <legend className="sr">{say('edit.heading')}</legend>
        <NameFields def={def} isNew={line === undefined} wrong={wrong} onChange={change} />
        <WhenFields def={def} say={say} missing={missing.includes('at')} onChange={(part) => change({ ...def, ...part })} />
        <OpensFields opens={def.opens} choices={choices} say={say} wrong={wrong} onChange={opens} />
        <WhomFields def={def} choices={choices} say={say} wrong={wrong} onChange={change} />
      </fieldset>
    </section>
  )
}

/** A routine as it is written: one sentence, its parts, a trial beside it, and what it has opened. */
export const RoutineEditor = ({ view, saved }: Props) => {
  const say = useSay('routines')
  const { lang } = useStudio()
  const state = useRoutine(view)
  const { line, choices, can } = view
  return (
    <>
      <div className="page-head"><div><h1>{line ? wordsIn(line.name, lang) : say('edit.new')}</h1><p>{routineText(state.def, choices, say)}</p></div></div>
      {can.edit ? null : <Note tone="info">{say('edit.canOnlyLook')}</Note>}
      {line && !line.active ? <Note tone="warn">{say('edit.offNow')}</Note> : null}
      {line && !line.def ? <Note tone="stop">{say('list.broken')}</Note> : null}
      <Bar state={state} view={view} saved={saved} />
      <div className="cols cols-try">
        <Fields state={state} view={view} />
        <TryRoutine def={state.def} />
      </div>
      {line ? <Runs routine={line.id} view={view} /> : null}
    </>
  )
}

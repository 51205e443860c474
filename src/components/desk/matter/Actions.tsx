'use client'

import { useEffect, useId, useRef, useState } from 'react'
import { useDraftRecord } from '../hooks/useDraft'
import type { ActionVM } from '../types'
import { Icon, type IconName } from '../ui/icons'
import { Key } from '../ui/marks'
import { Panel } from '../ui/Panel'
import { useWords } from '../words'
import { ActionForm } from './ActionForm'
import { ConflictNotice } from './ConflictNotice'
import { useBench } from './context'

const roleIcons: [ActionVM['inputs'][number]['role'], IconName][] = [
  ['lead', 'person'], ['target', 'join'], ['responsible', 'out'], ['extension', 'wait'], ['reply', 'reply'], ['rating', 'star'], ['parties', 'split'],
]

/** A mark after what the action asks for, so that an office's own actions get one too. */
const iconOf = ({ tone, inputs }: ActionVM): IconName =>
  tone === 'main' ? 'check' : roleIcons.find(([role]) => inputs.some((input) => input.role === role))?.[1] ?? (tone === 'careful' ? 'back' : 'right')

/** Which action a link means: its code, or for "accept" and "assign" the step's own main action. */
export const actionFor = (actions: ActionVM[], wanted: string | undefined): string | undefined => {
  if (!wanted) return undefined
  const free = actions.filter(({ blocked }) => !blocked)
  const exact = free.find(({ code }) => code === wanted)
  const assigning = wanted === 'assign' ? free.find(({ inputs }) => inputs.some(({ role }) => role === 'lead')) : undefined
  const main = wanted === 'accept' ? free.find(({ tone }) => tone === 'main') : undefined
  return (exact ?? assigning ?? main)?.code
}

/** What may be done now, from the transition table: each opens what it needs; what is blocked stays and says why. */
export const Actions = ({ open }: { open?: string }) => {
  const say = useWords()
  const { matter, conflict } = useBench()
  const [done, setDone] = useState(false)
  const [chosen, setChosen] = useState(() => actionFor(matter.actions, open))
  const form = useId()
  const box = useRef<HTMLDivElement>(null)
  const action = matter.actions.find(({ code, blocked }) => code === chosen && !blocked)
  const main = matter.actions.find(({ tone, blocked }) => tone === 'main' && !blocked)
  useEffect(() => {
    if (!chosen) return
    box.current?.scrollIntoView({ block: 'nearest' })
    // What asks for nothing is done by its button: the keys that send must find the focus inside.
    const first = box.current?.querySelector<HTMLElement>('.form :is(input,textarea,select)') ?? box.current?.querySelector<HTMLElement>('button[type=submit]')
    first?.focus({ preventScroll: true })
  }, [chosen])
  return (
    <>
    <Panel className="act" title={say('act.title')} count={matter.you} id="act">
      {matter.actions.length ? (
        <div className="actions">
          {matter.actions.map((each) => (
            <ActionButton key={each.code} action={each} open={each.code === chosen} form={form} onOpen={() => setChosen(each.code === chosen ? undefined : each.code)} />
          ))}
        </div>
      ) : <p className="inside muted">{say('act.none')}</p>}
      {conflict ? <div className="notice"><ConflictNotice /></div> : null}
      {done && !action ? <NextOne /> : null}
      {chosen && !action && !done ? <Gone code={chosen} /> : null}
      <div ref={box} id={form}>
        {action ? <ActionForm key={action.code} action={action} onDone={() => { setChosen(undefined); setDone(true) }} onLeave={() => setChosen(undefined)} /> : null}
      </div>
    </Panel>
      {action ? null : <Dock main={main} done={done} onOpen={setChosen} />}
    </>
  )
}

/** Somebody was faster: the action is no longer there, and what was written for it stands here to be copied. */
const Gone = ({ code }: { code: string }) => {
  const say = useWords()
  const { matter } = useBench()
  const [written] = useDraftRecord<Record<string, unknown>>(`desk:do:${matter.id}:${code}`, NOTHING)
  const texts = Object.values(written).filter((value): value is string => typeof value === 'string' && value.trim() !== '' && !/^\w+$/.test(value))
  return (
    <div className="inside stack">
      <p>{say('act.gone')}</p>
      {texts.length ? <p className="small muted">{say('act.goneKept')}</p> : null}
      {texts.map((text) => <blockquote key={text} className="kept">{text}</blockquote>)}
    </div>
  )
}

/** After something was done: the next matter of the list the person came from. */
const NextOne = () => {
  const say = useWords()
  const { next, nextTitle = '' } = useBench().neighbours ?? {}
  return next ? <p className="inside only-wide"><Icon name="check" /> {say('act.nextOne')} <a href={next}>{nextTitle}</a> <Key>j</Key></p> : null
}

/** On a phone the main action stands under the thumb, and after it the next matter. */
const Dock = ({ main, done, onOpen }: { main?: ActionVM; done: boolean; onOpen: (code: string) => void }) => {
  const say = useWords()
  const { next, nextTitle } = useBench().neighbours ?? {}
  const onward = done ? next : undefined
  if (!main && !onward) return null
  return (
    <div className="dock">
      {main ? <button className={onward ? 'btn' : 'btn main'} type="button" data-main-action onClick={() => onOpen(main.code)}>{main.name}</button> : null}
      {onward ? <a className="btn main" href={onward}><span>{say('act.nextShort')}<small>{nextTitle}</small></span></a> : null}
    </div>
  )
}

const NOTHING = {}

type ButtonProps = { action: ActionVM; open: boolean; form: string; onOpen: () => void }

const ActionButton = ({ action, open, form, onOpen }: ButtonProps) => {
  const id = useId()
  if (action.blocked) {
    return (
      <span className="blocked">
        <button className="btn" type="button" aria-disabled="true" aria-describedby={id}><Icon name={iconOf(action)} />{action.name}</button>
        <span className="hint" id={id}>{action.blocked}</span>
      </span>
    )
  }
  return (
    <button className={action.tone === 'main' ? 'btn strong' : 'btn'} type="button" aria-expanded={open} aria-controls={form} data-action={action.code}
      data-tone={action.tone} onClick={onOpen}>
      <Icon name={iconOf(action)} />{action.name}
    </button>
  )
}

'use client'

import { useEffect, useState, type ReactNode } from 'react'
import type { Effect } from '../../../services/studio/territory/effect'
import type { TerritoryView } from '../../../services/studio/territory/view'
import type { UnitView } from '../../../services/studio/territory/unit'
import { ask, type Fault } from '../api'
import { Dialog, FaultNote, TextField } from '../kit'
import { useSay } from '../words'
import { together } from './effects'

export type ActName = 'move' | 'split' | 'merge' | 'close'

export type ActProps = { unit: UnitView; name: string; view: TerritoryView; /** The unit it was dragged onto. */ onto?: string; onClose: () => void; /** The unit to be shown afterwards. */ onDone: (unit: string) => Promise<void> }

const useEffectOf = (units: readonly string[]): { effect?: Effect; fault?: Fault } => {
  const [state, setState] = useState<{ effect?: Effect; fault?: Fault }>({})
  const wanted = units.join(' ')
  useEffect(() => {
    const leaving = new AbortController()
    const each = wanted.split(' ').filter(Boolean).map((id) => ask<Effect>(`units/${encodeURIComponent(id)}/effect`, { signal: leaving.signal }))
    void Promise.all(each).then((answers) => {
      if (leaving.signal.aborted) return
      const refused = answers.find((answer) => !answer.ok)
      setState(refused && !refused.ok ? { fault: refused.fault } : { effect: together(answers.flatMap((answer) => (answer.ok ? [answer.data] : []))) })
    })
    return () => leaving.abort()
  }, [wanted])
  return state
}

type Counts = { effect: Effect; act: ActName; extra?: ReactNode }

const EffectList = ({ effect, act, extra }: Counts) => {
  const say = useSay('studioTerritory')
  const none = (count: number, text: string): string => (count === 0 ? say('act.none') : text)
  const open = { move: say('act.openMove', { count: effect.open }), split: say('act.openSplit', { here: effect.here }), merge: say('act.openHeirs', { count: effect.open }), close: say('act.openHeirs', { count: effect.open }) }
  return (
    <dl className="facts">
      <dt>{say('act.below')}</dt><dd>{none(effect.below, say(act === 'move' ? 'act.belowMove' : 'act.belowHeirs', { count: effect.below }))}</dd>
      <dt>{say('act.open')}</dt><dd>{none(effect.open, open[act])}{extra}</dd>
      <dt>{say('act.done')}</dt><dd>{none(effect.done, say('act.doneStays', { count: effect.done }))}</dd>
      {act === 'move' ? null : <><dt>{say('act.coverage')}</dt><dd>{none(effect.coverage, say('act.coveragePass', { count: effect.coverage }))}</dd></>}
      {act !== 'move' && effect.others.length > 0 ? <><dt>{say('act.others')}</dt><dd>{effect.others.join(say('joint'))}<br /><span className="small muted">{say('act.othersHint')}</span></dd></> : null}
    </dl>
  )
}

type ShellProps = { act: ActName; unit: UnitView; name: string; ready: boolean; count?: number; /** The units that change by it; without them the unit itself. */ of?: readonly string[]; body: () => Record<string, unknown>; onClose: () => void; onDone: (made: string | undefined) => Promise<void>; extra?: ReactNode; children: (effect: Effect | undefined) => ReactNode }

/** A window for one change of a unit: what to do, what follows from it, why, and the one button. */
export const ActShell = ({ act, unit, name, ready, count, of = [unit.id], body, onClose, onDone, extra, children }: ShellProps) => {
  const say = useSay('studioTerritory')
  const sayStudio = useSay('studio')
  const { effect, fault } = useEffectOf(of)
  const [reason, setReason] = useState('')
  const [state, setState] = useState<{ busy?: boolean; fault?: Fault; asked?: boolean }>({})
  const missing = reason.trim().length < 2
  const go = async (): Promise<void> => {
    if (missing || !ready) return setState({ asked: true })
    setState({ busy: true })
    const answer = await ask<{ ids?: string[] }>(`units/${encodeURIComponent(unit.id)}/${act}`, { method: 'POST', json: { ...body(), reason } })
    if (!answer.ok) return setState({ fault: answer.fault })
    await onDone(answer.data.ids?.[0])
  }
  const foot = (
    <>
      <button type="button" className="btn btn-main" disabled={state.busy} onClick={() => void go()}>{state.busy ? say('act.busy') : say(`act.go.${act}`, { count: count ?? 0 })}</button>
      <button type="button" className="btn" onClick={onClose}>{sayStudio('act.cancel')}</button>
      <span className="small muted">{say('act.undo')}</span>
    </>
  )
  return (
    <Dialog title={say(`act.title.${act}`, { name })} onClose={onClose} foot={foot} wide>
      <p className="muted">{say(`act.lead.${act}`)}</p>
      <div className="cols cols-even">
        <div className="stack">{children(effect)}</div>
        <section className="stack-s" aria-label={say('act.effect')}><h3>{say('act.effect')}</h3>{effect ? <EffectList effect={effect} act={act} extra={extra} /> : <p role="status">{say('act.loading')}</p>}</section>
      </div>
      <TextField label={say('why.label')} hint={say('why.hint')} value={reason} maxLength={500} error={state.asked && missing ? say('why.missing') : undefined} onChange={setReason} />
      <FaultNote fault={state.fault ?? fault} />
    </Dialog>
  )
}

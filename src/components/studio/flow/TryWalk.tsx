'use client'

import { useState } from 'react'
import type { WorkflowDef } from '../../../domain/workflow/types'
import type { Persona } from '../../../services/studio/flow/pretend'
import type { TryOffer, TryView } from '../../../services/studio/flow/tryView'
import type { FlowView } from '../../../services/studio/flow/view'
import { Check, FaultNote, Icon, Note } from '../kit'
import { useStudio } from '../words'
import { TryInputs } from './TryInputs'
import { nextMonday, TrySetup } from './TrySetup'
import { useTry } from './useTry'
import { useFlowWords } from './words'

const WAITS = ['0', '30', '120', '1440', '4320', '14400', '43200'] as const

type Trying = ReturnType<typeof useTry>

const personaKey = (as: Persona): string => (as.kind === 'staff' ? as.role : `@${as.kind}`)

const Who = ({ trying: { as, setAs, view } }: { trying: Trying }) => {
  const { say } = useFlowWords()
  const choose = (value: string) => {
    if (value === '@reporter' || value === '@system') return setAs({ kind: value === '@reporter' ? 'reporter' : 'system' })
    setAs({ kind: 'staff', role: value, member: as.kind === 'staff' ? as.member : true, same: false })
  }
  return (
    <div className="stack-s">
      <label className="bar"><span>{say('try.asLabel')}</span>
        <select className="slot" value={personaKey(as)} onChange={(event) => choose(event.target.value)}>
          {as.kind === 'staff' && as.role === '' ? <option value="">{say('try.none')}</option> : null}
          {(view?.roles ?? []).map(({ code, name }) => <option key={code} value={code}>{name}</option>)}
          <option value="@reporter">{say('actor.reporter')}</option><option value="@system">{say('actor.system')}</option>
        </select>
      </label>
      {as.kind === 'staff' && as.role !== '' ? (
        <>
          <Check label={say('try.member')} checked={as.member} onChange={(member) => setAs({ ...as, member })} />
          {view?.handled ? <Check label={say('try.same')} checked={as.same} onChange={(same) => setAs({ ...as, same })} /> : null}
        </>
      ) : null}
    </div>
  )
}

const Blocked = ({ offer }: { offer: TryOffer }) => {
  const { say } = useFlowWords()
  return (
    <div>
      <button type="button" className="btn" aria-disabled="true" aria-describedby={`no-${offer.code}`}><Icon name="lock" />{offer.name}</button>
      <small id={`no-${offer.code}`} className="muted flow-under">{say('try.blocked', { name: offer.name, why: offer.blocked ?? '' })}</small>
    </div>
  )
}

const Offers = ({ view, open, onPress }: { view: TryView; open: string | undefined; onPress: (offer: TryOffer) => void }) => {
  const { say } = useFlowWords()
  const free = view.offers.filter(({ blocked }) => blocked === undefined)
  return (
    <>
      {free.length > 0 ? (
        <span className="bar">
          {free.map((offer) => <button key={offer.code} type="button" className={offer.tone === 'main' ? 'btn btn-stage' : 'btn'} {...(offer.inputs.length > 0 ? { 'aria-expanded': open === offer.code } : {})} onClick={() => onPress(offer)}>{offer.name}</button>)}
        </span>
      ) : <p className="small muted">{say(view.ended ? 'try.done' : 'try.noOffers')}</p>}
      {view.offers.filter(({ blocked }) => blocked !== undefined).map((offer) => <Blocked key={offer.code} offer={offer} />)}
      {view.others.length > 0 ? (
        <details className="small"><summary>{say('try.others')}</summary><ul className="stack-xs">{view.others.map(({ name, why }) => <li key={name}><b>{name}</b> <span className="muted">{why}</span></li>)}</ul></details>
      ) : null}
    </>
  )
}

const Here = ({ trying, view }: { trying: Trying; view: TryView }) => {
  const { say } = useFlowWords()
  const { as, press, busy } = trying
  const [open, setOpen] = useState<string>()
  const [wait, setWait] = useState('0')
  const offer = view.offers.find(({ code, blocked }) => code === open && blocked === undefined)
  const go = (action: string, input: Record<string, unknown>, minutes = Number(wait)) => { press({ as, action, input, minutes }); setWait('0') }
  return (
    <li aria-current="step">
      <b>{view.step}</b> <small className="muted">{view.at}</small>
      <div className="stack-s flow-here">
        {view.owner ? <p className="small">{say('try.owner', { who: view.owner })}</p> : null}
        {view.clocks.length > 0 ? <ul className="small muted">{view.clocks.map((line) => <li key={line}>{line}</li>)}</ul> : null}
        <Who trying={trying} />
        <label className="bar"><span>{say('try.wait')}</span>
          <select className="slot" value={wait} onChange={(event) => setWait(event.target.value)}>{WAITS.map((minutes) => <option key={minutes} value={minutes}>{say(`try.waits.${minutes}`)}</option>)}</select>
        </label>
        <Offers view={view} open={open} onPress={(one) => (one.inputs.length > 0 ? setOpen(open === one.code ? undefined : one.code) : go(one.code, {}))} />
        {view.refused ? <Note tone="warn" alert>{view.refused}</Note> : null}
        {offer ? <TryInputs key={offer.code} offer={offer} who={view.who} busy={busy} onGo={(input) => go(offer.code, input)} /> : null}
        <span className="bar">
          {view.shares ? <button type="button" className="btn btn-small" onClick={() => go('@shares', {})}>{say('try.sharesGo')}</button> : null}
          {view.silence !== undefined && as.kind === 'system' ? <button type="button" className="btn btn-small" onClick={() => setWait('14400')}>{say('try.silence')}</button> : null}
        </span>
      </div>
    </li>
  )
}

/** A pretend matter, walked by the engine itself on sand. */
export const TryWalk = ({ definition, view: about }: { definition: WorkflowDef; view: FlowView }) => {
  const { say } = useFlowWords()
  const { now, timeZone } = useStudio()
  const { choices, usedBy } = about
  const type = usedBy[0]?.id ?? choices.types[0]?.id
  // a category that leads to such matters, a narrower one first
  const fitting = choices.categories.filter((category) => category.type === type)
  const trying = useTry(definition, {
    type, category: (fitting.find(({ hint }) => hint) ?? fitting[0])?.id, unit: choices.units.at(-1)?.id, source: choices.sources[0]?.id, text: '', at: nextMonday(now, timeZone), byStaff: false,
  }, about.starter)
  const { view, moves, back, again, setup, setSetup, fault, busy } = trying
  return (
    <section className="try" aria-labelledby="try">
      <div className="try-head"><Icon name="play" /><h2 id="try">{say('try.heading')}</h2><p>{say('try.lead')}</p></div>
      <TrySetup setup={setup} choices={choices} onChange={setSetup} />
      <FaultNote fault={fault} />
      {view ? (
        <ol className="walk" aria-busy={busy}>
          {view.happened.map(({ key, step, who, at, lines }) => (
            <li key={key}><b>{step}</b> <small className="muted">{who ? `${who} · ${at}` : at}</small>{lines.map((line) => <small key={line} className="flow-under">{line}</small>)}</li>
          ))}
          <Here key={`${view.happened.length} ${view.step}`} trying={trying} view={view} />
        </ol>
      ) : <p className="muted" role="status">{say('try.busy')}</p>}
      <div className="bar flow-again">
        <button type="button" className="btn btn-small" disabled={moves.length === 0} onClick={back}><Icon name="undo" />{say('try.back')}</button>
        <button type="button" className="btn btn-small" disabled={moves.length === 0} onClick={again}>{say('try.again')}</button>
      </div>
    </section>
  )
}

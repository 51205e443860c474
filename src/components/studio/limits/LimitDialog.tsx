'use client'

import { useId, useState } from 'react'
import { clocksOf, newLimit, ownClock } from '../../../domain/clocks/editLimits'
import { STANDARD_CLOCKS } from '../../../domain/clocks/lintLimits'
import { LIMIT_UNITS, type Limit, type LimitSet, type LimitUnit } from '../../../domain/clocks/types'
import { say as wordsIn } from '../../../domain/words'
import { Dialog, Field, Icon, SelectField, WordsField } from '../kit'
import { useSay } from '../words'
import { amountText, categoryLabels, clockName, scopeNames, type LimitWorld } from './labels'
import { Signals } from './Signals'
import { Thresholds } from './Thresholds'

type Props = { limit: Limit; set: LimitSet; world: LimitWorld; isNew: boolean; onDone: (limit: Limit) => void; onRemove: () => void; onClose: () => void }
type Change = (change: Partial<Limit>) => void

const OWN = '+own'

const without = (limit: Limit, key: 'category' | 'matterType' | 'cites'): Limit => {
  const { [key]: _, ...rest } = limit
  return rest
}

const CategoryField = ({ category, world: { choices, say, lang }, onChange }: { category: string | undefined; world: LimitWorld; onChange: (category: string | undefined) => void }) => {
  const labels = categoryLabels(choices.categories, lang)
  const list = useId()
  const [typed, setTyped] = useState(labels.find(({ code }) => code === category)?.label ?? category ?? '')
  const known = (text: string) => labels.find(({ label, code }) => label === text.trim() || code === text.trim())
  const type = (text: string) => { setTyped(text); onChange(known(text)?.code ?? (text.trim() === '' ? undefined : text.trim())) }
  const lost = typed.trim() !== '' && !known(typed)
  return (
    <Field label={say('dialog.category')} hint={say('dialog.categoryHint')} error={lost ? say('dialog.unknownCategory') : undefined}>
      {(control) => <><input {...control} className="input" list={list} value={typed} onChange={(event) => type(event.target.value)} /><datalist id={list}>{labels.map(({ code, label }) => <option key={code} value={label} />)}</datalist></>}
    </Field>
  )
}

const Scope = ({ limit, world, onPut }: { limit: Limit; world: LimitWorld; onPut: (limit: Limit) => void }) => {
  const { choices, say, lang } = world
  return (
    <fieldset className="stack-s">
      <legend>{say('dialog.scope')}</legend>
      <div className="cols cols-even">
        <CategoryField category={limit.category} world={world} onChange={(category) => onPut(category === undefined ? without(limit, 'category') : { ...limit, category })} />
        <SelectField label={say('dialog.type')} value={limit.matterType ?? ''} empty={say('dialog.anyType')} options={choices.types.map(({ code, name }) => ({ value: code, label: wordsIn(name, lang) }))} onChange={(type) => onPut(type === '' ? without(limit, 'matterType') : { ...limit, matterType: type })} />
      </div>
    </fieldset>
  )
}

const Amount = ({ limit, say, wrong, onChange }: { limit: Limit; say: LimitWorld['say']; wrong: boolean; onChange: Change }) => {
  const [typed, setTyped] = useState(String(limit.amount))
  const type = (text: string) => { setTyped(text); onChange({ amount: text.trim() === '' || Number.isNaN(Number(text)) ? 0 : Number(text) }) }
  return (
    <fieldset>
      <legend>{say('dialog.amount')}</legend>
      <p className="sentence sentence-edit">
        <input className="slot slot-number" inputMode="decimal" aria-label={say('dialog.amountName')} value={typed} aria-invalid={wrong || undefined} onChange={(event) => type(event.target.value)} />
        <select className="slot" aria-label={say('dialog.unitName')} value={limit.unit} onChange={(event) => onChange({ unit: event.target.value as LimitUnit })}>
          {LIMIT_UNITS.map((unit) => <option key={unit} value={unit}>{say(`unit.${unit}`)}</option>)}
        </select>
      </p>
      {wrong ? <p className="error"><Icon name="stop" />{say('dialog.amountWrong')}</p> : null}
    </fieldset>
  )
}

const proposedName = (limit: Limit, set: LimitSet, world: LimitWorld): string => {
  const what = scopeNames(limit, world).join(world.say('table.and'))
  const parts = { clock: clockName(limit.clock, set.limits, world), amount: amountText(limit, world.say), what }
  return world.say(what ? 'dialog.proposedFor' : 'dialog.proposed', parts)
}

/** A clock everybody knows may go by its proposed name; an office's own must be named by somebody. */
const wellKnown = (limit: Limit): boolean => STANDARD_CLOCKS.some((clock) => clock === limit.clock)

type NameProps = { limit: Limit; proposal: string; wrong: boolean; say: LimitWorld['say']; onChange: Change }

const Name = ({ limit, proposal, wrong, say, onChange }: NameProps) => (
  <div>
    <WordsField label={say('dialog.name')} value={limit.name} maxLength={80} required={!wellKnown(limit)} hint={say('dialog.nameHint')} error={wrong ? say('dialog.nameMissing') : undefined} onChange={(name) => onChange({ name })} />
    {limit.name.zh !== proposal ? <button type="button" className="btn btn-small btn-quiet" onClick={() => onChange({ name: { zh: proposal } })}>{say('dialog.propose', { name: proposal })}</button> : null}
  </div>
)

/** A limit as it is written: what for, how long, what it listens to, what happens on the way. */
export const LimitDialog = ({ limit: given, set, world, isNew, onDone, onRemove, onClose }: Props) => {
  const say2 = useSay('studio')
  const { say, choices } = world
  const [limit, setLimit] = useState(given)
  const [asked, setAsked] = useState(false)
  const change: Change = (next) => setLimit((now) => ({ ...now, ...next }))
  const proposal = proposedName(limit, set, world)
  const [noName, noAmount] = [limit.name.zh.trim() === '', !(limit.amount > 0)]
  const nameable = !noName || wellKnown(limit)
  const done = () => { setAsked(true); if (nameable && !noAmount) onDone(noName ? { ...limit, name: { zh: proposal } } : limit) }
  const pickClock = (value: string) => {
    const clock = value === OWN ? ownClock(set.limits) : value
    const { start, stop, cancel, pause, thresholds } = newLimit(set, clock)
    change(isNew ? { clock, start, stop, cancel, pause, thresholds } : { clock })
  }
  const clocks = [...new Set([...clocksOf(set.limits), limit.clock])]
  return (
    <Dialog title={say(isNew ? 'dialog.new' : 'dialog.edit')} wide onClose={onClose} foot={
      <>
        <button type="button" className="btn btn-main" onClick={done}>{say('dialog.done')}</button><button type="button" className="btn" onClick={onClose}>{say2('act.cancel')}</button>
        {isNew ? null : <button type="button" className="btn btn-quiet push" onClick={onRemove}><Icon name="bin" />{say('dialog.remove')}</button>}
      </>
    }>
      <Scope limit={limit} world={world} onPut={setLimit} />
      <SelectField label={say('dialog.clock')} value={limit.clock} options={[...clocks.map((clock) => ({ value: clock, label: clockName(clock, set.limits, world) })), { value: OWN, label: `＋ ${say('clock.own')}` }]} onChange={pickClock} />
      <Amount limit={limit} say={say} wrong={asked && noAmount} onChange={change} />
      <Name limit={limit} proposal={proposal} wrong={asked && !nameable} say={say} onChange={change} />
      <div className="cols cols-even">
        <Signals of="start" limit={limit} say={say} onChange={change} /><Signals of="stop" limit={limit} say={say} onChange={change} />
        <Signals of="pause" limit={limit} say={say} onChange={change} /><Signals of="cancel" limit={limit} say={say} onChange={change} />
      </div>
      <Thresholds thresholds={limit.thresholds} say={say} onChange={(thresholds) => change({ thresholds })} />
      <SelectField label={say('dialog.cites')} value={limit.cites ?? ''} empty={say('dialog.noCites')} options={[...choices.cites.map(({ code, label }) => ({ value: code, label })), ...(limit.cites && !choices.cites.some(({ code }) => code === limit.cites) ? [{ value: limit.cites, label: say('table.unknown', { name: limit.cites }) }] : [])]} onChange={(cites) => setLimit((now) => (cites === '' ? without(now, 'cites') : { ...now, cites }))} />
      <details className="small muted"><summary>{say('dialog.more')}</summary><p>{say('dialog.codeIs', { code: limit.code })}</p></details>
    </Dialog>
  )
}

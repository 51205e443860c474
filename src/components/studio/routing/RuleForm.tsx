'use client'

import { useId } from 'react'
import { blankCondition } from '../../../domain/routing/edit'
import { ruleSays } from '../../../domain/routing/describe'
import type { RoutingRule, RuleCondition, RuleResult } from '../../../domain/routing/types'
import { say as wordsIn } from '../../../domain/words'
import { Check, Icon, Note, WordsField } from '../kit'
import { useSay, useStudio } from '../words'
import { ConditionSlots } from './ConditionSlots'
import { useRouting } from './context'
import { SelectSlot } from './Slots'

type Change = (change: Partial<Omit<RoutingRule, 'code'>>) => void
type Props = { rule: RoutingRule; number: number; onChange: Change; onDone: () => void; onRestore?: () => void; onRemove: () => void; onCopy: () => void }

const Conditions = ({ rule: { match, conditions }, onChange }: { rule: RoutingRule; onChange: Change }) => {
  const say = useSay('studioRouting')
  const put = (at: number, next: RuleCondition) => onChange({ conditions: conditions.map((each, place) => (place === at ? next : each)) })
  const add = <button type="button" className="btn btn-small" disabled={conditions.length >= 20} onClick={() => onChange({ conditions: [...conditions, blankCondition('category')] })}><Icon name="plus" />{say(conditions.length === 0 ? 'sentence.firstCondition' : 'sentence.addCondition')}</button>
  if (conditions.length === 0) return <p className="sentence sentence-edit"><span className="muted">{say('sentence.always')}</span> {add}</p>
  return (
    <div className="sentence sentence-edit">
      {say('sentence.when')} <SelectSlot name={say('sentence.match')} value={match} options={(['all', 'any'] as const).map((code) => ({ code, label: say(`sentence.${code}`) }))} onChange={(code) => onChange({ match: code === 'any' ? 'any' : 'all' })} /> {say('sentence.fits')}
      <div className="sentence-nest">
        {conditions.map((condition, at) => (
          <ConditionSlots key={`${at} ${condition.field}`} condition={condition} number={at + 1} onChange={(next) => put(at, next)} onRemove={() => onChange({ conditions: conditions.filter((_, place) => place !== at) })} />
        ))}
        {add}
      </div>
    </div>
  )
}

const BLANK: Record<RuleResult['kind'], RuleResult> = { team: { kind: 'team', team: '' }, unit: { kind: 'unit', unit: '' }, unitPost: { kind: 'unitPost', post: '' } }

const UnitTarget = ({ unit, onChange }: { unit: string; onChange: (result: RuleResult) => void }) => {
  const say = useSay('studioRouting')
  const { units } = useRouting()
  const label = units.find(({ code }) => code === unit)?.label ?? unit
  return (
    <input key={unit} className={unit === '' ? 'slot slot-empty slot-type' : 'slot slot-type'} list="routing-unit" aria-label={say('sentence.who')} defaultValue={label} placeholder={say('sentence.addCode')} aria-invalid={unit === '' || undefined}
      onChange={(event) => {
        const found = units.find((one) => one.label === event.target.value)
        if (found) onChange({ kind: 'unit', unit: found.code })
      }} />
  )
}

const Who = ({ result, onChange }: { result: RuleResult; onChange: (result: RuleResult) => void }) => {
  const say = useSay('studioRouting')
  const { lang } = useStudio()
  const { choices: { teams, posts } } = useRouting()
  const name = say('sentence.who')
  const empty = say('sentence.pick')
  if (result.kind === 'unit') return <UnitTarget unit={result.unit} onChange={onChange} />
  if (result.kind === 'unitPost') return <SelectSlot name={name} empty={empty} value={result.post} options={posts.map((post) => ({ code: post.code, label: wordsIn(post.name, lang) }))} onChange={(post) => onChange({ kind: 'unitPost', post })} />
  const labelOf = (team: (typeof teams)[number]): string => {
    const words = wordsIn(team.name, lang)
    if (!team.active) return say('sentence.closed', { name: words })
    return team.members === 0 ? say('sentence.empty', { name: words }) : words
  }
  return <SelectSlot name={name} empty={empty} value={result.team} options={teams.map((team) => ({ code: team.code, label: labelOf(team) }))} onChange={(team) => onChange({ kind: 'team', team })} />
}

const Result = ({ rule: { result, mode }, onChange }: { rule: RoutingRule; onChange: Change }) => {
  const say = useSay('studioRouting')
  const set = (next: RuleResult) => onChange({ result: next })
  return (
    <div className="sentence sentence-edit">
      {say('sentence.goes')} <SelectSlot name={say('sentence.kind')} value={result.kind} options={(['team', 'unit', 'unitPost'] as const).map((code) => ({ code, label: say(`result.${code}`) }))} onChange={(kind) => set(BLANK[kind as RuleResult['kind']])} />
      <Who result={result} onChange={set} />
      <SelectSlot name={say('sentence.mode')} value={mode} options={(['trusted', 'proposed'] as const).map((code) => ({ code, label: say(`rule.${code}`) }))} onChange={(code) => onChange({ mode: code === 'trusted' ? 'trusted' : 'proposed' })} />
    </div>
  )
}

/** A rule as it is written: its name, its conditions in slots, where it leads, and the reason as a resident will be told. */
export const RuleForm = ({ rule, number, onChange, onDone, onRestore, onRemove, onCopy }: Props) => {
  const say = useSay('studioRouting')
  const { lang } = useStudio()
  const { reader } = useRouting()
  const head = useId()
  return (
    <div role="group" aria-labelledby={head} className="rule-form">
      <span id={head} className="sr">{say('rule.edit', { number, name: wordsIn(rule.name, lang) })}</span>
      <WordsField label={say('rule.name')} value={rule.name} maxLength={200} required onChange={(name) => onChange({ name })} />
      <Conditions rule={rule} onChange={onChange} />
      <Result rule={rule} onChange={onChange} />
      <Note tone="info"><span className="small">{say('said.text', { text: wordsIn(ruleSays(rule, number, reader), lang) })}</span></Note>
      <Check label={say('rule.on')} hint={say('rule.onHint')} checked={rule.on} onChange={(on) => onChange({ on })} />
      <p className="bar">
        <button type="button" className="btn btn-small" onClick={onDone}>{say('rule.done')}</button>
        {onRestore ? <button type="button" className="btn btn-small btn-quiet" onClick={onRestore}>{say('rule.restore')}</button> : null}
        <button type="button" className="btn btn-small btn-quiet" onClick={onCopy}>{say('rule.copy')}</button>
        <button type="button" className="btn btn-small btn-quiet push" onClick={onRemove}><Icon name="bin" />{say('rule.remove')}</button>
      </p>
      <details className="small muted"><summary>{say('rule.more')}</summary><p>{say('rule.codeIs', { code: rule.code })}</p></details>
    </div>
  )
}

'use client'

import { useEffect, useRef } from 'react'
import { addRule, changeRule, moveRule, removeRule } from '../../../domain/routing/edit'
import type { RoutingRule, RoutingSet } from '../../../domain/routing/types'
import { say as wordsIn, type Words } from '../../../domain/words'
import type { ReplayAnswer } from '../../../services/studio/routing/replay'
import { Icon, SortableRows } from '../kit'
import { useSay, useStudio } from '../words'
import { ruleAt, type Issue } from './issues'
import { RuleForm } from './RuleForm'
import { RuleRow } from './RuleRow'

type Props = {
  set: RoutingSet
  /** The version in force, to take one rule back to. */
  before?: RoutingSet
  issues: readonly Issue[]
  replay?: ReplayAnswer
  canEdit: boolean
  open: string | undefined
  onOpen: (code: string | undefined) => void
  onChange: (next: (set: RoutingSet) => RoutingSet) => void
}

const copied = (rule: RoutingRule, name: (text: string) => string): Words => ({ zh: name(rule.name.zh), ...(rule.name.en ? { en: name(rule.name.en) } : {}) })

/** Puts the focus into the rule that was just opened, and back to its name when it is closed. */
const useFocus = (open: string | undefined) => {
  const list = useRef<HTMLDivElement>(null)
  const last = useRef<string>(undefined)
  useEffect(() => {
    if (open === last.current) return
    const code = open ?? last.current
    last.current = open
    list.current?.querySelector<HTMLElement>(open ? `[data-rule="${code ?? ''}"] input` : `[data-rule="${code ?? ''}"] .rule-open`)?.focus()
  }, [open])
  return list
}

/** The rules in their order; one at a time is open for changes. */
export const Rules = ({ set, before, issues, replay, canEdit, open, onOpen, onChange }: Props) => {
  const say = useSay('studioRouting')
  const { lang } = useStudio()
  const list = useFocus(open)
  const add = () => {
    const made = addRule(set, { zh: say('rules.new') })
    onChange(() => made.set)
    onOpen(made.code)
  }
  const copy = (rule: RoutingRule, at: number) => {
    const made = addRule(set, copied(rule, (name) => say('rule.copied', { name })))
    const { code: _, name: __, ...rest } = rule
    onChange(() => moveRule(changeRule(made.set, made.code, rest), made.set.rules.length - 1, at + 1))
    onOpen(made.code)
  }
  const form = (rule: RoutingRule, at: number) => {
    const was = before?.rules.find(({ code }) => code === rule.code)
    return (
      <RuleForm rule={rule} number={at + 1} onChange={(change) => onChange((now) => changeRule(now, rule.code, change))} onDone={() => onOpen(undefined)} onCopy={() => copy(rule, at)}
        onRestore={was ? () => onChange((now) => changeRule(now, rule.code, was)) : undefined} onRemove={() => { onChange((now) => removeRule(now, rule.code)); onOpen(undefined) }} />
    )
  }
  const row = (rule: RoutingRule, at: number) => (
    <RuleRow rule={rule} number={at + 1} issues={issues.filter(({ path }) => ruleAt(path) === at)} hits={replay ? { count: replay.hits[rule.code] ?? 0, total: replay.total } : undefined}
      onEdit={canEdit ? () => onOpen(rule.code) : undefined} onBefore={canEdit ? (number) => onChange((now) => moveRule(now, at, number - 1)) : undefined} />
  )
  const items = set.rules.map((rule, at) => ({
    id: rule.code, name: wordsIn(rule.name, lang) || say('rule.noName'), current: open === rule.code, className: rule.on ? undefined : 'off',
    content: <div data-rule={rule.code}>{canEdit && open === rule.code ? form(rule, at) : row(rule, at)}</div>,
  }))
  return (
    <section className="panel" aria-labelledby="rules">
      <div className="panel-head">
        <h2 id="rules">{say('rules.heading')}</h2><p>{say('rules.count', { count: set.rules.length })}</p>
        {canEdit ? <button type="button" className="btn btn-small push" onClick={add}><Icon name="plus" />{say('rules.add')}</button> : null}
      </div>
      <div ref={list}>
        {items.length === 0 ? <p className="empty">{say('rules.empty')}</p> : <SortableRows items={items} movable={canEdit} onMove={(from, to) => onChange((now) => moveRule(now, from, to))} />}
      </div>
    </section>
  )
}

'use client'

import type { RoutingRule } from '../../../domain/routing/types'
import { say as wordsIn } from '../../../domain/words'
import { Icon, Mark } from '../kit'
import { useSay, useStudio } from '../words'
import { useRouting } from './context'
import type { Issue } from './issues'
import { Goes, RuleSentence, useResultName } from './Sentence'

const FIX: Record<string, string> = { emptyTeam: 'teams', closedUnit: 'units', leadLeft: 'units', vacantPost: 'memberships' }
const NEVER = ['neverFires', 'contradiction']

/** The first of the rules that take everything: "2, 4" → 2. */
const taker = ({ params }: Issue): number | undefined => {
  const first = Number.parseInt(String(params?.by ?? ''), 10)
  return Number.isNaN(first) ? undefined : first
}

const headOf = ({ code, severity }: Issue): { tone: 'stop' | 'warn'; key?: 'rule.never' | 'rule.skipped' } => {
  if (NEVER.includes(code)) return { tone: 'warn', key: 'rule.never' }
  return FIX[code] ? { tone: 'stop', key: 'rule.skipped' } : { tone: severity === 'error' ? 'stop' : 'warn' }
}

const Trouble = ({ issue, onBefore }: { issue: Issue; onBefore?: (number: number) => void }) => {
  const say = useSay('studioRouting')
  const { fixes } = useRouting()
  const by = taker(issue)
  const fix = fixes[FIX[issue.code] ?? '']
  const { tone, key } = headOf(issue)
  return (
    <p className="meta">
      <Mark tone={tone}>{key ? say(key) : ''}</Mark>{' '}
      {issue.what}{' '}
      {by !== undefined && onBefore ? <button type="button" className="btn btn-quiet btn-small" onClick={() => onBefore(by)}>{say('rule.moveBefore', { number: by })}</button> : null}
      {fix ? <a href={fix}>{say('rule.fix')}</a> : null}
    </p>
  )
}

type Props = { rule: RoutingRule; number: number; issues: readonly Issue[]; hits?: { count: number; total: number }; onEdit?: () => void; onBefore?: (number: number) => void }

/** A rule as it is read: its name, its sentence, where it leads, how often, and what is the matter with it. */
export const RuleRow = ({ rule, number, issues, hits, onEdit, onBefore }: Props) => {
  const say = useSay('studioRouting')
  const { lang } = useStudio()
  const resultName = useResultName()
  const name = wordsIn(rule.name, lang) || say('rule.noName')
  return (
    <>
      {onEdit ? <button type="button" className="title rule-open" aria-label={say('rule.edit', { number, name })} onClick={onEdit}>{name}</button> : <b className="title">{name}</b>}
      <RuleSentence rule={rule} />
      <Goes>{resultName(rule.result)}</Goes>
      <p className="meta">
        {rule.on ? say(`rule.${rule.mode}`) : <><Icon name="lock" /> {say('rule.off')}</>}
        {rule.on && hits ? ` · ${say('rule.hits', hits)}` : null}
      </p>
      {issues.map((issue) => <Trouble key={`${issue.path}${issue.code}${issue.what}`} issue={issue} onBefore={onBefore} />)}
    </>
  )
}

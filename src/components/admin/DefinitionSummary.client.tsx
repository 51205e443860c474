'use client'
import { useField, useTranslation } from '@payloadcms/ui'
import type { FormDef } from '@/domain/forms/types'
import type { LimitSet, LimitUnit } from '@/domain/clocks/types'
import type { DefinitionKind } from '@/domain/package/definitions'
import type { RoutingSet } from '@/domain/routing/types'
import type { WorkflowDef } from '@/domain/workflow/types'
import { say, type Lang } from '@/domain/words'
import { DraftIssues } from './DraftIssues.client'
import { adminWords } from './words'

type Say = ReturnType<typeof adminWords>
type Summary = { head: string; lines: string[] }

const form = (def: FormDef, lang: Lang, words: Say): Summary => {
  const questions = def.pages.flatMap((page) => page.questions)
  return {
    head: words('summaryForm', { pages: def.pages.length, questions: questions.length }),
    lines: questions.map((question) => `${say(question.label, lang)}${question.required ? ` · ${words('required')}` : ''}`),
  }
}

const workflow = (def: WorkflowDef, lang: Lang, words: Say): Summary => ({
  head: words('summaryWorkflow', { steps: def.steps.length, transitions: def.transitions.length }),
  lines: def.steps.map((step) => {
    const ways = def.transitions.filter((transition) => transition.from.includes(step.code)).map((transition) => say(transition.name, lang))
    return `${say(step.name, lang)} → ${ways.join(' · ')}`
  }),
})

const UNITS: Record<LimitUnit, Parameters<Say>[0]> = { naturalHours: 'unitHours', naturalDays: 'unitDays', workingHours: 'unitWorkingHours', workingDays: 'unitWorkingDays' }

const limits = (def: LimitSet, lang: Lang, words: Say): Summary => ({
  head: words('summaryLimits', { limits: def.limits.length }),
  lines: def.limits.map((limit) => {
    const codes = [limit.category, limit.matterType].filter(Boolean).join(' · ')
    const length = words('limitOf', { name: say(limit.name, lang), amount: limit.amount, unit: words(UNITS[limit.unit]) })
    return codes ? `${length} · ${words('onlyFor', { codes })}` : length
  }),
})

const routing = (def: RoutingSet, lang: Lang, words: Say): Summary => ({
  head: words('summaryRouting', { rules: def.rules.length }),
  lines: def.rules.map((rule, index) => `${words('rule', { number: index + 1 })}: ${say(rule.name, lang)}${rule.on ? '' : ` (${words('off')})`}`),
})

/** Each kind's summary, and the key that every definition of it has. */
const KINDS: Record<DefinitionKind, { key: string; summary: (def: object, lang: Lang, words: Say) => Summary }> = {
  form: { key: 'pages', summary: (def, ...rest) => form(def as FormDef, ...rest) },
  workflow: { key: 'steps', summary: (def, ...rest) => workflow(def as WorkflowDef, ...rest) },
  limits: { key: 'limits', summary: (def, ...rest) => limits(def as LimitSet, ...rest) },
  routing: { key: 'rules', summary: (def, ...rest) => routing(def as RoutingSet, ...rest) },
  register: { key: 'pages', summary: (def, ...rest) => form(def as FormDef, ...rest) },
}

const summarise = (kind: DefinitionKind, value: unknown, lang: Lang, words: Say): Summary | null => {
  const { key, summary } = KINDS[kind]
  return value && typeof value === 'object' && key in value ? summary(value, lang, words) : null
}

/** The draft in words, above its text: what a person checks before publishing. */
export const DefinitionSummary = ({ kind }: { kind: DefinitionKind }) => {
  const { value } = useField<unknown>({ path: 'definition' })
  const { i18n } = useTranslation()
  const words = adminWords(i18n.language)
  const summary = summarise(kind, value, i18n.language === 'en' ? 'en' : 'zh', words)
  if (!summary) return <p>{words('summaryEmpty')}</p>
  return (
    <div className="field-type" style={{ border: '1px solid var(--theme-elevation-150)', borderRadius: 6, padding: 16, marginBottom: 16 }}>
      <strong>{summary.head}</strong>
      <ol style={{ margin: '8px 0 0', paddingLeft: 24, lineHeight: 1.8 }}>
        {summary.lines.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ol>
      <DraftIssues />
    </div>
  )
}

import { DomainError } from '@/domain/errors'
import { fromLocal } from '@/domain/clocks/zone'
import { pathDepth } from '@/domain/grid/path'
import { suggestCategories } from '@/domain/matter/suggest'
import { evaluateRouting } from '@/domain/routing/evaluate'
import type { RoutingDecision, RuleTrace } from '@/domain/routing/types'
import type { Desk } from '@/services/desk/desk'
import { ownerOf } from '@/services/desk/names'
import { rootUnit } from '@/services/matters/createInput'
import { directoryOf, routingFacts, type RoutedMatter } from '@/services/matters/directory'
import type { CategoryRow, TypeRow } from '@/services/structure/rows'
import { setFrom } from './read'

/** What somebody makes up to see where it would go; all by code. `at`: local time of the office, "2026-11-20T22:40". */
export type Imagined = { text?: string; unit?: string; category?: string; type?: string; source?: string; severity?: number; at?: string; answers?: Record<string, string> }

export type Verdict = { code: string; number: number; name: string; outcome: 'first' | 'later' | RuleTrace['outcome']; why: string }

export type TryAnswer = {
  mode: RoutingDecision['mode']
  /** Who gets it, by name; absent when nobody does. */
  who?: string
  reason: string
  /** `byText`: judged by the words of the text, which are listed. */
  category?: { name: string; byText: string[] }
  type?: string
  verdicts: Verdict[]
}

const wordsIn = (keywords: string | null | undefined): string[] => (keywords ?? '').split(/[\s,，、;；]+/).filter(Boolean)

const judged = ({ model }: Desk, text: string): { row?: CategoryRow; byText: string[] } => {
  const rows = model.categories.all.filter(({ active }) => active !== false)
  const best = suggestCategories({ text, categories: rows.map((row) => ({ code: row.code, depth: pathDepth(row.path) - 1, keywords: wordsIn(row.keywords) })) })[0]
  return best ? { row: model.categories.byCode.get(best.code), byText: best.matched } : { byText: [] }
}

const known = <T>(rows: ReadonlyMap<string, T>, code: string | undefined, field: string): T | undefined => {
  const row = code ? rows.get(code) : undefined
  if (code && row === undefined) throw new DomainError('invalid', {}, [{ field, code: 'notOffered' }])
  return row
}

const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/

const momentOf = ({ model, now }: Desk, at: string | undefined): number => {
  if (!at) return now
  const local = LOCAL.test(at) ? Date.parse(`${at}:00Z`) : Number.NaN
  if (Number.isNaN(local)) throw new DomainError('invalid', {}, [{ field: 'at', code: 'notDate' }])
  return fromLocal(model.calendar.timeZone, local)
}

const textOf = (value: unknown, field: string): string | undefined => {
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value !== 'string' || value.length > 4000) throw new DomainError('invalid', {}, [{ field, code: 'malformed' }])
  return value
}

const answersOf = (value: unknown): Record<string, string> =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).flatMap(([key, answer]) => (typeof answer === 'string' && answer !== '' ? [[key, answer.slice(0, 200)] as const] : [])))
    : {}

const severityOf = (value: unknown): number | undefined => (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 4 ? value : undefined)

/** What was made up, from a request. Errors: `invalid` with the field. */
export const imaginedFrom = (raw: Record<string, unknown>): Imagined => ({
  text: textOf(raw.text, 'text'), unit: textOf(raw.unit, 'unit'), category: textOf(raw.category, 'category'), type: textOf(raw.type, 'type'),
  source: textOf(raw.source, 'source'), at: textOf(raw.at, 'at'), severity: severityOf(raw.severity), answers: answersOf(raw.answers),
})

type Kind = { category?: CategoryRow; byText: string[]; type?: TypeRow }

const plainType = ({ model }: Desk): TypeRow | undefined => model.types.all.find(({ openBy }) => openBy.includes('resident')) ?? model.types.all[0]

const kindOf = (desk: Desk, { text = '', category, type }: Imagined): Kind => {
  const { categories, types } = desk.model
  const chosen = known(categories.byCode, category, 'category')
  const { row, byText } = chosen ? { row: chosen, byText: [] } : judged(desk, text)
  return { category: row, byText, type: known(types.byCode, type, 'type') ?? types.byId.get(row?.matterType ?? '') ?? plainType(desk) }
}

/** Where and by which way it came; a report of the residents' site from anywhere in the office, unless something else is said. */
const cameBy = ({ model }: Desk, { unit, source }: Imagined): Pick<RoutedMatter, 'path' | 'source'> => ({
  path: (known(model.units.byCode, unit, 'unit') ?? rootUnit(model))?.path ?? '',
  source: (known(model.sources.byCode, source, 'source') ?? model.sources.all.find(({ kind, active }) => kind === 'web' && active !== false))?.id ?? null,
})

const matterOf = (desk: Desk, imagined: Imagined, { category, type }: Kind): RoutedMatter => ({
  receivedAt: new Date(momentOf(desk, imagined.at)).toISOString(), ...cameBy(desk, imagined), categoryPath: category?.path ?? '', type: type?.id ?? '',
  severity: imagined.severity ?? category?.severity ?? 2, title: '', text: imagined.text ?? '', address: null, answers: imagined.answers ?? {},
})

const outcomeOf = ({ outcome }: RuleTrace, at: number, first: number | undefined): Verdict['outcome'] => {
  if (outcome !== 'matched') return outcome
  return at === first ? 'first' : 'later'
}

const whoOf = (desk: Desk, decision: RoutingDecision): string | undefined => {
  const owner = ownerOf(desk, decision)
  return [owner?.team?.name, owner?.unit?.name, owner?.person?.name].filter(Boolean).join(' · ') || undefined
}

/** Where a made-up matter would go by these rules: the engine itself, every rule with its why. Saves nothing, tells nobody. Errors: `invalid`. */
export const tryRouting = (desk: Desk, { definition, imagined }: { definition: unknown; imagined: Imagined }): TryAnswer => {
  const set = setFrom(desk, definition)
  const kind = kindOf(desk, imagined)
  const { category, byText, type } = kind
  const decision = evaluateRouting({ set, facts: routingFacts(desk.model, matterOf(desk, imagined, kind)), directory: directoryOf(desk.model) })
  const who = whoOf(desk, decision)
  return {
    mode: decision.mode, reason: desk.say(decision.reason),
    ...(who ? { who } : {}), ...(type ? { type: desk.say(type.name) } : {}), ...(category ? { category: { name: desk.say(category.name), byText } } : {}),
    verdicts: decision.trace.map((trace, at) => ({ code: trace.rule, number: at + 1, name: desk.say(trace.name), outcome: outcomeOf(trace, at, decision.ruleIndex), why: desk.say(trace.why) })),
  }
}

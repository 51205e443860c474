import { findRows } from '@/db/rows'
import type { RoutingDecision } from '@/domain/routing/types'
import { availableTransitions, type AvailableTransition } from '@/domain/workflow/available'
import { withResponsible } from '@/domain/workflow/texts'
import type { Guard, InputDef } from '@/domain/workflow/types'
import { tMaybe } from '@/i18n'
import { wordsOf } from '@/lib/wordsOf'
import { SLUG } from '@/slugs'
import type { Desk } from '../desk'
import { ruleHref } from '../rules'
import { personRef, teamRef, unitRef } from '../names'
import type { ActionVM, InputVM, MatterVM, PickOption } from '../view'
import type { Loaded } from './load'

type Titles = Map<string, string>
type Given = { proposal: RoutingDecision; replies: MatterVM['replies'] }
type Making = Given & { desk: Desk; loaded: Loaded; titles: Titles }

const proposed = ({ desk, proposal }: Making): PickOption | undefined => {
  const kinds = [['person', personRef(desk, proposal.person)], ['team', teamRef(desk, proposal.team)], ['unit', unitRef(desk, proposal.unit)]] as const
  const found = kinds.find(([, ref]) => ref)
  return found?.[1] && { kind: found[0], id: found[1].id, name: found[1].name, hint: desk.t('pick.proposed') }
}

const teamOffers = ({ model, say }: Desk): PickOption[] =>
  model.teams.all.filter(({ active }) => active !== false).map(({ id, name }) => ({ kind: 'team', id, name: say(name) }))

const leadOffers = (making: Making): Pick<InputVM, 'offers' | 'preset'> => {
  const first = proposed(making)
  const isRouting = making.loaded.matter.phase === 'routing' || making.loaded.matter.phase === 'intake'
  const offers = [...(first ? [first] : []), ...teamOffers(making.desk).filter(({ id }) => id !== first?.id)]
  return { offers, ...(first && isRouting ? { preset: { kind: first.kind, id: first.id, name: first.name } } : {}) }
}

const isoDay = (at: number | undefined): string => (at === undefined ? '' : new Date(at).toISOString().slice(0, 10))

const presentParties = ({ desk, loaded }: Making): Pick<InputVM, 'preset'> => {
  const rows = loaded.active.filter(({ role }) => role === 'party')
  if (rows.length === 0) return {}
  return {
    preset: rows.flatMap((row) => {
      const kinds = [['person', personRef(desk, row.person)], ['team', teamRef(desk, row.team)], ['unit', unitRef(desk, row.unit)]] as const
      const found = kinds.find(([, ref]) => ref)
      return found?.[1] ? [{ who: { kind: found[0], id: found[1].id, name: found[1].name }, note: row.note ?? '', due: isoDay(row.dueAt ? Date.parse(row.dueAt) : undefined) }] : []
    }),
  }
}

const startOf = (input: InputDef, making: Making): Pick<InputVM, 'offers' | 'preset' | 'phrases'> => {
  if (input.role === 'reply') return making.replies.length > 0 ? { phrases: making.replies.map(({ name, text }) => ({ name, text })) } : {}
  if (input.kind === 'lead') return leadOffers(making)
  if (input.kind !== 'parties') return {}
  return { offers: teamOffers(making.desk), ...presentParties(making) }
}

const inputVM = (input: InputDef, making: Making): InputVM => {
  const { say } = making.desk
  const { label, help, options, ...rest } = input
  return {
    ...rest, label: say(label),
    ...(help ? { help: say(help) } : {}),
    ...(options ? { options: options.map((option) => ({ code: option.code, label: say(option.label) })) } : {}),
    ...startOf(input, making),
  }
}

/** A clause in words: the document's title and its number. */
export const citing = (cites: string, { titles, desk }: Pick<Making, 'titles' | 'desk'>): string => {
  const [code = '', clause] = cites.split('#')
  const title = titles.get(code)
  return title ? (clause ? desk.t('cite', { title, clause }) : title) : cites
}

const actionVM = ({ transition, blockedBy }: AvailableTransition, making: Making): ActionVM => {
  const { say, lang, t } = making.desk
  // Who is responsible is not written yet: the preview says what will stand there.
  const line = withResponsible(transition.residentLine, t('responsibleHere'))
  return {
    code: transition.code, name: say(transition.name), tone: transition.tone, inputs: transition.inputs.map((input) => inputVM(input, making)),
    ...(blockedBy ? { blocked: tMaybe(lang, `desk.guard.${blockedBy}`) ?? blockedBy } : {}),
    ...(transition.cites ? { cites: { label: citing(transition.cites, making), href: ruleHref(transition.cites) } } : {}),
    ...(line ? { residentLine: say(line) } : {}),
  }
}

/** Titles of the rule documents that this office's workflows cite, by code. */
export const ruleTitles = async (desk: Desk, cites: readonly string[]): Promise<Titles> => {
  const codes = [...new Set(cites.map((cite) => cite.split('#')[0] ?? ''))]
  if (codes.length === 0) return new Map()
  const rows = await findRows({ payload: desk.payload }, SLUG.rules, { where: { and: [{ office: { equals: desk.viewer.office } }, { code: { in: codes } }] } })
  return new Map(rows.map((row) => [row.code, desk.say(wordsOf(row.title))]))
}

/** Guards that speak of the matter alone and will not change by waiting: such an action is not offered at all. */
const POINTLESS: ReadonlySet<Guard> = new Set<Guard>(['merged', 'notMerged', 'canAsk', 'cannotAsk'])

/** What may be done now, from the transition table; what a rule forbids at the moment says why. */
export const actionVMs = async (desk: Desk, loaded: Loaded, given: Given): Promise<{ actions: ActionVM[]; titles: Titles }> => {
  const titles = await ruleTitles(desk, loaded.workflow.transitions.flatMap(({ cites }) => cites ?? []))
  const making = { ...given, desk, loaded, titles }
  const offered = availableTransitions(loaded.context).filter(({ blockedBy }) => blockedBy === undefined || !POINTLESS.has(blockedBy))
  return { actions: offered.map((available) => actionVM(available, making)), titles }
}

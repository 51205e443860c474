import { acknowledgementOf, binds, isInForce, type Acknowledged } from '@/domain/rules/acknowledge'
import { localDate } from '@/domain/clocks'
import { DomainError } from '@/domain/errors'
import { acknowledge, acknowledgements, awaitedRules, boundPeople, documentsOf, type Document } from '@/services/structure/rules'
import type { Desk } from './desk'
import { teamRef } from './names'
import type { BoundVM, RuleRowVM, RulesVM, RuleVM } from './view/rules'

const dayOf = (at: number | undefined, { model }: Desk): string => (at === undefined ? '' : localDate(at, model.calendar))

export const ruleHref = (cites: string): string => {
  const [code = '', clause] = cites.split('#')
  return `/desk/rules/${encodeURIComponent(code)}${clause ? `#c-${encodeURIComponent(clause)}` : ''}`
}

/** Whether the person sees who has acknowledged: whoever writes the rules, and whoever looks after the office's health, and may see its people. */
export const overseesRules = ({ holds }: Desk): boolean => holds('people.view') && (holds('rules.edit') || holds('health.view'))

const rowOf = (desk: Desk, document: Document, given: readonly Acknowledged[]): RuleRowVM => {
  const mine = acknowledgementOf(document, desk.viewer.id, given)
  return {
    href: ruleHref(document.code), number: document.number, title: desk.say(document.title), edition: document.edition, since: dayOf(document.effectiveAt, desk),
    ...(mine ? { done: dayOf(mine.at, desk) } : {}),
  }
}

const withTally = async (desk: Desk, document: Document, row: RuleRowVM): Promise<RuleRowVM> => {
  if (!document.mustAcknowledge) return row
  const people = boundPeople(desk.model, document, await acknowledgements(desk, { document: document.id }))
  return { ...row, tally: { done: people.filter(({ at }) => at !== undefined).length, all: people.length } }
}

type Part = keyof RulesVM

const partOf = (desk: Desk, document: Document, row: RuleRowVM): Part => {
  if (!isInForce(document, desk.now)) return 'coming'
  if (row.done) return 'done'
  return binds(document, desk.acting.teams) ? 'awaited' : 'others'
}

/** The rule documents as they concern this person. */
export const rulesView = async (desk: Desk): Promise<RulesVM> => {
  const given = await acknowledgements(desk, { person: desk.viewer.id })
  const view: RulesVM = { awaited: [], done: [], others: [], coming: [] }
  const oversees = overseesRules(desk)
  for (const document of await documentsOf(desk, desk.viewer.office)) {
    const row = rowOf(desk, document, given)
    view[partOf(desk, document, row)].push(oversees ? await withTally(desk, document, row) : row)
  }
  return view
}

/** How many documents wait for this person's acknowledgement. */
export const awaitedCount = async (desk: Pick<Desk, 'payload' | 'model' | 'viewer'>): Promise<number> => (await awaitedRules(desk, desk.model, desk.viewer.id)).length

const STATES = { awaited: 'asked', done: 'done', others: 'free', coming: 'coming' } as const satisfies Record<Part, RuleVM['state']>

const boundOf = async (desk: Desk, document: Document): Promise<RuleVM['bound']> => {
  if (!document.mustAcknowledge || !overseesRules(desk)) return undefined
  const people = boundPeople(desk.model, document, await acknowledgements(desk, { document: document.id })).map(({ person, teams, at }): BoundVM => ({
    name: person.name, teams: teams.flatMap((id) => teamRef(desk, id)?.name ?? []).join('、'), ...(at === undefined ? {} : { done: dayOf(at, desk) }),
  }))
  // Whom one has to speak to comes first.
  const order = (one: BoundVM, other: BoundVM): number => Number(Boolean(one.done)) - Number(Boolean(other.done)) || (one.name < other.name ? -1 : 1)
  return { done: people.filter(({ done }) => done).length, people: people.sort(order) }
}

/** One rule document with its text. Errors: `notFound`. */
export const ruleView = async (desk: Desk, code: string): Promise<RuleVM> => {
  const document = (await documentsOf(desk, desk.viewer.office)).find((row) => row.code === code)
  if (!document) throw new DomainError('notFound')
  const row = rowOf(desk, document, await acknowledgements(desk, { person: desk.viewer.id }))
  const { number, title, edition, since, done, href } = row
  return {
    number, title, edition, since, summary: desk.say(document.summary), state: STATES[partOf(desk, document, row)], ...(done ? { done } : {}), action: `${href}/acknowledge`,
    clauses: document.clauses.map((clause) => ({ code: clause.code, heading: desk.say(clause.heading), paragraphs: desk.say(clause.text).split('\n').filter(Boolean) })),
    bound: await boundOf(desk, document),
  }
}

/** The person acknowledges the edition they have read. Errors: see `acknowledge`. */
export const acknowledgeRule = ({ payload, viewer, me, acting }: Desk, code: string, edition: string): Promise<void> =>
  acknowledge({ payload, office: viewer.office, person: { id: me.id, name: me.name }, code, edition, address: acting.address })

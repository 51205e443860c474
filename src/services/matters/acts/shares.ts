import { DomainError } from '@/domain/errors'
import { assignmentChanges } from '@/domain/workflow/assignments'
import { parseParties, whoKey } from '@/domain/workflow/partyInputs'
import type { InputDef, Party } from '@/domain/workflow/types'
import { both } from '@/i18n'
import { partyErrors } from '../refs'
import { participantsOf, stateOf } from '../row'
import { solveBy } from '../engine'
import { refuse, textInput, type Act, type ActContext } from './types'

const withParties = (context: ActContext, parties: Party[], event: { action: string; data: Record<string, unknown> }) => {
  const before = stateOf(context.matter, context.active)
  const after = { ...before, parties }
  return { changes: { participants: participantsOf(after) }, assignments: assignmentChanges(before, after), event: { kind: 'act' as const, ...event } }
}

const DEF: InputDef = { key: 'party', kind: 'parties', role: 'parties', required: true, label: both('staff.brief.assignParty') }

const same = (one: Party, other: Party) => whoKey(one) === whoKey(other)

const readParty = (raw: unknown, now: number): Party => {
  const parsed = parseParties({ def: DEF, raw: [raw], now })
  if ('errors' in parsed) throw refuse(...parsed.errors)
  const party = parsed.value[0]
  if (!party) throw refuse({ field: 'party', code: 'required' })
  return party
}

const partyInput = ({ input, model, at }: ActContext): Party => {
  const party = readParty(input.party, at)
  const errors = partyErrors(model, party, 'party')
  if (errors.length > 0) throw refuse(...errors)
  return party
}

/** Adds a co-handler with a part and a deadline; without one, the part is due with the matter. */
export const assignParty: Act = {
  permission: 'matter.assign',
  run: async (context) => {
    const dueAt = await solveBy(context.req, context.matter)
    // what is late already says nothing about when this part could be done
    const party: Party = { ...(dueAt === undefined || dueAt <= context.at ? {} : { dueAt }), ...partyInput(context) }
    const state = stateOf(context.matter, context.active)
    const lead = { unit: state.ownerUnit, team: state.ownerTeam, person: state.ownerPerson }
    if (same(lead, party) || state.parties.some((item) => same(item, party))) throw refuse({ field: 'party', code: 'duplicate' })
    const { note, ...ids } = party
    const outcome = withParties(context, [...state.parties, party], { action: 'assignParty', data: { party: ids } })
    return note ? { ...outcome, event: { ...outcome.event, texts: [{ role: 'internal', text: note, readers: 'staff' }] } } : outcome
  },
}

const within = (party: Party, { actor, teams, units }: ActContext['acting']): boolean =>
  actor.kind === 'staff' && (party.person === actor.id || (party.team !== undefined && teams.includes(party.team)) || (party.unit !== undefined && units.includes(party.unit)))

// Those who assign end any part; a co-handler ends their own, and the lead those of the matter they answer for.
const assertMayEnd = ({ acting, matter }: ActContext, party: Party, lead: Party): void => {
  if (!acting.can('matter.assign', matter) && !within(party, acting) && !within(lead, acting)) throw new DomainError('guardFailed', { guard: 'isOwner' })
}

/** Whoever had a share may have worked on it: they do not verify this round (domain.md §3 rule 4). */
const workedOn = ({ acting, matter }: ActContext, party: Party): string[] => {
  const own = acting.actor.kind === 'staff' && within(party, acting) ? [acting.actor.id] : []
  return [...new Set([...(matter.handlers ?? []), ...own, ...(party.person ? [party.person] : [])])]
}

/** Only who it is: a part that is late is ended like any other. */
const namedIn = (raw: unknown): unknown => {
  if (typeof raw !== 'object' || raw === null) return raw
  const { unit, team, person } = raw as Record<string, unknown>
  return Object.fromEntries(Object.entries({ unit, team, person }).filter(([, value]) => value !== undefined && value !== null))
}

/** Ends a co-handler's share. Needs a reason: what was done, or why they are sent away. */
export const endParty: Act = {
  permission: 'matter.assign',
  instead: () => 'matter.handle',
  run: (context) => {
    const party = readParty(namedIn(context.input.party), context.at)
    const state = stateOf(context.matter, context.active)
    const left = state.parties.filter((item) => !same(item, party))
    if (left.length === state.parties.length) throw refuse({ field: 'party', code: 'notOffered' })
    assertMayEnd(context, party, { unit: state.ownerUnit, team: state.ownerTeam, person: state.ownerPerson })
    const text = textInput(context.input, 'reason', { min: 2, max: 500 })
    const outcome = withParties(context, left, { action: 'endParty', data: { party: { unit: party.unit, team: party.team, person: party.person } } })
    return { ...outcome, changes: { ...outcome.changes, handlers: workedOn(context, party) }, event: { ...outcome.event, texts: [{ role: 'reason', text, readers: 'staff' }] } }
  },
}

/** A member of the lead team or unit takes the matter on as their own. */
export const claim: Act = {
  permission: 'matter.handle',
  run: (context) => {
    const { acting, matter } = context
    if (acting.actor.kind !== 'staff') throw new DomainError('notAllowed')
    const mine = (matter.ownerTeam && acting.teams.includes(matter.ownerTeam)) || (matter.ownerUnit && acting.units.includes(matter.ownerUnit))
    if (!mine) throw new DomainError('guardFailed', { guard: 'isOwner' })
    if (matter.ownerPerson) throw new DomainError('guardFailed', { guard: 'hasPerson' })
    const before = stateOf(matter, context.active)
    const after = { ...before, ownerPerson: acting.actor.id }
    return {
      changes: { ownerPerson: acting.actor.id, participants: participantsOf(after) },
      assignments: assignmentChanges(before, after),
      event: { kind: 'act', action: 'claim', data: { person: acting.actor.id } },
    }
  },
}

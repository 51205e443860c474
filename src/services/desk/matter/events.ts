import { tMaybe } from '@/i18n'
import type { Words } from '@/domain/words'
import { outcomeLabel } from '@/domain/workflow/outcomes'
import type { Party, WorkflowDef } from '@/domain/workflow/types'
import { MIGRATED } from '@/services/matters/closedFrom'
import type { Desk } from '../desk'
import { personRef, shareName } from '../names'
import type { EventVM } from '../view'
import { clockName } from '../clocks'
import { citing } from './actions'
import type { EventRow, Loaded } from './load'
import { clocksOfEvents, isMark, marksOfEvents, staysOfEvents } from './trail'
import { shiftWords } from './shifts'

type Data = Record<string, unknown>

const KINDS: Record<string, EventVM['kind']> = {
  reply: 'reply', note: 'note', addInfo: 'reply', claim: 'assign', handOver: 'assign', assignParty: 'assign', endParty: 'assign', attach: 'attach', attachmentVisibility: 'attach',
  create: 'step', split: 'part', partClosed: 'part', partReopened: 'part', mergedFrom: 'merge', notSame: 'merge', perhapsSame: 'merge', correct: 'correct', reveal: 'access', restrict: 'access', unrestrict: 'access', routingProposed: 'assign', routineOpened: 'step', recalculated: 'clock', migrated: 'step',
}

const kindOf = ({ kind, action, data }: EventRow): EventVM['kind'] => {
  if (kind === 'transition') return data?.lead ? 'assign' : data?.target ? 'merge' : 'step'
  return KINDS[action] ?? 'other'
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const partyOf = (value: unknown): Party | undefined => (value && typeof value === 'object' && !Array.isArray(value) ? (value as Party) : undefined)
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** Numbers of other matters are told only where the viewer may see those. */
const otherNumber = (data: Data, { family, named }: Loaded, { t }: Desk): string => {
  const wanted = data.matter ?? data.part ?? data.target ?? data.other
  const known = [...family.parts, ...family.merged, family.parent, family.mergedInto, ...named].find((row) => row?.id === wanted)
  return known ? known.number : t('event.another')
}

const outcomeName = (outcome: unknown, { workflow }: Loaded, desk: Desk): string => {
  if (typeof outcome !== 'string') return ''
  const label = outcomeLabel(workflow, outcome)
  return label ? desk.say(label) : (tMaybe(desk.lang, `staff.outcome.${outcome}`) ?? outcome)
}

/** Words of an outcome, of the workflow's own options or of those every workflow has. */
export const outcomeWord = outcomeName

const tagWords = (data: Data, { model, say }: Desk): string =>
  listOf(data.tags).map((code) => say(model.tags.byCode.get(String(code))?.name) || String(code)).join(' ')

const extras = (data: Data, loaded: Loaded, desk: Desk): string[] => {
  const lead = partyOf(data.lead)
  return [
    ...(lead ? [`→ ${shareName(desk, lead)}`] : []),
    ...listOf(data.parties).flatMap((party) => (partyOf(party) ? [`+ ${shareName(desk, partyOf(party) ?? {})}`] : [])),
    ...(data.outcome ? [outcomeName(data.outcome, loaded, desk)] : []),
    ...(typeof data.rating === 'number' ? [desk.t('event.rating', { n: data.rating })] : []),
    ...(data.target ? [otherNumber(data, loaded, desk)] : []),
    ...(typeof data.extendMinutes === 'number' ? [desk.t('event.extended', { n: data.extendMinutes })] : []),
  ]
}

const clockWord = (clock: unknown, { lang }: Desk): string => tMaybe(lang, `staff.clock.${textOf(clock)}`) ?? textOf(clock)

/** A corrected kind lets go of an entry it may not point at. */
const leftEntry = ({ action, data }: EventRow, desk: Desk): string[] => (action === 'correct' && data?.entry ? [desk.t('event.entryLeft')] : [])

const stepName = (workflow: WorkflowDef | undefined, code: string | null | undefined, { say }: Desk): string => say(workflow?.steps.find((step) => step.code === code)?.name)

/** Where a matter was brought that goes on under another version: from the step as it was called to the one as it is called. */
const carriedTo = (event: EventRow, { then, workflowAfter }: { then: Loaded['then']; workflowAfter: WorkflowDef | undefined }, desk: Desk): string[] => {
  if (event.action !== MIGRATED || !event.stepTo) return []
  const [from, to] = [stepName(then.get(event.id), event.stepFrom, desk), stepName(workflowAfter, event.stepTo, desk)]
  return from && to ? [desk.t('event.carried', { from, to })] : []
}

/** The workflow an event led to: the one the next event started from. */
const afterOf = (event: EventRow, { events, then, workflow }: Loaded): WorkflowDef | undefined => {
  const next = events[events.findIndex(({ id }) => id === event.id) + 1]
  return next ? then.get(next.id) : workflow
}

const PROPOSED = ['team', 'unit', 'person'] as const

/** Under which words an act is told: some say more than their action. */
const nameOf = ({ action, data }: EventRow): string => {
  if (action === 'attach' && data?.visibility === 'reporter') return 'attachShown'
  return action === 'routingProposed' && PROPOSED.every((who) => !data?.[who]) ? 'routingFound' : action
}

const actText = (event: EventRow, loaded: Loaded, desk: Desk): string => {
  const data = event.data ?? {}
  const party = partyOf(data.party)
  const params = {
    number: otherNumber(data, loaded, desk), tags: tagWords(data, desk), n: typeof data.n === 'number' ? data.n : listOf(data.photos).length,
    who: party ? shareName(desk, party) : personRef(desk, textOf(data.person))?.name ?? desk.t('event.theTeam'),
    clock: clockWord(data.clock, desk), percent: listOf(data.percent).join('、'),
    visibility: tMaybe(desk.lang, `staff.visibility.${textOf(data.visibility)}`) ?? '',
  }
  const name = nameOf(event)
  return [tMaybe(desk.lang, `staff.event.${name}`, params) ?? event.action, ...carriedTo(event, { then: loaded.then, workflowAfter: afterOf(event, loaded) }, desk), ...leftEntry(event, desk), ...shiftWords(data.clocks, desk)].join('；')
}

/** What happened, without the actor. */
export const eventText = (event: EventRow, loaded: Loaded, desk: Desk): string => {
  if (event.kind !== 'transition' || !event.name) return actText(event, loaded, desk)
  return [desk.say(event.name), ...extras(event.data ?? {}, loaded, desk)].filter(Boolean).join(' ')
}

/** Who did it, in the viewer's words. */
export const actorName = (event: Pick<EventRow, 'actorKind' | 'actorName'>, { t }: Desk): string =>
  event.actorKind === 'staff' ? (event.actorName ?? '') : t(`actor.${event.actorKind}`)

const BODY_ROLES: ReadonlySet<string> = new Set(['internal', 'reply', 'addition', 'responsible'])

const isPublic = ({ residentLine, texts }: EventRow): boolean => Boolean(residentLine) || (texts ?? []).some(({ readers }) => readers === 'reporter')

const ruleReason = (reason: Words | null | undefined, { say }: Desk): string | undefined => (reason ? say(reason) : undefined)

const eventVM = (event: EventRow, loaded: Loaded, desk: Desk, titles: Map<string, string>): EventVM => {
  const texts = event.texts ?? []
  const written = (role: (name: string) => boolean) => texts.filter((text) => role(text.role)).flatMap(({ id }) => loaded.texts.get(id) ?? []).join('\n')
  const body = written((role) => BODY_ROLES.has(role))
  const reason = written((role) => role === 'reason') || ruleReason(event.reason, desk)
  return {
    id: event.id, at: Date.parse(event.at), actor: actorName(event, desk), actorKind: event.actorKind, kind: kindOf(event), text: eventText(event, loaded, desk),
    ...(body ? { body } : {}),
    ...(reason ? { reason } : {}),
    ...(texts.some(({ id }) => loaded.texts.get(id) === null) ? { erased: true } : {}),
    public: isPublic(event),
    ...(typeof event.data?.revision === 'number' ? { revision: event.data.revision } : {}),
    ...(typeof event.data?.cites === 'string' ? { cites: citing(event.data.cites, { titles, desk }) } : {}),
  }
}

/** The timeline, oldest first: each step with its clocks; marks of a clock's progress stand with the step they fell into. */
export const eventVMs = (loaded: Loaded, desk: Desk, titles: Map<string, string>): EventVM[] => {
  const { events, clocks, then } = loaded
  const { calendar } = desk.model
  const did = clocksOfEvents({ events, clocks, calendar, nameOf: ({ limit }) => clockName(limit, desk) })
  const stays = staysOfEvents({ events, calendar })
  const marks = marksOfEvents(events)
  const calledThen = (event: EventRow, step: string) => stepName(then.get(event.id), step, desk)
  return events.flatMap((event, index) => {
    if (isMark(event)) return []
    const [told = [], stay, passed = []] = [did[index], stays[index], marks.get(event.id)]
    return [{
      ...eventVM(event, loaded, desk, titles),
      ...(told.length > 0 ? { clocks: told } : {}),
      ...(stay && calledThen(event, stay.step) ? { stay: { name: calledThen(event, stay.step), minutes: stay.minutes, workdayMinutes: stay.workdayMinutes } } : {}),
      ...(passed.length > 0 ? { marks: passed.map((mark) => ({ id: mark.id, at: Date.parse(mark.at), text: actText(mark, loaded, desk) })) } : {}),
    }]
  })
}

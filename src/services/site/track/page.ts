import type { PayloadRequest } from 'payload'
import { isOpen, readClock } from '@/domain/clocks'
import { formatReceipt } from '@/domain/matter/receipt'
import { progressOf } from '@/domain/matter/progress'
import { outcomeLabel } from '@/domain/workflow/outcomes'
import type { Phase, StepDef, WorkflowDef } from '@/domain/workflow/types'
import { say, type Lang } from '@/domain/words'
import { t } from '@/i18n'
import { now } from '@/lib/clock'
import { clockRowsOf, toClockEvents, settledReading } from '@/services/matters/clockRows'
import { ms, type MatterRow } from '@/services/matters/row'
import type { OfficeModel } from '@/services/structure/load'
import { clockWords, type ClockState } from '../clockWords'
import { holderOf, unitHolder, type Holder } from '../holder'
import { categoryName } from '../report/describe'
import { withoutNone } from '../withoutNone'
import { mayCorrect, mayErase, photosLeft } from './act'
import { joinedOf } from './joined'
import { readRecord, type EventRow, type MatterRecord } from './record'
import { standingOf } from './standing'

export type Photo = { id: string; thumb: string; full: string; alt: string }

export const photoPath = (id: string): string => `/photo/${id}`

export const photoViews = (ids: readonly string[], lang: Lang): Photo[] =>
  ids.map((id, index) => ({ id, thumb: photoPath(id), full: photoPath(id), alt: t(lang, 'site.photos.photo', { number: index + 1 }) }))

type PhaseShown = { phase: Phase; state: 'done' | 'current' | 'skipped' | 'pending'; line?: string; at?: number }

const moves = (events: readonly EventRow[]): (EventRow & { stepTo: string })[] => events.filter((event): event is EventRow & { stepTo: string } => Boolean(event.stepTo))

/** The line at a phase says what ended it, or, while it lasts, what happened last in it. */
const phasesOf = ({ events }: MatterRecord, workflow: WorkflowDef, lang: Lang): PhaseShown[] => {
  const entries = moves(events).map((event) => ({ at: Date.parse(event.at), step: event.stepTo, line: event.residentLine, anew: event.signals?.includes('reopened'), ...(event.phaseTo ? { phase: event.phaseTo } : {}) }))
  return progressOf(entries, workflow).map(({ phase, state, from, until }) => {
    const here = entries.filter((entry) => (entry.phase ?? workflow.steps.find(({ code }) => code === entry.step)?.phase) === phase)
    const at = state === 'done' ? (until ?? from) : (state === 'current' ? here.at(-1)?.at : undefined)
    const line = entries.findLast((entry) => entry.at === at && entry.line)?.line
    return { phase, state, ...(at === undefined ? {} : { at }), ...(line ? { line: say(line, lang) } : {}) }
  })
}

const WARN_PERCENT = 80

/** The clock that was promised: the one that runs until the matter is solved, else the next one. */
const clockOf = async (req: PayloadRequest, model: OfficeModel, { matter, events }: MatterRecord, lang: Lang) => {
  const rows = await clockRowsOf(req, matter.id)
  const row = rows.find(({ clock }) => clock === 'resolve') ?? rows.find(({ clock }) => clock === matter.nextClock)
  // What was refused, merged or withdrawn kept no promise and broke none.
  if (!row || (!matter.open && !events.some(({ signals }) => signals?.includes('handled')))) return undefined
  const heard = toClockEvents(events as unknown as Parameters<typeof toClockEvents>[0])
  const reading = settledReading(row, readClock({ limit: row.limit, events: heard, calendar: model.calendar, now: now() }))
  const { state } = reading
  if (state === 'notStarted' || state === 'ended') return undefined
  const warn = Math.max(0, ...row.limit.thresholds.map(({ percent }) => percent).filter((percent) => percent < 100)) || WARN_PERCENT
  const { limitMinutes, usedMinutes, pausedMinutes, dueAt, percent } = reading
  return {
    state: state as ClockState,
    text: clockWords(lang, { ...reading, state }, row.limit.unit, model.calendar),
    ...(dueAt === undefined ? {} : { dueAt }),
    soon: isOpen(reading) && percent >= warn,
    limitMinutes, usedMinutes, pausedMinutes,
  }
}

const outcomeOf = (matter: MatterRow, workflow: WorkflowDef, lang: Lang): string | undefined => {
  if (matter.open || !matter.outcome) return undefined
  const by = workflow.transitions.find((transition) => transition.outcome === matter.outcome)
  return say(outcomeLabel(workflow, matter.outcome) ?? by?.name, lang) || undefined
}

/** Why it went where it is, when a rule put it there: a sentence made to be read to residents. Reasons that name a person stay inside. */
const routingReason = ({ events, matter }: MatterRecord, lang: Lang): string | undefined => {
  if (!matter.ownerUnit) return undefined
  const assigned = events.findLast((event) => event.data?.lead !== undefined)
  return assigned?.actorKind === 'rule' && !assigned.data?.lead?.person && assigned.reason ? say(assigned.reason, lang) : undefined
}

const fromOf = (model: OfficeModel, event: EventRow, lang: Lang): string => {
  const person = event.actor ? model.people.get(event.actor) : undefined
  const seat = person?.unit ? model.units.byId.get(person.unit) : undefined
  return [seat ? say(seat.name, lang) : say(model.office.name, lang), person?.publicName].filter(Boolean).join(' · ')
}

const shown = (record: MatterRecord, ids: readonly string[] | number | undefined): string[] => {
  const open = new Set(record.photos.map(({ id }) => id))
  return Array.isArray(ids) ? ids.filter((id) => open.has(id)) : []
}

const repliesOf = (record: MatterRecord, model: OfficeModel, lang: Lang) =>
  record.events
    .flatMap((event) => (event.texts ?? []).filter(({ role, readers }) => role === 'reply' && readers === 'reporter').map(({ id }) => ({ event, text: record.words.get(id) })))
    .map(({ event, text }) => ({ from: fromOf(model, event, lang), at: Date.parse(event.at), ...(text === undefined ? {} : { text }), photos: photoViews(shown(record, event.data?.photos), lang) }))
    .reverse()

const OWN_ROLES = ['description', 'addition', 'reason', 'internal']

/** What the reporter wrote: the description, whoever typed it in, and all words of their own acts. */
const ownOf = (record: MatterRecord, lang: Lang) => {
  const sent = record.photos.filter(({ stage, addedBy }) => stage === 'report' && addedBy === 'reporter').map(({ id }) => id)
  return record.events.flatMap((event) =>
    (event.texts ?? [])
      // What a correction replaced stands here already, as it was sent.
      .filter(({ role }) => role === 'description' || (event.actorKind === 'reporter' && OWN_ROLES.includes(role) && !(event.action === 'correctOwn' && role === 'internal')))
      .map(({ id, role }) => {
        const text = record.words.get(id)
        return { at: Date.parse(event.at), ...(text === undefined ? {} : { text }), photos: photoViews(role === 'description' ? sent : shown(record, event.data?.photos), lang) }
      }),
  )
}

const handlerOf = (model: OfficeModel, matter: MatterRow): string | undefined => (matter.ownerPerson ? (model.people.get(matter.ownerPerson)?.publicName ?? undefined) : undefined)

const firstAsked = (model: OfficeModel, matter: MatterRow, lang: Lang): Holder | undefined => {
  const unit = matter.firstUnit && matter.open ? model.units.byId.get(matter.firstUnit) : undefined
  return unit ? unitHolder(unit, lang) : undefined
}

const categoryWords = (model: OfficeModel, matter: MatterRow, lang: Lang): string | undefined => {
  const row = matter.category ? model.categories.byId.get(matter.category) : undefined
  return row ? categoryName(model, row, lang) : undefined
}

/** What goes on now. A matter that was closed without being worked on is not "done": what happened to it is said instead. */
const nowOf = ({ matter, events }: MatterRecord, step: StepDef | undefined, lang: Lang): string => {
  const closing = step?.kind === 'final' && !matter.verifiedBy ? events.findLast(({ stepTo }) => stepTo === step.code)?.residentLine : undefined
  return say(closing ?? step?.residentNow ?? step?.name, lang)
}

/** What the reporter may read of their matter, in their language, and what they may do now. */
export const trackPage = async (req: PayloadRequest, model: OfficeModel, matter: MatterRow, lang: Lang) => {
  const [record, { workflow, offers }] = await Promise.all([readRecord(req, matter), standingOf(req, model, matter)])
  const step = workflow.steps.find(({ code }) => code === matter.step)
  return {
    view: {
      code: formatReceipt(matter.receiptCode),
      title: matter.title,
      receivedAt: Date.parse(matter.receivedAt),
      phases: phasesOf(record, workflow, lang),
      now: nowOf(record, step, lang),
      replies: repliesOf(record, model, lang),
      timeline: record.events.flatMap(({ at, residentLine }) => (residentLine ? [{ at: Date.parse(at), line: say(residentLine, lang) }] : [])).reverse(),
      own: ownOf(record, lang),
      ...withoutNone({
        category: categoryWords(model, matter, lang),
        clock: await clockOf(req, model, record, lang),
        next: say(step?.residentNext, lang) || undefined,
        holder: matter.open ? holderOf(model, matter, lang) : undefined,
        handler: handlerOf(model, matter),
        firstAsked: firstAsked(model, matter, lang),
        routingReason: routingReason(record, lang),
        outcome: outcomeOf(matter, workflow, lang),
        joined: await joinedOf(req, matter, lang),
      }),
    },
    offers,
    revision: matter.revision,
    reopenDays: workflow.reopenDays,
    silenceAt: ms(matter.silenceAt),
    rating: matter.rating ?? undefined,
    photosLeft: await photosLeft(req, model, matter),
    mayAdd: matter.open,
    own: { text: matter.text ?? '', mayCorrect: mayCorrect(matter), mayErase: mayErase(matter) },
  }
}

export type TrackPageData = Awaited<ReturnType<typeof trackPage>>

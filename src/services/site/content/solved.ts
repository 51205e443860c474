import type { Payload, Where } from 'payload'
import { countRows } from '@/db/rows'
import { dayNumber, instantOf } from '@/domain/clocks/calendar'
import { localDate } from '@/domain/clocks'
import type { WorkflowDef } from '@/domain/workflow/types'
import { say, type Lang } from '@/domain/words'
import { now } from '@/lib/clock'
import { iso } from '@/services/matters/row'
import type { OfficeModel } from '@/services/structure/load'
import { workflowVersion } from '@/services/structure/versions'
import { SLUG } from '@/slugs'
import { offersOf } from '../track/offers'

type Figure = { kind: 'closed' | 'inTime' | 'solved'; done: number; total: number }
type Figures = { from: number; until: number; figures: Figure[] }

/** Plain numbers may be some minutes old. */
const KEPT_MS = 5 * 60_000
const kept = new WeakMap<OfficeModel, { at: number; figures: Promise<Figures> }>()

/** First instant of the present month, where the office is. */
const monthStart = (model: OfficeModel, at: number): number =>
  instantOf({ day: dayNumber(`${localDate(at, model.calendar).slice(0, 7)}-01`), minute: 0, calendar: model.calendar })

/** Codes of the reporter's answers "solved" and "not solved", in all workflows in use. */
const answerCodes = async (payload: Payload, model: OfficeModel): Promise<{ solved: string[]; notSolved: string[] }> => {
  const found = { solved: new Set<string>(), notSolved: new Set<string>() }
  for (const { current } of model.workflows.all) {
    const workflow: WorkflowDef | undefined = current ? await workflowVersion(payload, current) : undefined
    for (const transition of workflow?.transitions ?? []) {
      if (!workflow || !transition.actors.includes('reporter')) continue
      const { solved, notSolved } = offersOf(workflow, [{ transition }])
      if (solved) found.solved.add(solved.code)
      if (notSolved) found.notSolved.add(notSolved.code)
    }
  }
  return { solved: [...found.solved], notSolved: [...found.notSolved] }
}

/**
 * Rates as the field defines them: closed of those due to close, and in time of those due to close, by the clocks that ran
 * out in the period; "solved" of those reporters who said whether it is.
 */
const reckon = async (payload: Payload, model: OfficeModel): Promise<Figures> => {
  const until = now()
  const from = monthStart(model, until)
  const due: Where[] = [{ office: { equals: model.office.id } }, { clock: { equals: 'resolve' } }, { dueAt: { greater_than_equal: iso(from) } }, { dueAt: { less_than_equal: iso(until) } }]
  const clocks = (state?: Where) => countRows({ payload }, SLUG.clocks, { and: state ? [...due, state] : due })
  const codes = await answerCodes(payload, model)
  const said = (actions: string[]) =>
    countRows({ payload }, SLUG.events, { and: [{ office: { equals: model.office.id } }, { at: { greater_than_equal: iso(from) } }, { actorKind: { equals: 'reporter' } }, { action: { in: actions } }] })
  const [total, closed, inTime, solved, notSolved] = await Promise.all([
    clocks(), clocks({ state: { in: ['met', 'missed'] } }), clocks({ state: { equals: 'met' } }), said(codes.solved), said(codes.notSolved),
  ])
  const figures: Figure[] = [
    { kind: 'closed', done: closed, total },
    { kind: 'inTime', done: inTime, total },
    { kind: 'solved', done: solved, total: solved + notSolved },
  ]
  return { from, until, figures: figures.filter((figure) => figure.total > 0) }
}

const figuresOf = (payload: Payload, model: OfficeModel): Promise<Figures> => {
  const known = kept.get(model)
  if (known && Math.abs(now() - known.at) < KEPT_MS) return known.figures
  const figures = reckon(payload, model).catch((error: unknown) => {
    kept.delete(model)
    throw error
  })
  kept.set(model, { at: now(), figures })
  return figures
}

/** What was solved this month, for the home page; undefined while there is nothing to count. */
export const solvedThisMonth = async (payload: Payload, model: OfficeModel, lang: Lang) => {
  const { from, until, figures } = await figuresOf(payload, model)
  return figures.length > 0 ? { place: say(model.office.name, lang), from, until, figures, recent: [] } : undefined
}

import type { Payload, Where } from 'payload'
import { countRows } from '@/db/rows'
import { dayNumber, instantOf } from '@/domain/clocks/calendar'
import { localDate } from '@/domain/clocks'
import { pathRange } from '@/domain/grid'
import { publicShare, type PublicShare } from '@/domain/privacy/few'
import type { WorkflowDef } from '@/domain/workflow/types'
import { say, type Lang } from '@/domain/words'
import { now } from '@/lib/clock'
import { iso } from '@/services/matters/row'
import type { OfficeModel } from '@/services/structure/load'
import type { UnitRow } from '@/services/structure/rows'
import { workflowVersion } from '@/services/structure/versions'
import { SLUG } from '@/slugs'
import { offersOf } from '../track/offers'

type Figure = PublicShare & { kind: 'closed' | 'inTime' | 'solved' | 'here' }
type Figures = { from: number; until: number; figures: Figure[] }

/** Plain numbers may be some minutes old. */
const KEPT_MS = 5 * 60_000
const kept = new WeakMap<OfficeModel, { at: number; figures: Promise<Figures> }>()

/** A figure as far as it may be public: counts under 5 are not. */
const shown = (kind: Figure['kind'], done: number, total: number): Figure[] => {
  const share = publicShare({ done, total })
  return share ? [{ kind, ...share }] : []
}

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
  return { from, until, figures: [...shown('closed', closed, total), ...shown('inTime', inTime, total), ...shown('solved', solved, solved + notSolved)] }
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

/** Of what was reported in a unit this month, how much is closed; undefined while it is too little to be public. */
export const solvedHere = async (payload: Payload, model: OfficeModel, unit: UnitRow, lang: Lang) => {
  const until = now()
  const from = monthStart(model, until)
  const range = pathRange(unit.path)
  const here: Where[] = [{ office: { equals: model.office.id } }, { path: { greater_than_equal: range.from } }, { path: { less_than: range.below } }, { receivedAt: { greater_than_equal: iso(from) } }]
  const count = (more: Where[]) => countRows({ payload }, SLUG.matters, { and: [...here, ...more] })
  const [total, done] = await Promise.all([count([]), count([{ open: { equals: false } }])])
  const figures = shown('here', done, total)
  return figures.length > 0 ? { place: say(unit.name, lang), from, until, figures, recent: [] } : undefined
}

import type { Payload, PayloadRequest } from 'payload'
import { newId } from '@/db/ids'
import { insertRow, isNotUnique, updateRowIf } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { DomainError } from '@/domain/errors'
import { dueTimes, nextDues, type Due } from '@/domain/routines/cadence'
import type { RoutineDef } from '@/domain/routines/types'
import { now } from '@/lib/clock'
import { logger } from '@/lib/logger'
import { needModel, officeModel } from '@/services/structure/cache'
import type { OfficeModel } from '@/services/structure/load'
import { SLUG } from '@/slugs'
import { limitEnd } from './assign'
import type { Moment } from './fill'
import { openMatter, type Opening } from './openMatter'
import { openRound } from './openRound'
import { defOf, iso, ms, routinesOf, type RoutineRow, type RunRow } from './row'

/** The first moment after an instant at which a routine is due; undefined where its calendar holds none. */
export const nextAfter = (def: RoutineDef, model: OfficeModel, after: number): Due | undefined =>
  nextDues({ cadence: def.cadence, at: def.at, calendar: model.calendar, after, count: 1 })[0]

type Work = { opening: Opening; at: number }

type Result = Partial<RunRow> & { title: string }

const toMatter = async ({ opening }: Work, opens: Extract<RoutineDef['opens'], { kind: 'matter' }>): Promise<Result> => {
  const { title, matter, lead } = await openMatter(opening, opens)
  return { title, matter: matter.id, team: lead?.team ?? null, unit: lead?.unit ?? null, person: lead?.person ?? null }
}

const toRound = async ({ opening, at }: Work, opens: Extract<RoutineDef['opens'], { kind: 'round' }>): Promise<Result> => {
  const { title, total, lead } = await openRound(opening, opens)
  // A register without entries leaves nothing to be done.
  const end = total === 0 ? { state: 'done' as const, finishedAt: iso(at) } : {}
  return { title, total, done: 0, team: lead?.team ?? null, unit: lead?.unit ?? null, ...end }
}

const open = (work: Work): Promise<Result> => {
  const { opens } = work.opening.def
  return opens.kind === 'matter' ? toMatter(work, opens) : toRound(work, opens)
}

const columnsOf = (result: Result, { opening: { def, model }, at }: Work): Partial<RunRow> => {
  const end = limitEnd(def, at, model.calendar)
  return { state: 'opened', error: null, openedAt: iso(at), ...(end === undefined ? {} : { limitAt: iso(end) }), ...result }
}

const put = (payload: Payload, row: RoutineRow, next: Due | undefined) => withTransaction(payload, (req) => move(req, row, next))

type Claimed = { row: RoutineRow; def: RoutineDef; due: Moment; missed: number }

const claimOf = (model: OfficeModel, { row, def, due, missed }: Claimed) => ({
  id: newId(), office: model.office.id, routine: row.id, title: def.name.zh, dueAt: iso(due.at), missed, plan: { def, planned: due.planned },
})

const move = (req: PayloadRequest, row: RoutineRow, next: Due | undefined) =>
  // The next time is the portal's own remark: whoever has the routine open in the editor is not told that somebody changed it.
  updateRowIf(req, SLUG.routines, { and: [{ id: { equals: row.id } }, row.nextAt ? { nextAt: { equals: row.nextAt } } : { nextAt: { exists: false } }] }, { nextAt: next ? iso(next.at) : null, updatedAt: row.updatedAt })

/**
 * Claims a due moment and opens what it is for, in one transaction: the row of the run is unique for routine and moment, so it happens once, and what is
 * broken off in between never was and is taken up again.
 */
const claim = (payload: Payload, claimed: Claimed): Promise<'opened' | 'taken'> =>
  withTransaction(payload, async (req) => {
    const model = await needModel(req, claimed.row.office)
    const at = now()
    const row = claimOf(model, claimed)
    if ((await move(req, claimed.row, nextAfter(claimed.def, model, at))) === 0) return 'taken' as const
    await insertRow(req, SLUG.runs, { ...row, state: 'opened' })
    const work: Work = { opening: { req, model, def: claimed.def, routine: claimed.row.id, run: row.id, due: claimed.due, missed: claimed.missed }, at }
    await updateRowIf(req, SLUG.runs, { id: { equals: row.id } }, columnsOf(await open(work), work))
    return 'opened' as const
  })

/** What passes by itself is tried again at the next turn; anything else stays until somebody mends it. */
const PASSING: readonly string[] = ['busy', 'storageFull', 'unwritable']

const passes = (error: unknown): boolean => error instanceof DomainError && PASSING.includes(error.code)

/** What was wrong, as `code` and the fields it names: words are made of it where it is shown. */
export const faultOf = (error: unknown): string => {
  if (!(error instanceof DomainError)) return 'internal'
  return [error.code, ...(error.fields ?? []).map(({ field, code }) => `${field}:${code}`)].join(' ').slice(0, 300)
}

const keepFailed = (payload: Payload, claimed: Claimed, error: unknown): Promise<void> =>
  withTransaction(payload, async (req) => {
    const model = await needModel(req, claimed.row.office)
    if ((await move(req, claimed.row, nextAfter(claimed.def, model, now()))) === 0) return
    await insertRow(req, SLUG.runs, { ...claimOf(model, claimed), state: 'failed', error: faultOf(error) })
  })

const run = async (payload: Payload, claimed: Claimed): Promise<boolean> => {
  try {
    return (await claim(payload, claimed)) === 'opened'
  } catch (error) {
    if (isNotUnique(error)) {
      // It was opened at its moment already, as when its times were changed to and fro.
      await put(payload, claimed.row, nextAfter(claimed.def, await needModel(payload, claimed.row.office), now()))
      return false
    }
    if (passes(error)) {
      logger.warn({ err: error, routine: claimed.row.id }, 'a routine could not open now; it is tried again at the next turn')
      return false
    }
    logger.error({ err: error, routine: claimed.row.id }, 'a routine could not open what it is for')
    await keepFailed(payload, claimed, error)
    return false
  }
}

/** One routine at its turn: nothing before its time; after it, the latest of all that were due, once. */
const turn = async (payload: Payload, model: OfficeModel, row: RoutineRow): Promise<boolean> => {
  const def = defOf(row)
  if (!def) return false
  const [at, known] = [now(), ms(row.nextAt)]
  if (known === undefined || known > at) {
    // The calendar may have changed since the time was reckoned.
    const next = nextAfter(def, model, at)
    if (next?.at !== known) await put(payload, row, next)
    return false
  }
  const dues = dueTimes({ cadence: def.cadence, at: def.at, calendar: model.calendar, from: known, to: at + 1 })
  const latest = dues.at(-1)
  if (latest) return run(payload, { row, def, due: latest, missed: dues.length - 1 })
  await put(payload, row, nextAfter(def, model, at))
  return false
}

/**
 * Opens what is due of every routine that is on, each moment once. Moments missed while the portal was down are caught up by the latest of them, which
 * says how many others there were. Returns how many were opened.
 */
export const runRoutines = async (payload: Payload, stopping: () => boolean = () => false): Promise<number> => {
  const model = await officeModel(payload)
  if (!model) return 0
  let opened = 0
  for (const row of await routinesOf({ payload }, model.office.id)) {
    if (stopping()) break
    if (row.active === false) continue
    try {
      opened += Number(await turn(payload, model, row))
    } catch (error) {
      // One routine that cannot be read keeps no other from its turn.
      logger.error({ err: error, routine: row.id }, 'a routine could not be looked at')
    }
  }
  return opened
}

/** Tries a failed run once more, for the moment it was due. Errors: `conflict` where it did not fail or was tried meanwhile; those of opening. */
export const retryRun = (payload: Payload, row: RoutineRow, failed: RunRow): Promise<void> =>
  withTransaction(payload, async (req) => {
    const def = defOf(row)
    if (!def) throw new DomainError('invalid')
    const model = await needModel(req, row.office)
    const taken = await updateRowIf(req, SLUG.runs, { and: [{ id: { equals: failed.id } }, { state: { equals: 'failed' } }] }, { state: 'opened' })
    if (taken === 0) throw new DomainError('conflict')
    const due: Moment = { at: Date.parse(failed.dueAt), planned: failed.plan?.planned ?? failed.dueAt.slice(0, 10) }
    const work: Work = { opening: { req, model, def, routine: row.id, run: failed.id, due, missed: failed.missed ?? 0 }, at: now() }
    await updateRowIf(req, SLUG.runs, { id: { equals: failed.id } }, { ...columnsOf(await open(work), work), plan: { def, planned: due.planned } })
  })

import { createLocalReq, type Payload, type Where } from 'payload'
import { countRows, findRows } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import type { Calendar } from '@/domain/clocks'
import { DomainError } from '@/domain/errors'
import { now } from '@/lib/clock'
import { idOf } from '@/lib/idOf'
import { logger } from '@/lib/logger'
import { matterById } from '@/services/matters/find'
import { calendarShifts, recalculated, type CalendarChange } from '@/services/matters/recalculate'
import { saveMatter } from '@/services/matters/save'
import { loadOfficeModel, type OfficeModel } from '@/services/structure/load'
import { SLUG } from '@/slugs'
import type { TaskWork } from './taskWork'

const CHUNK = 100
const TRIES = 3

type One = { payload: Payload; model: OfficeModel; matter: string; change: CalendarChange }

const write = ({ payload, model, matter, change }: One): Promise<void> =>
  withTransaction(payload, async (req) => {
    const row = await matterById(req, matter)
    if (!row?.open) return
    const at = now()
    const shifts = await calendarShifts(req, { model, matter, now: at, change })
    if (shifts.length > 0) await saveMatter(recalculated({ req, model, matter: row, now: at, change, shifts }))
  })

const recompute = async (one: One): Promise<void> => {
  const { payload, ...asked } = one
  // Most clocks stay as they are: those are only looked at, and hold up nobody who writes.
  if ((await calendarShifts(await createLocalReq({}, payload), { ...asked, now: now() })).length === 0) return
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await write(one)
    } catch (error) {
      // A person wrote to the matter in this moment; it is read again.
      if (!(error instanceof DomainError && error.code === 'conflict') || attempt >= TRIES) throw error
    }
  }
}

/** One after the other, each in a short transaction of its own. A matter that fails keeps no other from it. */
const recomputeAll = async (payload: Payload, matters: { id: string }[], shared: Pick<One, 'model' | 'change'>): Promise<string | undefined> => {
  let fault: string | undefined
  for (const { id } of matters) {
    try {
      await recompute({ payload, matter: id, ...shared })
    } catch (error) {
      logger.error({ err: error, matter: id }, 'the clocks of a matter could not be computed again')
      fault = error instanceof Error ? error.message : 'failed'
    }
  }
  return fault
}

/** Computes open clocks again after a change of the calendar, a stretch of matters at a time (decisions.md 8). */
export const reclock: TaskWork = async ({ payload, task }) => {
  const office = idOf(task.office) ?? ''
  // Read anew, not from what this process remembers: the task follows from a change that must be in it.
  const model = await loadOfficeModel(payload, office)
  const before = (task.input as { before?: Calendar } | null)?.before
  if (!model || !before) return { done: task.done, finished: true }
  const open: Where[] = [{ office: { equals: office } }, { open: { equals: true } }]
  const total = task.total ?? (await countRows({ payload }, SLUG.matters, { and: open }))
  const matters = await findRows({ payload }, SLUG.matters, { where: { and: [...open, ...(task.cursor ? [{ id: { greater_than: task.cursor } }] : [])] }, sort: 'id', limit: CHUNK, select: { office: true } })
  const change: CalendarChange = { task: task.id, before, since: Date.parse(task.requestedAt) }
  const fault = await recomputeAll(payload, matters, { model, change })
  return { done: task.done + matters.length, total, cursor: matters.at(-1)?.id, fault, finished: matters.length < CHUNK }
}

import type { PayloadRequest, Where } from 'payload'
import { countRows, findRows, updateRowIf } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { DomainError } from '@/domain/errors'
import { now } from '@/lib/clock'
import type { Outbox } from '@/payload-types'
import { appendAudit } from '@/services/audit/append'
import type { Desk } from '@/services/desk/desk'
import { deadOnes } from '@/services/webhooks/view'
import { SLUG } from '@/slugs'
import { iso, toHook } from './due'

/** A message that was given up: what it told of, to whom, how often it was tried and why it did not arrive. Never its words. */
export type DeadLine = { id: string; event: string; number?: string; target?: string; tries: number; fault: string; status?: number; queuedAt: number; firstTriedAt?: number; deadAt: number }

export type DeadView = { lines: DeadLine[]; count: number }

const SHOWN = 100
/** Rows changed in one transaction: while it runs, nobody else writes. */
const AT_ONCE = 200
const SHORTEST_REASON = 2
const LONGEST_REASON = 500

const own = ({ viewer }: Desk): Where => ({ and: [{ office: { equals: viewer.office } }, deadOnes] })

const told = (payload: unknown): { event?: string; number?: string } => {
  if (typeof payload !== 'object' || payload === null) return {}
  const { event, matter } = payload as { event?: unknown; matter?: { number?: unknown } }
  return { ...(typeof event === 'string' ? { event } : {}), ...(typeof matter?.number === 'string' ? { number: matter.number } : {}) }
}

const lineOf = ({ id, kind, payload, target, tries, error, answer, createdAt, firstTriedAt, deadAt }: Outbox): DeadLine => {
  const { event, number } = told(payload)
  return {
    id, event: event ?? kind, ...(number ? { number } : {}), ...(target ? { target } : {}), tries: tries ?? 0, fault: error ?? '', ...(answer ? { status: answer } : {}),
    queuedAt: Date.parse(createdAt), ...(firstTriedAt ? { firstTriedAt: Date.parse(firstTriedAt) } : {}), deadAt: Date.parse(deadAt ?? createdAt),
  }
}

/** Messages that were given up, the oldest first, and how many there are. */
export const deadView = async (desk: Desk): Promise<DeadView> => {
  const rows = await findRows({ payload: desk.payload }, SLUG.outbox, { where: own(desk), sort: 'id', limit: SHOWN })
  return { lines: rows.map(lineOf), count: await countRows({ payload: desk.payload }, SLUG.outbox, own(desk)) }
}

/** One message, or all of one target. */
export type Which = { id: string } | { target: string }

const whichOf = (desk: Desk, which: Which): Where => ({ and: [own(desk), 'id' in which ? { id: { equals: which.id } } : toHook(which.target)] })

type Change = { desk: Desk; which: Which; action: string; detail: Record<string, unknown>; data: Partial<Outbox> }

const changeSome = ({ desk, which, action, detail, data }: Change): Promise<number> =>
  withTransaction(desk.payload, async (req: PayloadRequest) => {
    const rows = await findRows(req, SLUG.outbox, { where: whichOf(desk, which), sort: 'id', limit: AT_ONCE, select: { kind: true } })
    let n = 0
    for (const { id } of rows) n += await updateRowIf(req, SLUG.outbox, { and: [{ id: { equals: id } }, deadOnes] }, data)
    if (n === 0) return 0
    await appendAudit(req, { office: desk.viewer.office, action, actor: { kind: 'staff', id: desk.me.id, name: desk.me.name }, targetKind: SLUG.outbox, target: 'id' in which ? which.id : which.target, detail: { n, ...detail }, address: desk.acting.address })
    return n
  })

const changeAll = async (change: Change): Promise<{ n: number }> => {
  if (!change.desk.holds('settings.edit')) throw new DomainError('notAllowed')
  let all = 0
  for (let n = AT_ONCE; n === AT_ONCE;) {
    n = await changeSome(change)
    all += n
  }
  if (all === 0) throw new DomainError('conflict')
  return { n: all }
}

/** Has messages that were given up sent again, from the first try on, under the same key. Errors: `notAllowed`; `conflict` when none is dead any more. */
export const sendAgain = (desk: Desk, which: Which): Promise<{ n: number }> =>
  changeAll({ desk, which, action: 'outbox.sendAgain', detail: {}, data: { deadAt: null, tries: 0, claim: null, dueAt: iso(now()) } })

/** Lets messages go for good, for a reason that is kept. Errors: `notAllowed`; `invalid` without a reason; `conflict` when none is dead any more. */
export const letGo = async (desk: Desk, which: Which, given: unknown): Promise<{ n: number }> => {
  const reason = typeof given === 'string' ? given.trim().slice(0, LONGEST_REASON) : ''
  if (reason.length < SHORTEST_REASON) throw new DomainError('invalid', {}, [{ field: 'reason', code: 'required' }])
  return changeAll({ desk, which, action: 'outbox.letGo', detail: {}, data: { endedAt: iso(now()), endedWhy: reason, endedBy: desk.me.id } })
}

import type { Where } from 'payload'
import { countRows, findRow, findRows } from '@/db/rows'
import type { OutEvent } from '@/domain/outgoing/events'
import { DomainError } from '@/domain/errors'
import type { RowRequest } from '@/db/rows'
import type { Webhook } from '@/payload-types'
import type { Desk } from '@/services/desk/desk'
import { toHook, waiting } from '@/services/outbox/due'
import { SLUG } from '@/slugs'
import { eventsOf } from './known'

/** A hook as its editor shows it: everything but its secret. Times are epoch milliseconds. `waiting`: messages on their way; `dead`: given up. */
export type HookLine = {
  id: string; revision: number; name: string; address: string; events: OutEvent[]; active: boolean
  secretAt?: number; lastSentAt?: number; lastFaultAt?: number; lastFault?: string
  waiting: number; dead: number
}

export const deadOnes: Where = { and: [{ deadAt: { exists: true } }, { endedAt: { exists: false } }, { sentAt: { exists: false } }] }

const when = (name: string, value: string | null | undefined) => (value ? { [name]: Date.parse(value) } : {})

const lineOf = async ({ payload, holds }: Desk, row: Webhook): Promise<HookLine> => ({
  // Path and query of an address may be a password of their kind.
  id: row.id, revision: row.revision, name: row.name, address: holds('settings.edit') ? row.address : new URL(row.address).origin, events: eventsOf(row), active: row.active === true,
  ...when('secretAt', row.secretAt), ...when('lastSentAt', row.lastSentAt), ...when('lastFaultAt', row.lastFaultAt), ...(row.lastFault ? { lastFault: row.lastFault } : {}),
  waiting: await countRows({ payload }, SLUG.outbox, { and: [waiting, toHook(row.id)] }),
  dead: await countRows({ payload }, SLUG.outbox, { and: [deadOnes, toHook(row.id)] }),
})

/** All hooks of the office, by name. */
export const hookLines = async (desk: Desk): Promise<HookLine[]> => {
  const { payload, viewer } = desk
  const rows = await findRows({ payload }, SLUG.webhooks, { where: { office: { equals: viewer.office } }, sort: ['name', 'id'] })
  const lines: HookLine[] = []
  for (const row of rows) lines.push(await lineOf(desk, row))
  return lines
}

/** A hook of the person's own office. Errors: `notFound`. */
export const hookOf = async (req: RowRequest, { viewer }: Desk, id: string): Promise<Webhook> => {
  const row = await findRow(req, SLUG.webhooks, { where: { and: [{ id: { equals: id } }, { office: { equals: viewer.office } }] } })
  if (!row) throw new DomainError('notFound')
  return row
}

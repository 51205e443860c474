import type { PayloadRequest } from 'payload'
import { newId } from '@/db/ids'
import { insertRow, updateRowIf, type RowChange } from '@/db/rows'
import { afterCommit, withTransaction } from '@/db/transaction'
import { DomainError, type FieldError } from '@/domain/errors'
import { ownPath } from '@/domain/href'
import { cleanLine } from '@/domain/matter/text'
import { alertState, MOST_WORDS, windowFault } from '@/domain/publishing/alert'
import { now } from '@/lib/clock'
import { appendAudit } from '@/services/audit/append'
import type { Desk } from '@/services/desk/desk'
import { forgetPages } from '@/services/site/pages/forget'
import { SLUG } from '@/slugs'
import { alertRows, type AlertRow } from './row'

type Who = Pick<Desk, 'payload' | 'viewer' | 'me' | 'acting' | 'holds'>

const iso = (at: number): string => new Date(at).toISOString()

const needRight = ({ holds }: Who): void => {
  if (!holds('alert.publish')) throw new DomainError('notAllowed')
}

export type NewAlert = { zh: string; en?: string | undefined; path?: string | undefined; from?: number | undefined; until: number | undefined }

const faultsOf = ({ zh, en = '', path, from, until }: NewAlert, at: number): FieldError[] => {
  const window = windowFault({ from: from ?? at, until }, at)
  return [
    ...(zh === '' ? [{ field: 'zh', code: 'required' }] : []),
    ...([['zh', zh], ['en', en]] as const).filter(([, text]) => text.length > MOST_WORDS).map(([field]) => ({ field, code: 'tooLong' })),
    ...(path && ownPath(path) === undefined ? [{ field: 'path', code: 'format' }] : []),
    ...(window ? [{ field: 'until', code: window }] : []),
  ]
}

/** In one transaction with its record; every page that was kept is made anew after it. */
const written = (who: Who, action: string, work: (req: PayloadRequest) => Promise<{ id: string; detail: Record<string, unknown> }>): Promise<string> =>
  withTransaction(who.payload, async (req) => {
    const { id, detail } = await work(req)
    await appendAudit(req, { office: who.viewer.office, action, actor: { kind: 'staff', id: who.me.id, name: who.me.name }, targetKind: SLUG.alerts, target: id, detail, address: who.acting.address })
    await afterCommit(req, forgetPages)
    return id
  })

/**
 * Puts an alert above every page, at once or from `from` on. One right, one step, no review: it must be out before anybody could have looked it over,
 * and the record says who answers for it. Errors: `notAllowed`; `invalid` with fields.
 */
export const startAlert = async (who: Who, given: NewAlert): Promise<string> => {
  needRight(who)
  const at = now()
  const alert = { ...given, zh: cleanLine(given.zh), en: cleanLine(given.en ?? ''), path: given.path?.trim() }
  const fields = faultsOf(alert, at)
  if (fields.length > 0) throw new DomainError('invalid', {}, fields)
  const id = newId()
  return written(who, 'alert.start', async (req) => {
    await insertRow(req, SLUG.alerts, {
      id, office: who.viewer.office, zh: alert.zh, ...(alert.en ? { en: alert.en } : {}), ...(alert.path ? { path: alert.path } : {}), from: iso(alert.from ?? at), until: iso(alert.until ?? at), startedBy: who.me.id, revision: 1,
    })
    return { id, detail: { from: iso(alert.from ?? at), until: iso(alert.until ?? at) } }
  })
}

const found = async (who: Who, id: string): Promise<AlertRow> => {
  const [row] = await alertRows({ payload: who.payload }, { office: who.viewer.office, where: { id: { equals: id } } })
  if (!row) throw new DomainError('notFound')
  return row
}

const change = (who: Who, { id, revision }: AlertRow, args: { action: string; data: RowChange<typeof SLUG.alerts>; detail: Record<string, unknown> }): Promise<string> =>
  written(who, args.action, async (req) => {
    const moved = await updateRowIf(req, SLUG.alerts, { and: [{ id: { equals: id } }, { revision: { equals: revision } }] }, { ...args.data, revision: revision + 1 })
    if (moved !== 1) throw new DomainError('conflict')
    return { id, detail: args.detail }
  })

/** Takes an alert down, or one that was to come back. A second click changes nothing. Errors: `notAllowed`, `notFound`. */
export const endAlert = async (who: Who, id: string): Promise<void> => {
  needRight(who)
  const row = await found(who, id)
  if (alertState(row, now()) === 'over') return
  await change(who, row, { action: 'alert.end', data: { endedAt: iso(now()), endedBy: who.me.id }, detail: {} })
}

/** Lets an alert stand longer, seven days from now at most. Errors: `notAllowed`, `notFound`; `illegalStep` for one that is over; `invalid` with fields; `conflict`. */
export const extendAlert = async (who: Who, id: string, until: number | undefined): Promise<void> => {
  needRight(who)
  const row = await found(who, id)
  if (alertState(row, now()) === 'over') throw new DomainError('illegalStep')
  const fault = windowFault({ from: row.from, until }, now())
  if (fault) throw new DomainError('invalid', {}, [{ field: 'until', code: fault }])
  await change(who, row, { action: 'alert.extend', data: { until: iso(until ?? 0) }, detail: { until: iso(until ?? 0) } })
}

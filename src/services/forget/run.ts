import type { Payload, PayloadRequest, Where } from 'payload'
import { newId } from '@/db/ids'
import { purgeErased } from '@/db/purge'
import { findRow, insertRow, updateRowIf } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { DomainError } from '@/domain/errors'
import { now } from '@/lib/clock'
import { idOf } from '@/lib/idOf'
import { logger } from '@/lib/logger'
import type { ErasureRun } from '@/payload-types'
import { appendAudit } from '@/services/audit/append'
import { iso } from '@/services/matters/row'
import { needModel } from '@/services/structure/cache'
import type { OfficeModel } from '@/services/structure/load'
import { SLUG } from '@/slugs'
import { allDue, stillDue, type Due } from './due'
import { forgetEntry } from './entry'
import { firstDigest, nextDigest } from './facts'
import { forgetMatter } from './matter'
import { planOf } from './plan'
import { rulesDigest, type Rule } from './rules'
import { leaveTombstone } from './tombstone'

/** A run whose process was killed is taken up again after this. */
const LEASE_MS = 10 * 60_000

export type StartedBy = { id: string; name: string; address?: string }

export const runningRun = (payload: Payload, office: string): Promise<ErasureRun | undefined> =>
  findRow({ payload }, SLUG.erasures, { where: { and: [{ office: { equals: office } }, { state: { equals: 'running' } }] }, sort: 'id' })

type Starting = { payload: Payload; model: OfficeModel; by?: StartedBy; /** The digest of the list that the person saw; a run by itself has seen none. */ seen?: string }

const auditOf = (by: StartedBy | undefined) => (by ? { actor: { kind: 'staff' as const, id: by.id, name: by.name }, address: by.address } : { actor: { kind: 'system' as const, id: 'forget' } })

/**
 * Opens a run over what is due now: its rules and the digest of its list are kept before anything goes. Returns undefined where nothing is due.
 * Errors: `conflict` while another run is under way, or when the list is no longer the one that was seen.
 */
export const startRun = async ({ payload, model, by, seen }: Starting): Promise<string | undefined> => {
  const at = now()
  const plan = await planOf(payload, model, at)
  if (seen !== undefined && seen !== plan.digest) throw new DomainError('conflict', { why: 'listChanged' })
  if (plan.due === 0) return undefined
  return withTransaction(payload, async (req) => {
    if (await runningRun(payload, model.office.id)) throw new DomainError('conflict', { why: 'running' })
    const id = newId()
    const rules = plan.rules.map(({ kind, code, name, days, mode, version }) => ({ kind, code, name, days, mode, ...(version === undefined ? {} : { version }) }))
    await insertRow(req, SLUG.erasures, {
      id, office: model.office.id, state: 'running', startedAt: iso(at), startedBy: by?.id, rules, rulesDigest: rulesDigest(plan.rules), planned: plan.due, plannedDigest: plan.digest,
      deleted: 0, anonymised: 0, photos: 0, held: plan.held, failed: 0, digest: firstDigest(plan.digest),
    })
    await appendAudit(req, { office: model.office.id, action: 'retention.start', ...auditOf(by), targetKind: SLUG.erasures, target: id, detail: { planned: plan.due, digest: plan.digest } })
    return id
  })
}

type Working = { payload: Payload; office: string; run: string; startedAt: number }

const runRow = async (req: Pick<PayloadRequest, 'payload'>, id: string): Promise<ErasureRun> => {
  const row = await findRow(req, SLUG.erasures, { where: { id: { equals: id } } })
  if (!row) throw new DomainError('notFound')
  return row
}

const forget = async (req: PayloadRequest, model: OfficeModel, due: Due, at: number): Promise<number> =>
  due.kind === 'matter' ? forgetMatter({ req, model, matter: due.row, mode: due.rule.mode, at }) : forgetEntry({ req, entry: due.row, mode: due.rule.mode, at })

/** One thing goes, its mark stays and the certificate counts it, all in one transaction: whenever the process is killed, the certificate is true. */
const forgetOne = ({ payload, office, run, startedAt }: Working, due: Due): Promise<void> =>
  withTransaction(payload, async (req) => {
    const found = await stillDue({ req, office, now: startedAt }, due)
    if (!found) return
    const [model, at, row] = [await needModel(req, office), now(), await runRow(req, run)]
    const facts = await leaveTombstone({ req, model, due: found, run, at })
    const photos = await forget(req, model, found, at)
    const digest = nextDigest(row.digest, facts)
    const field = found.rule.mode === 'delete' ? 'deleted' : 'anonymised'
    await updateRowIf(req, SLUG.erasures, { id: { equals: run } }, { [field]: row[field] + 1, photos: row.photos + photos, digest, claimedAt: iso(at) })
    await appendAudit(req, { office, action: 'retention.forget', actor: { kind: 'system', id: 'forget' }, targetKind: found.kind === 'matter' ? SLUG.matters : SLUG.entries, target: found.row.id, detail: { code: facts.code, mode: found.rule.mode } })
  })

const finish = async ({ payload, office, run }: Working, failed: number): Promise<void> => {
  await withTransaction(payload, async (req) => {
    const row = await runRow(req, run)
    if ((await updateRowIf(req, SLUG.erasures, { and: [{ id: { equals: run } }, { state: { equals: 'running' } }] }, { state: 'done', finishedAt: iso(now()), failed, claim: null })) !== 1) return
    await appendAudit(req, {
      office, action: 'retention.finish', actor: { kind: 'system', id: 'forget' }, targetKind: SLUG.erasures, target: run, detail: { deleted: row.deleted, anonymised: row.anonymised, failed, digest: row.digest },
    })
  })
  await purgeErased(payload)
}

const claimed = async (payload: Payload, run: ErasureRun): Promise<boolean> => {
  const free: Where = { or: [{ claim: { exists: false } }, { claimedAt: { less_than: iso(now() - LEASE_MS) } }] }
  return (await updateRowIf({ payload }, SLUG.erasures, { and: [{ id: { equals: run.id } }, { state: { equals: 'running' } }, free] }, { claim: newId(), claimedAt: iso(now()) })) === 1
}

/** The rules a run began with; what changed since waits for the next. */
const rulesOf = (run: ErasureRun, model: OfficeModel): Rule[] =>
  (run.rules as Omit<Rule, 'id'>[]).flatMap((rule) => {
    const id = (rule.kind === 'matter' ? model.types : model.registers).byCode.get(rule.code)?.id
    return id ? [{ ...rule, id }] : []
  })

/** One that somebody writes in this moment keeps no other from it; the next run finds it again. */
const attempt = async (working: Working, due: Due): Promise<boolean> => {
  try {
    await forgetOne(working, due)
    return true
  } catch (error) {
    logger.error({ err: error, target: due.row.id }, 'something whose time is over could not be forgotten')
    return false
  }
}

/** Goes on with a run until everything of it is done, or the process stops: then it is free for the next turn. Returns how many went in this turn. */
export const continueRun = async (payload: Payload, run: ErasureRun, stopping: () => boolean = () => false): Promise<number> => {
  if (!(await claimed(payload, run))) return 0
  const office = idOf(run.office) ?? ''
  const working: Working = { payload, office, run: run.id, startedAt: Date.parse(run.startedAt) }
  const left = run.planned - run.deleted - run.anonymised
  let [gone, failed] = [0, 0]
  for await (const due of allDue({ req: { payload }, office, now: working.startedAt }, rulesOf(run, await needModel(payload, office)))) {
    if (stopping() || gone >= left) break
    if (due.held) continue
    if (await attempt(working, due)) gone += 1
    else failed += 1
  }
  if (stopping()) await updateRowIf({ payload }, SLUG.erasures, { id: { equals: run.id } }, { claim: null })
  else await finish(working, failed)
  return gone
}

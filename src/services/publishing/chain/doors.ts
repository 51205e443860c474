import { APIError, type PayloadRequest } from 'payload'
import { findRow } from '@/db/rows'
import { move, type Act } from '@/domain/publishing/chain'
import { t, type KeyUnder } from '@/i18n'
import { idOf } from '@/lib/idOf'
import { langOf } from '@/lib/langOf'
import { appendAudit } from '@/services/audit/append'
import { actorOf } from '@/services/structure/changeSet'
import { SLUG } from '@/slugs'
import { contentOf, digestOf, newestEdition } from './content'
import { chainOf, needChain, saveChain, writeStep, type ChainRow } from './row'

type Row = Record<string, unknown>

const BEFORE = (id: string): string => `notice before ${id}`

const refuse = (req: PayloadRequest, key: KeyUnder<'publishing.refused'>): APIError<null> => new APIError<null>(t(langOf(req), `publishing.refused.${key}`), 409, null, true)

/** Remembers what a notice said before a save. */
export const rememberEdition = async (req: PayloadRequest, id: string): Promise<void> => {
  const before = await newestEdition(req, id)
  if (before) req.context[BEFORE(id)] = digestOf(before)
}

/** How many reviews a column wants. */
export const levelsOf = async (req: PayloadRequest, column: unknown): Promise<number> => {
  const id = idOf(column)
  const row = id ? await findRow(req, SLUG.columns, { where: { id: { equals: id } } }) : undefined
  return row?.reviews?.length ?? 0
}

/** The act of the chain that the portal's own service is doing through this save, if any. */
const actOf = (req: PayloadRequest): Act | undefined => req.context.chainAct as Act | undefined

const isCleared = (chain: ChainRow | undefined): boolean => chain?.step === 'approved' || chain?.step === 'scheduled'

/** Nothing is under way and something is out: its place may be changed, its text may not. */
const isSettled = (chain: ChainRow | undefined, stored: Row | undefined): boolean => (chain ? chain.step === 'done' && (chain.live === 'published' || chain.live === 'expired') : stored?._status === 'published')

type Save = { id: string | undefined; data: Row; status: unknown; column: unknown }

const refuseOut = async (req: PayloadRequest, { id, column }: Pick<Save, 'id' | 'column'>, stored: Row | undefined): Promise<void> => {
  const chain = id ? await chainOf(req, id) : undefined
  if (isCleared(chain) || isSettled(chain, stored)) return
  if (chain?.step === 'review') throw refuse(req, 'inReview')
  if ((await levelsOf(req, column)) > 0) throw refuse(req, 'needsReviews')
}

const storedOf = async (req: PayloadRequest, id: string | undefined): Promise<Row | undefined> =>
  id ? ((await findRow(req, SLUG.notices, { where: { id: { equals: id } } })) as unknown as Row | undefined) : undefined

/**
 * Refuses a save of a person that would put out what was not reviewed, or take in what is out, apart from the chain. The portal's own code has no
 * user and answers for itself. Errors: 409 in the person's language.
 */
export const refuseOutOfTurn = async (req: PayloadRequest, { id, status, column }: Save): Promise<void> => {
  if (!req.user) return
  const stored = await storedOf(req, id)
  if (status === 'published') return refuseOut(req, { id, column }, stored)
  if (stored?._status === 'published' && actOf(req) !== 'withdraw') throw refuse(req, 'takeIn')
}

const person = (req: PayloadRequest) => ({ person: req.user ? String(req.user.id) : null, personName: String(req.user?.name ?? '') })

const audited = (req: PayloadRequest, chain: ChainRow, action: string, detail: Record<string, unknown> = {}): Promise<void> =>
  appendAudit(req, { office: chain.office, action, actor: actorOf(req), targetKind: SLUG.notices, target: chain.notice, detail: { code: chain.code, ...detail } })

type Edition = { chain: ChainRow; row: Row; before: string | undefined; after: string }

/** Whether what came out is what was read. Errors: 409. */
const checkOut = async (req: PayloadRequest, { chain, row, after }: Edition): Promise<void> => {
  if (!isCleared(chain)) {
    if ((await levelsOf(req, row.column)) > 0) throw refuse(req, 'needsReviews')
  } else if (chain.levels > 0 && chain.digest !== after) throw refuse(req, 'changed')
}

/** It came out. What was cleared must be what was read; where nothing was under way only its place may have changed. */
const settleOut = async (req: PayloadRequest, edition: Edition): Promise<void> => {
  const { chain, row, before, after } = edition
  if (!isCleared(chain) && isSettled(chain, row) && before === after) return
  await checkOut(req, edition)
  const next = move({ ...chain, step: 'approved' }, 'publish') ?? chain
  const validUntil = typeof row.validUntil === 'string' ? row.validUntil : null
  const saved = await saveChain(req, chain, { ...next, code: String(row.code), writers: [], submitted: null, publishAt: null, validUntil, digest: after, firstPublishedAt: chain.firstPublishedAt ?? String(row.publishedAt), remindedAt: null })
  await writeStep(req, saved, { act: 'publish', round: chain.round, level: 0, ...person(req), digest: after, content: contentOf(row) })
  await audited(req, saved, 'notice.publish', { number: row.number ?? null, round: chain.round })
}

const writersAfter = (req: PayloadRequest, { writers }: ChainRow): string[] => (req.user ? [...new Set([...writers, String(req.user.id)])] : writers)

/** It was written on. Reviews that were given hold no more, and the records say so. */
const settleDraft = async (req: PayloadRequest, { chain, row, before, after }: Edition): Promise<void> => {
  if (before === after) return
  const voided = chain.step === 'review' || isCleared(chain)
  const next = move(chain, 'edit') ?? chain
  const saved = await saveChain(req, chain, { ...next, code: String(row.code), writers: writersAfter(req, chain), publishAt: null })
  if (voided) {
    await writeStep(req, saved, { act: 'edit', round: chain.round, level: chain.level, ...person(req), digest: after })
    await audited(req, saved, 'notice.reviewsVoid', { round: chain.round })
  }
}

/** Tells the chain of a save. Errors: 409 when something else came out than was reviewed; the save is then undone with its transaction. */
export const settleEdition = async (req: PayloadRequest, id: string, draft: boolean): Promise<void> => {
  const act = actOf(req)
  if (act && act !== 'publish') return
  if (!req.user && !act) return
  const row = await newestEdition(req, id)
  if (!row) return
  const edition: Edition = { chain: await needChain(req, id), row, before: req.context[BEFORE(id)] as string | undefined, after: digestOf(row) }
  await (!draft && row._status === 'published' ? settleOut(req, edition) : settleDraft(req, edition))
}

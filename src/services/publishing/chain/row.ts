import type { PayloadRequest } from 'payload'
import { newId } from '@/db/ids'
import { findRow, findRows, insertRow, updateRowIf, type RowRequest } from '@/db/rows'
import { DomainError } from '@/domain/errors'
import { freshChain, type Act, type Chain } from '@/domain/publishing/chain'
import { idOf } from '@/lib/idOf'
import { now } from '@/lib/clock'
import { SLUG } from '@/slugs'

type Row = Record<string, unknown>

/** Where a notice stands, with what the portal keeps beside. Times are ISO. */
export type ChainRow = Chain & {
  id: string; office: string; notice: string; code: string; revision: number; digest: string | null; writers: string[]; submitted: Row | null
  publishAt: string | null; validUntil: string | null; firstPublishedAt: string | null; remindedAt: string | null; changedAt: string
}

export const iso = (at: number): string => new Date(at).toISOString()

const stringsIn = (value: unknown): string[] => (Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [])

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const rowOf = (stored: Row): ChainRow => ({
  id: String(stored.id), office: idOf(stored.office) ?? '', notice: String(stored.notice), code: textOf(stored.code) ?? '', revision: Number(stored.revision),
  step: stored.step as Chain['step'], live: stored.live as Chain['live'], level: Number(stored.level), levels: Number(stored.levels), round: Number(stored.round),
  digest: textOf(stored.digest), writers: stringsIn(stored.writers), submitted: (stored.submitted as Row | null) ?? null, publishAt: textOf(stored.publishAt), validUntil: textOf(stored.validUntil),
  firstPublishedAt: textOf(stored.firstPublishedAt), remindedAt: textOf(stored.remindedAt), changedAt: textOf(stored.changedAt) ?? iso(0),
})

export const chainsWhere = async (req: RowRequest, where: NonNullable<Parameters<typeof findRows>[2]>['where'], more: { sort?: string[]; limit?: number } = {}): Promise<ChainRow[]> =>
  (await findRows(req, SLUG.chains, { where, ...more })).map((row) => rowOf(row as unknown as Row))

export const chainOf = async (req: RowRequest, notice: string): Promise<ChainRow | undefined> => (await chainsWhere(req, { notice: { equals: notice } }, { limit: 1 }))[0]

/** The row as it begins for a notice that was there before rows were kept, or that a package brought. */
const begun = (notice: Row): Omit<ChainRow, 'id'> => ({
  ...freshChain(notice._status === 'published' ? 'published' : 'none'), office: idOf(notice.office) ?? '', notice: String(notice.id), code: String(notice.code), revision: 0, digest: null, writers: [], submitted: null,
  publishAt: null, validUntil: textOf(notice.validUntil), firstPublishedAt: textOf(notice.publishedAt), remindedAt: null, changedAt: iso(now()),
})

/** The chain of a notice, begun when there is none yet. Inside the caller's transaction. Errors: `notFound`. */
export const needChain = async (req: PayloadRequest, notice: string): Promise<ChainRow> => {
  const known = await chainOf(req, notice)
  if (known) return known
  const row = await findRow(req, SLUG.notices, { where: { id: { equals: notice } } })
  if (!row) throw new DomainError('notFound')
  const fresh = { id: newId(), ...begun(row as unknown as Row) }
  await insertRow(req, SLUG.chains, fresh as never)
  return fresh
}

/** Writes where the notice stands now, if it still stands where it was read. Errors: `conflict`. */
export const saveChain = async (req: PayloadRequest, before: ChainRow, change: Partial<ChainRow>): Promise<ChainRow> => {
  const next = { ...change, revision: before.revision + 1, changedAt: iso(now()) }
  const moved = await updateRowIf(req, SLUG.chains, { and: [{ id: { equals: before.id } }, { revision: { equals: before.revision } }] }, next as never)
  if (moved !== 1) throw new DomainError('conflict', { step: before.step, live: before.live })
  return { ...before, ...next }
}

export type StepRow = {
  id: string; notice: string; act: Act | 'override'; round: number; level: number; person: string | null; personName: string; note: string; at: number; digest: string | null; content: Row | null; findings: unknown
}

const stepOf = (stored: Row): StepRow => ({
  id: String(stored.id), notice: String(stored.notice), act: stored.act as StepRow['act'], round: Number(stored.round), level: Number(stored.level), person: idOf(stored.person) ?? null,
  personName: textOf(stored.personName) ?? '', note: textOf(stored.note) ?? '', at: Date.parse(String(stored.at)), digest: textOf(stored.digest), content: (stored.content as Row | null) ?? null, findings: stored.findings ?? null,
})

/** Everything that was done with a notice, the oldest first. */
export const stepsOf = async (req: RowRequest, notice: string): Promise<StepRow[]> =>
  (await findRows(req, SLUG.steps, { where: { notice: { equals: notice } }, sort: ['at', 'id'] })).map((row) => stepOf(row as unknown as Row))

export type NewStep = Pick<StepRow, 'act' | 'round' | 'level'> & Partial<Pick<StepRow, 'person' | 'personName' | 'note' | 'digest' | 'content' | 'findings'>>

export const writeStep = async (req: PayloadRequest, { office, notice }: ChainRow, step: NewStep): Promise<void> => {
  await insertRow(req, SLUG.steps, { id: newId(), office, notice, at: iso(now()), ...step } as never)
}

/** Who approved a review of the round under way. */
export const reviewersIn = (steps: readonly StepRow[], round: number): string[] => steps.filter(({ act, round: of }) => act === 'approve' && of === round).flatMap(({ person }) => person ?? [])

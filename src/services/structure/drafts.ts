import type { PayloadRequest, Where } from 'payload'
import { findRow, findRows } from '@/db/rows'
import { canonical } from '@/domain/canonical'
import { DomainError } from '@/domain/errors'
import type { DefinitionIssue } from '@/domain/package/issue'
import type { DefinitionKind } from '@/domain/package/definitions'
import { definitionProblems, definitionShape } from '@/domain/package/definitionProblems'
import { say, type Words } from '@/domain/words'
import { idOf } from '@/lib/idOf'
import { wordsOf } from '@/lib/wordsOf'
import type { Desk } from '@/services/desk/desk'
import { SLUG, type Slug } from '@/slugs'
import { publishDefinition, type Published } from './publish'
import { issueText, publishIssues } from './publishCheck'
import { saveRow } from './saveRow'

/** The collection that holds the drafts of a kind. */
export const DRAFTS: Record<DefinitionKind, Slug> = { form: SLUG.forms, workflow: SLUG.workflows, limits: SLUG.limits, routing: SLUG.routing, register: SLUG.registers }

type Stored = { id: string; code: string; name: unknown; office: unknown; definition: unknown; current?: unknown; currentNumber?: number | null; publishedAt?: string | null; updatedAt: string }

export type VersionLine = { id: string; number: number; at: string; by?: string; reason?: string }

/** A definition as its editor shows it. `D` is the kind's definition. */
export type DraftView<D> = {
  id: string
  kind: DefinitionKind
  code: string
  name: Words
  definition: D
  /** When the draft was last kept; sent back when it is saved, so that nobody overwrites another's work unseen. */
  seen: string
  current?: { number: number; at: string; definition: D }
  /** Whether the draft differs from the version in force. */
  changed: boolean
  versions: VersionLine[]
  /** What stands in the way of publishing, in words. */
  issues: { severity: DefinitionIssue['severity']; path: string; /** Where and what. */ text: string; code: string; /** What alone, for editors that show it in its place. */ what: string; /** Of refused questions: why, and what to ask instead. */ why?: string; instead?: string; /** As the check gave them. */ params?: Record<string, unknown> }[]
}

const rowOf = async (desk: Desk, kind: DefinitionKind, key: string): Promise<Stored> => {
  const rows = await findRows(desk.req, DRAFTS[kind], { where: { and: [{ office: { equals: desk.model.office.id } }, { or: [{ id: { equals: key } }, { code: { equals: key } }] }] }, limit: 1 })
  const row = rows[0] as unknown as Stored | undefined
  if (!row) throw new DomainError('notFound')
  return row
}

/** The versions of a definition, newest first. */
export const versionsOf = async (desk: Desk, kind: DefinitionKind, code: string): Promise<VersionLine[]> => {
  const where: Where = { and: [{ office: { equals: desk.model.office.id } }, { kind: { equals: kind } }, { code: { equals: code } }] }
  const rows = await findRows(desk.req, SLUG.definitions, { where, sort: '-number', limit: 100, select: { number: true, publishedAt: true, publishedBy: true, reason: true } })
  return rows.map((row) => {
    const by = desk.model.people.get(idOf(row.publishedBy) ?? '')?.name
    return { id: row.id, number: row.number, at: row.publishedAt ?? row.createdAt, ...(by ? { by } : {}), ...(row.reason ? { reason: row.reason } : {}) }
  })
}

/** The definition of one published version. Errors: `notFound`. */
export const versionDefinition = async <D>(desk: Desk, id: string): Promise<D> => {
  const row = await findRow(desk.req, SLUG.definitions, { where: { and: [{ id: { equals: id } }, { office: { equals: desk.model.office.id } }] } })
  if (!row) throw new DomainError('notFound')
  return row.definition as D
}

const issuesIn = (desk: Desk, issues: readonly DefinitionIssue[]): DraftView<unknown>['issues'] =>
  issues.map((issue) => ({
    severity: issue.severity, path: issue.path, code: issue.code, text: issueText(issue, desk.lang), what: issueText({ ...issue, path: '' }, desk.lang), ...(issue.params ? { params: issue.params } : {}),
    ...(issue.why ? { why: say(issue.why, desk.lang) } : {}), ...(issue.instead ? { instead: say(issue.instead, desk.lang) } : {}),
  }))

/** What stands in the way of publishing a definition that need not be saved yet. */
export const checkDefinition = async (desk: Desk, kind: DefinitionKind, definition: unknown): Promise<DraftView<unknown>['issues']> =>
  issuesIn(desk, await publishIssues(desk.req, { kind, office: desk.model.office.id, definition }))

/** A definition with its draft, the version in force and its checks, by id or code. Errors: `notFound`. */
export const readDraft = async <D>(desk: Desk, kind: DefinitionKind, key: string): Promise<DraftView<D>> => {
  const row = await rowOf(desk, kind, key)
  const currentId = idOf(row.current)
  const current = currentId ? await versionDefinition<D>(desk, currentId) : undefined
  return {
    id: row.id, kind, code: row.code, name: wordsOf(row.name), definition: row.definition as D, seen: row.updatedAt,
    ...(current === undefined ? {} : { current: { number: row.currentNumber ?? 0, at: row.publishedAt ?? row.updatedAt, definition: current } }),
    changed: current === undefined || canonical(current) !== canonical(row.definition),
    versions: await versionsOf(desk, kind, row.code),
    issues: await checkDefinition(desk, kind, row.definition),
  }
}

export type DraftLine = { id: string; code: string; name: Words; number?: number; at?: string; changed: boolean; definition: unknown }

/** All definitions of a kind, by name. */
export const listDrafts = async (desk: Desk, kind: DefinitionKind): Promise<DraftLine[]> => {
  const rows = (await findRows(desk.req, DRAFTS[kind], { where: { office: { equals: desk.model.office.id } }, sort: 'code' })) as unknown as Stored[]
  const ids = rows.flatMap(({ current }) => idOf(current) ?? [])
  const versions = ids.length > 0 ? await findRows(desk.req, SLUG.definitions, { where: { id: { in: ids } } }) : []
  const published = new Map(versions.map((row) => [row.id, canonical(row.definition)]))
  return rows.map((row) => ({
    id: row.id, code: row.code, name: wordsOf(row.name), definition: row.definition, changed: published.get(idOf(row.current) ?? '') !== canonical(row.definition),
    ...(row.currentNumber ? { number: row.currentNumber } : {}), ...(row.publishedAt ? { at: row.publishedAt } : {}),
  }))
}

type Named = { code: string; name: Words }

/** A list of residents is not even begun: its name would stand among the registers before anybody publishes it (domain.md §8). */
const refusedName = (desk: Desk, definition: unknown, kind: DefinitionKind): { path: string; text: string }[] =>
  kind === 'register' ? definitionProblems(kind, definition).flatMap(({ path, why, instead }) => (path === '/name' && why ? [{ path, text: [why, instead].map((words) => say(words, desk.lang)).join(' ') }] : [])) : []

const named = (desk: Desk, definition: unknown, kind: DefinitionKind): Named => {
  if (definitionShape(kind, definition).length > 0) throw new DomainError('invalid', { problems: definitionShape(kind, definition).slice(0, 50) })
  const said = refusedName(desk, definition, kind)
  if (said.length > 0) throw new DomainError('invalid', { said })
  return definition as Named
}

/** Keeps a draft as it is typed. The code of a kept definition stays. Errors: `invalid`, `conflict` (somebody saved it since `seen`), `notFound`. */
export const saveDraft = async (desk: Desk, { kind, key, definition, seen, reason }: { kind: DefinitionKind; key: string; definition: unknown; seen?: string; reason?: unknown }): Promise<void> => {
  const { id, code } = await rowOf(desk, kind, key)
  const { name } = named(desk, { ...(definition as object), code }, kind)
  await saveRow(desk, { slug: DRAFTS[kind], id, data: { name, definition: { ...(definition as object), code } }, seen, reason })
}

/** A new definition as a draft that nobody uses yet. Returns its id. Errors: `invalid`, also when the code is taken. */
export const createDraft = async (desk: Desk, { kind, definition, reason }: { kind: DefinitionKind; definition: unknown; reason?: unknown }): Promise<string> => {
  const { code, name } = named(desk, definition, kind)
  return saveRow(desk, { slug: DRAFTS[kind], data: { code, name, definition }, reason })
}

/** Takes the draft back to a published version: the one in force, or an older one. Errors: `notFound`. */
export const takeVersion = async (desk: Desk, { kind, key, version, reason }: { kind: DefinitionKind; key: string; version?: string; reason?: unknown }): Promise<void> => {
  const row = await rowOf(desk, kind, key)
  const id = version ?? idOf(row.current)
  const line = id && (await versionsOf(desk, kind, row.code)).find((one) => one.id === id)
  if (!line) throw new DomainError('notFound')
  await saveDraft(desk, { kind, key: row.id, definition: await versionDefinition(desk, line.id), reason })
}

const worded = (desk: Desk, error: unknown): unknown =>
  error instanceof DomainError && Array.isArray(error.detail.problems)
    ? new DomainError(error.code, { ...error.detail, said: issuesIn(desk, error.detail.problems as DefinitionIssue[]) }, error.fields)
    : error

/** Publishes the saved draft. Errors: `notAllowed`, `invalid` with `detail.said`, and `invalid` in field `reason` without one; `conflict` when it was saved since `seen`. */
export const publishDraft = async (desk: Desk, { kind, key, reason, seen }: { kind: DefinitionKind; key: string; reason: unknown; seen?: string }): Promise<Published> => {
  if (!desk.holds('structure.publish')) throw new DomainError('notAllowed')
  const why = typeof reason === 'string' ? reason.trim().slice(0, 500) : ''
  if (!why) throw new DomainError('invalid', {}, [{ field: 'reason', code: 'required' }])
  const row = await rowOf(desk, kind, key)
  if (seen !== undefined && row.updatedAt !== seen) throw new DomainError('conflict', { changedAt: row.updatedAt })
  const { id: person, name } = desk.me
  return publishDefinition({ req: desk.req as PayloadRequest, slug: DRAFTS[kind], kind, id: row.id, reason: why, person: { id: person, name } }).catch((error: unknown) => { throw worded(desk, error) })
}

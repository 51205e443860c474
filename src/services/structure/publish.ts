import { createHash } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { ulid } from 'ulid'
import { canonical } from '@/domain/canonical'
import { DomainError } from '@/domain/errors'
import type { DefinitionIssue } from '@/domain/package/issue'
import type { DefinitionKind } from '@/domain/package/definitions'
import { withTransaction } from '@/db/transaction'
import { idOf } from '@/lib/idOf'
import { now } from '@/lib/clock'
import { appendAudit } from '@/services/audit/append'
import { forgetOfficeModel } from '@/services/structure/cache'
import { writeChangeSet } from '@/services/structure/changeSet'
import { publishIssues } from '@/services/structure/publishCheck'
import { SLUG, type Slug } from '@/slugs'

type Draft = { id: string; code: string; name: unknown; office: string; definition: unknown; currentNumber?: number | null; current?: string | null }
type Args = { req: PayloadRequest; slug: Slug; kind: DefinitionKind; id: string; reason?: string; person?: { id: string; name: string } }

const label = (name: unknown, code: string): string => {
  if (typeof name === 'string') return name
  return name && typeof name === 'object' && 'zh' in name ? String(name.zh) : code
}

/** What a change set keeps of a publication: the row it is about, and the version in force. */
const standing = ({ name, code, office, current, currentNumber }: Draft) => ({ name, code, office: idOf(office), current: current ?? null, currentNumber: currentNumber ?? 0 })

const digestOf = (definition: unknown) => createHash('sha256').update(canonical(definition)).digest('hex')

/** Whether the draft differs from the version in force. */
const unchanged = async (req: PayloadRequest, draft: Draft, digest: string): Promise<boolean> => {
  if (!draft.current) return false
  const version = await req.payload.db.findOne<{ id: string; digest: string }>({ collection: SLUG.definitions, where: { id: { equals: idOf(draft.current) } }, req })
  return version?.digest === digest
}

export type Published = { number: number; version: string; published: boolean; warnings: DefinitionIssue[] }

/** What is doubtful about a draft. Errors: `invalid` with everything that forbids publishing it. */
const assertPublishable = async (req: PayloadRequest, kind: DefinitionKind, { office, definition }: Draft): Promise<DefinitionIssue[]> => {
  const issues = await publishIssues(req, { kind, office: idOf(office) ?? '', definition })
  const problems = issues.filter(({ severity }) => severity === 'error')
  if (problems.length > 0) throw new DomainError('invalid', { problems: problems.slice(0, 50) })
  return issues
}

/**
 * Publishes a draft as the next immutable version and makes it current; the reason is kept with the version and the change. Errors:
 * `notFound`; `invalid` with the problems of the draft; a draft equal to the version in force publishes nothing.
 */
export const publishDefinition = async ({ req, slug, kind, id, reason, person }: Args): Promise<Published> =>
  withTransaction(req.payload, async (tx) => {
    const draft = await tx.payload.db.findOne<Draft>({ collection: slug, where: { id: { equals: id } }, req: tx })
    if (!draft) throw new DomainError('notFound')
    const warnings = await assertPublishable(tx, kind, draft)
    const digest = digestOf(draft.definition)
    if (await unchanged(tx, draft, digest)) return { number: draft.currentNumber ?? 0, version: idOf(draft.current) ?? '', published: false, warnings }
    const number = (draft.currentNumber ?? 0) + 1
    const version = ulid()
    const at = new Date(now()).toISOString()
    await tx.payload.db.create({
      collection: SLUG.definitions,
      data: { id: version, office: idOf(draft.office), kind, code: draft.code, label: `${label(draft.name, draft.code)} v${number}`, number, definition: draft.definition, digest, publishedAt: at, publishedBy: person?.id, reason, createdAt: at, updatedAt: at },
      req: tx,
      returning: false,
    })
    await tx.payload.db.updateOne({ collection: slug, id, data: { current: version, currentNumber: number, publishedAt: at, updatedAt: at }, req: tx, returning: false })
    await appendAudit(tx, { office: idOf(draft.office) ?? '', action: 'structure.publish', actor: person ? { kind: 'staff', ...person } : { kind: 'system', id: 'portal' }, targetKind: slug, target: id, detail: { number, digest } })
    await writeChangeSet({ req: tx, collection: slug, target: id, reason, before: standing(draft), after: { ...standing(draft), current: version, currentNumber: number } })
    return { number, version, published: true, warnings }
  }, { req }).finally(forgetOfficeModel)

import { createHash } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { ulid } from 'ulid'
import { canonical } from '@/domain/canonical'
import { DomainError } from '@/domain/errors'
import { definitionProblems } from '@/domain/package/definitionProblems'
import type { DefinitionKind } from '@/domain/package/definitions'
import { withTransaction } from '@/db/transaction'
import { idOf } from '@/lib/idOf'
import { now } from '@/lib/clock'
import { appendAudit } from '@/services/audit/append'
import { forgetOfficeModel } from '@/services/structure/cache'
import { SLUG, type Slug } from '@/slugs'

type Draft = { id: string; code: string; name: unknown; office: string; definition: unknown; currentNumber?: number | null; current?: string | null }
type Args = { req: PayloadRequest; slug: Slug; kind: DefinitionKind; id: string; reason?: string; person?: { id: string; name: string } }

const label = (name: unknown, code: string): string => {
  if (typeof name === 'string') return name
  return name && typeof name === 'object' && 'zh' in name ? String(name.zh) : code
}

const digestOf = (definition: unknown) => createHash('sha256').update(canonical(definition)).digest('hex')

/** Whether the draft differs from the version in force. */
const unchanged = async (req: PayloadRequest, draft: Draft, digest: string): Promise<boolean> => {
  if (!draft.current) return false
  const version = await req.payload.db.findOne<{ id: string; digest: string }>({ collection: SLUG.definitions, where: { id: { equals: idOf(draft.current) } }, req })
  return version?.digest === digest
}

/**
 * Publishes a draft as the next immutable version and makes it current. Errors: `notFound`; `invalid` with the problems of
 * the draft; a draft equal to the version in force publishes nothing.
 */
export const publishDefinition = async ({ req, slug, kind, id, reason, person }: Args): Promise<{ number: number; version: string; published: boolean }> =>
  withTransaction(req.payload, async (tx) => {
    const draft = await tx.payload.db.findOne<Draft>({ collection: slug, where: { id: { equals: id } }, req: tx })
    if (!draft) throw new DomainError('notFound')
    const problems = definitionProblems(kind, draft.definition)
    if (problems.length > 0) throw new DomainError('invalid', { problems: problems.slice(0, 50) })
    const digest = digestOf(draft.definition)
    if (await unchanged(tx, draft, digest)) return { number: draft.currentNumber ?? 0, version: idOf(draft.current) ?? '', published: false }
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
    await appendAudit(tx, { office: idOf(draft.office) ?? '', action: 'structure.publish', actor: person ? { kind: 'staff', ...person } : { kind: 'system', id: 'portal' }, targetKind: slug, target: id, detail: { number, digest, reason } })
    return { number, version, published: true }
  }, { req }).finally(forgetOfficeModel)

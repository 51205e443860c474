import type { Endpoint, PayloadRequest } from 'payload'
import { viewerOf } from '@/access/viewer'
import { mayAnywhere } from '@/domain/access/decide'
import { DomainError } from '@/domain/errors'
import type { Permission } from '@/domain/access/types'
import { cleanLine } from '@/domain/matter/text'
import type { DefinitionIssue } from '@/domain/package/issue'
import type { DefinitionKind } from '@/domain/package/definitions'
import { idOf } from '@/lib/idOf'
import { langOf } from '@/lib/langOf'
import { now } from '@/lib/clock'
import { errorResponse, readJson } from '@/services/http'
import { publishDefinition } from '@/services/structure/publish'
import { issueText, publishIssues } from '@/services/structure/publishCheck'
import type { Slug } from '@/slugs'

const SEES_DRAFTS: readonly Permission[] = ['structure.view', 'structure.edit', 'structure.publish']

type Publisher = { id: string; name: string; office: string }

/** The signed-in person, who may publish. Errors: `notSignedIn`, `notAllowed`. */
const publisherOf = async (req: PayloadRequest): Promise<Publisher> => {
  const viewer = await viewerOf(req)
  if (!viewer || !req.user) throw new DomainError('notSignedIn')
  if (!mayAnywhere(viewer, 'structure.publish', now())) throw new DomainError('notAllowed')
  return { id: viewer.id, name: String(req.user.name ?? ''), office: viewer.office }
}

/** Why it is published, kept with the version for ever. Errors: `invalid` without one. */
const reasonOf = ({ reason }: Record<string, unknown>): string => {
  const text = typeof reason === 'string' ? cleanLine(reason).slice(0, 500) : ''
  if (!text) throw new DomainError('invalid', {}, [{ field: 'reason', code: 'required' }])
  return text
}

const worded = (req: PayloadRequest, issues: readonly DefinitionIssue[]) => issues.map((issue) => ({ severity: issue.severity, path: issue.path, text: issueText(issue, langOf(req)) }))

/** The same refusal, its problems in words too. */
const inWords = (req: PayloadRequest, error: unknown): unknown =>
  error instanceof DomainError && Array.isArray(error.detail.problems)
    ? new DomainError(error.code, { ...error.detail, said: worded(req, error.detail.problems as DefinitionIssue[]) }, error.fields)
    : error

type Wanted = { slug: Slug; office: string }

/** The draft that the address names, in the asker's own office. Errors: `notFound`. */
const draftOf = async (req: PayloadRequest, { slug, office }: Wanted): Promise<{ id: string; definition: unknown }> => {
  const id = String(req.routeParams?.id ?? '')
  const row = await req.payload.db.findOne<{ id: string; office: string; definition: unknown }>({ collection: slug, where: { id: { equals: id } }, req })
  if (!row || idOf(row.office) !== office) throw new DomainError('notFound')
  return row
}

/** GET /api/<slug>/:id/check: what stands in the way of publishing the saved draft, and what is doubtful, in words. */
export const checkEndpoint = (slug: Slug, kind: DefinitionKind): Omit<Endpoint, 'root'> => ({
  path: '/:id/check',
  method: 'get',
  handler: async (req) => {
    try {
      const viewer = await viewerOf(req)
      if (!viewer) throw new DomainError('notSignedIn')
      if (!SEES_DRAFTS.some((permission) => mayAnywhere(viewer, permission, now()))) throw new DomainError('notAllowed')
      const { definition } = await draftOf(req, { slug, office: viewer.office })
      return Response.json({ issues: worded(req, await publishIssues(req, { kind, office: viewer.office, definition })) })
    } catch (error) {
      return errorResponse(req, error)
    }
  },
})

/** POST /api/<slug>/:id/publish {reason}: the only door that publishes a definition. */
export const publishEndpoint = (slug: Slug, kind: DefinitionKind): Omit<Endpoint, 'root'> => ({
  path: '/:id/publish',
  method: 'post',
  handler: async (req) => {
    try {
      const { office, ...person } = await publisherOf(req)
      const { id } = await draftOf(req, { slug, office })
      const reason = reasonOf(await readJson(req))
      const { warnings, ...told } = await publishDefinition({ req, slug, kind, id, reason, person })
      return Response.json({ ...told, warnings: worded(req, warnings) })
    } catch (error) {
      return errorResponse(req, inWords(req, error))
    }
  },
})

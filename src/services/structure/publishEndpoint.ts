import type { Endpoint, PayloadRequest } from 'payload'
import { viewerOf } from '@/access/viewer'
import { mayAnywhere } from '@/domain/access/decide'
import { DomainError } from '@/domain/errors'
import type { DefinitionKind } from '@/domain/package/definitions'
import { idOf } from '@/lib/idOf'
import { now } from '@/lib/clock'
import { errorResponse, readJson } from '@/services/http'
import { publishDefinition } from '@/services/structure/publish'
import type { Slug } from '@/slugs'

type Publisher = { id: string; name: string; office: string }

/** The signed-in person, who may publish. Errors: `notSignedIn`, `notAllowed`. */
const publisherOf = async (req: PayloadRequest): Promise<Publisher> => {
  const viewer = await viewerOf(req)
  if (!viewer || !req.user) throw new DomainError('notSignedIn')
  if (!mayAnywhere(viewer, 'structure.publish', now())) throw new DomainError('notAllowed')
  return { id: viewer.id, name: String(req.user.name ?? ''), office: viewer.office }
}

const reasonOf = ({ reason }: Record<string, unknown>): string | undefined => (typeof reason === 'string' ? reason.slice(0, 500) : undefined)

/** POST /api/<slug>/:id/publish {reason}: the only door that publishes a definition. */
export const publishEndpoint = (slug: Slug, kind: DefinitionKind): Omit<Endpoint, 'root'> => ({
  path: '/:id/publish',
  method: 'post',
  handler: async (req) => {
    try {
      const { office, ...person } = await publisherOf(req)
      const id = String(req.routeParams?.id ?? '')
      const row = await req.payload.db.findOne<{ id: string; office: string }>({ collection: slug, where: { id: { equals: id } }, req })
      if (idOf(row?.office) !== office) throw new DomainError('notFound')
      const reason = reasonOf(await readJson(req))
      return Response.json(await publishDefinition({ req, slug, kind, id, reason, person }))
    } catch (error) {
      return errorResponse(req, error)
    }
  },
})

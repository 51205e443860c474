import type { Endpoint } from 'payload'
import { viewerOf } from '@/access/viewer'
import { mayAnywhere } from '@/domain/access/decide'
import { DomainError } from '@/domain/errors'
import type { DefinitionKind } from '@/domain/package/definitions'
import { idOf } from '@/lib/idOf'
import { now } from '@/lib/clock'
import { errorResponse, readJson } from '@/services/http'
import { publishDefinition } from '@/services/structure/publish'
import type { Slug } from '@/slugs'

/** POST /api/<slug>/:id/publish {reason}: the only door that publishes a definition. */
export const publishEndpoint = (slug: Slug, kind: DefinitionKind): Omit<Endpoint, 'root'> => ({
  path: '/:id/publish',
  method: 'post',
  handler: async (req) => {
    try {
      const viewer = await viewerOf(req)
      if (!viewer || !req.user) throw new DomainError('notSignedIn')
      if (!mayAnywhere(viewer, 'structure.publish', now())) throw new DomainError('notAllowed')
      const id = String(req.routeParams?.id ?? '')
      const row = await req.payload.db.findOne<{ id: string; office: string }>({ collection: slug, where: { id: { equals: id } }, req })
      if (idOf(row?.office) !== viewer.office) throw new DomainError('notFound')
      const body = await readJson(req)
      const reason = typeof body.reason === 'string' ? body.reason.slice(0, 500) : undefined
      const result = await publishDefinition({ req, slug, kind, id, reason, person: { id: viewer.id, name: String(req.user.name ?? '') } })
      return Response.json(result)
    } catch (error) {
      return errorResponse(req, error)
    }
  },
})

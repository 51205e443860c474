import type { Endpoint } from 'payload'
import { viewerOf } from '@/access/viewer'
import { countRows } from '@/db/rows'
import { mayAnywhere } from '@/domain/access/decide'
import type { Permission } from '@/domain/access/types'
import { DomainError } from '@/domain/errors'
import { langOf } from '@/lib/langOf'
import { now } from '@/lib/clock'
import { errorResponse } from '@/services/http'
import { SLUG, type Slug } from '@/slugs'
import { subjectOf, usesOf, useWords } from './index'
import { relationsTo } from './relations'

const MAY_ASK: readonly Permission[] = ['structure.view', 'structure.edit', 'people.edit', 'grants.edit', 'rules.edit', 'content.edit']

/** GET /api/<slug>/:id/uses: where a row is used, in words, and how many matters with it are still open. */
export const usesEndpoint = (slug: Slug): Omit<Endpoint, 'root'> => ({
  path: '/:id/uses',
  method: 'get',
  handler: async (req) => {
    try {
      const viewer = await viewerOf(req)
      if (!viewer) throw new DomainError('notSignedIn')
      if (!MAY_ASK.some((permission) => mayAnywhere(viewer, permission, now()))) throw new DomainError('notAllowed')
      const subject = await subjectOf(req, slug, String(req.routeParams?.id ?? ''))
      if (!subject || subject.office !== viewer.office) throw new DomainError('notFound')
      const uses = await usesOf(req, slug, subject)
      const own = relationsTo(req.payload, SLUG.matters, slug).map(({ path }) => ({ [path]: { equals: subject.id } }))
      const open = own.length > 0 ? await countRows(req, SLUG.matters, { and: [{ open: { equals: true } }, { or: own }] }) : 0
      return Response.json({ uses: uses.map((use) => useWords(req, use, langOf(req))), open, closable: subject.closable })
    } catch (error) {
      return errorResponse(req, error)
    }
  },
})

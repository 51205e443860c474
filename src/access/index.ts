import type { Access, AccessArgs, FieldAccess, Where } from 'payload'
import type { Permission } from '../domain/access/types'
import { toWhere } from './where'
import { accessFilter } from '../domain/access/filter'
import { mayAnywhere } from '../domain/access/decide'
import { now } from '../lib/clock'
import { viewerOf } from './viewer'

export const nobody: Access = () => false
export const noField: FieldAccess = () => false

/** Access for whoever holds the permission anywhere within the office. */
export const holds = (permission: Permission): Access => async ({ req }) => {
  const viewer = await viewerOf(req)
  return viewer !== null && mayAnywhere(viewer, permission, now())
}

/** Rows of the viewer's own office: the wall between offices. */
export const ownOffice: Access = async ({ req }) => {
  const viewer = await viewerOf(req)
  return viewer ? { office: { equals: viewer.office } } : false
}

/** Any signed-in, active member of staff. */
export const staff: Access = async ({ req }) => (await viewerOf(req)) !== null

/** Either of several; a filter only narrows when nobody said a plain yes. */
export const accessOr = (...options: Access[]): Access => async (args: AccessArgs) => {
  const filters: Where[] = []
  for (const option of options) {
    const answer = await option(args)
    if (answer === true) return true
    if (answer) filters.push(answer as Where)
  }
  return filters.length > 0 ? { or: filters } : false
}

/** All of several; filters are joined by AND. */
export const accessAnd = (...options: Access[]): Access => async (args: AccessArgs) => {
  const filters: Where[] = []
  for (const option of options) {
    const answer = await option(args)
    if (answer === false) return false
    if (answer !== true) filters.push(answer as Where)
  }
  return filters.length > 0 ? { and: filters } : true
}

/**
 * Matters, or rows that belong to one (`prefix` is then the relation's name), that the viewer may see.
 * The same filter as the desk's: lists, counts, GraphQL and the single record agree.
 */
export const visibleMatters = (prefix = ''): Access => async ({ req }) => {
  const viewer = await viewerOf(req)
  if (!viewer) return false
  return toWhere(accessFilter(viewer, 'matter.view', now()), prefix)
}

export const published: Access = () => ({ _status: { equals: 'published' } })

/** Only what is published, for those who may not edit drafts. */
export const publishedOr = (permission: Permission): Access => accessOr(holds(permission), published)

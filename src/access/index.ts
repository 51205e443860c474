import type { Access, AccessArgs, FieldAccess, Where } from 'payload'
import type { Permission } from '../domain/access/types'
import { toWhere } from './where'
import { accessFilter } from '../domain/access/filter'
import { mayAnywhere } from '../domain/access/decide'
import { now } from '../lib/clock'
import { viewerOf } from './viewer'

/** An access function that can say its own rule, so that `docs/authorization.md` is made from the code. */
export type RuledAccess = Access & { rule: string }

export const ruled = (rule: string, access: Access): RuledAccess => Object.assign(access, { rule })

/** The rule of an access function in words; what cannot say it is reported as its own kind. */
export const ruleOf = (access: unknown): string => (typeof access === 'function' && 'rule' in access && typeof access.rule === 'string' ? access.rule : 'rule of its own')

const joined = (word: string, options: Access[]): string => {
  const rules = [...new Set(options.map(ruleOf))]
  return rules.length === 1 ? (rules[0] ?? '') : rules.map((rule) => (rule.includes(' or ') ? `(${rule})` : rule)).join(` ${word} `)
}

export const nobody: RuledAccess = ruled('nobody', () => false)
export const noField: FieldAccess = () => false

/** Access for whoever holds the permission anywhere within the office. */
export const holds = (permission: Permission): RuledAccess => ruled(permission, async ({ req }) => {
  const viewer = await viewerOf(req)
  return viewer !== null && mayAnywhere(viewer, permission, now())
})

/** Rows of the viewer's own office: the wall between offices. */
export const ownOffice: RuledAccess = ruled('own office', async ({ req }) => {
  const viewer = await viewerOf(req)
  return viewer ? { office: { equals: viewer.office } } : false
})

/** The row of the viewer's own office. */
export const theOffice: RuledAccess = ruled('own office', async ({ req }) => {
  const viewer = await viewerOf(req)
  return viewer ? { id: { equals: viewer.office } } : false
})

/** Any signed-in, active member of staff. */
export const staff: RuledAccess = ruled('any staff', async ({ req }) => (await viewerOf(req)) !== null)

/** Either of several; a filter only narrows when nobody said a plain yes. */
export const accessOr = (...options: Access[]): RuledAccess => ruled(joined('or', options), async (args: AccessArgs) => {
  const filters: Where[] = []
  for (const option of options) {
    const answer = await option(args)
    if (answer === true) return true
    if (answer) filters.push(answer as Where)
  }
  return filters.length > 0 ? { or: filters } : false
})

/** All of several; filters are joined by AND. */
export const accessAnd = (...options: Access[]): RuledAccess => ruled(joined('and', options), async (args: AccessArgs) => {
  const filters: Where[] = []
  for (const option of options) {
    const answer = await option(args)
    if (answer === false) return false
    if (answer !== true) filters.push(answer as Where)
  }
  return filters.length > 0 ? { and: filters } : true
})

/**
 * Matters, or rows that belong to one (`prefix` is then the relation's name), that the viewer may see.
 * The same filter as the desk's: lists, counts, GraphQL and the single record agree.
 */
export const visibleMatters = (prefix = ''): RuledAccess => ruled('matter.view of the matter', async ({ req }) => {
  const viewer = await viewerOf(req)
  if (!viewer) return false
  return toWhere(accessFilter(viewer, 'matter.view', now()), prefix)
})

export const published: RuledAccess = ruled('published', () => ({ _status: { equals: 'published' } }))

/** Only what is published, for those who may not edit drafts. */
export const publishedOr = (permission: Permission): RuledAccess => accessOr(holds(permission), published)

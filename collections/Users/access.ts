import type { PayloadRequest } from 'payload'
import { ruled } from '@/access'
import { mayAnywhere } from '@/domain/access/decide'
import type { Permission } from '@/domain/access/types'
import { viewerOf } from '@/access/viewer'
import { now } from '@/lib/clock'

export const selfOnly = ruled('oneself', ({ req }) => (req.user ? { id: { equals: req.user.id } } : false))

const OPENS_ADMIN: readonly Permission[] = ['structure.view', 'structure.edit', 'content.edit', 'rules.edit', 'people.edit', 'grants.edit', 'audit.view', 'settings.edit']

/** The admin is for those who set the office up, publish, grant or audit; everybody else works at the desk. */
export const adminPanel = async ({ req }: { req: PayloadRequest }): Promise<boolean> => {
  const viewer = await viewerOf(req)
  return viewer !== null && OPENS_ADMIN.some((permission) => mayAnywhere(viewer, permission, now()))
}

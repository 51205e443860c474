import { mayAnywhere } from '../domain/access/decide'
import type { Permission } from '../domain/access/types'
import { now } from '../lib/clock'
import { rememberedViewer } from './viewer'

type Hidden = (args: { user: unknown }) => boolean

const holder = (user: unknown): ((permission: Permission) => boolean) | undefined => {
  const viewer = typeof user === 'object' ? rememberedViewer(user) : undefined
  return viewer && ((permission) => mayAnywhere(viewer, permission, now()))
}

/** Left out of the admin's menu for those who hold none of the permissions. What may be read is decided by access, not here. */
export const hiddenUnless = (...permissions: Permission[]): Hidden => ({ user }) => {
  const holds = holder(user)
  return holds !== undefined && !permissions.some(holds)
}

/** Structure, in the menu of those who edit it or oversee it; whoever is here to write notices is not shown what they may only look at. */
export const hiddenFromEditors: Hidden = ({ user }) => {
  const holds = holder(user)
  return holds !== undefined && holds('content.edit') && !holds('structure.edit')
}

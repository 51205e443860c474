import type { CollectionBeforeChangeHook } from 'payload'
import { idOf } from '@/lib/idOf'
import { assertFreshInHook } from '@/services/session/fresh'
import { assertGrantable } from '@/services/people/assertGrantable'

/** Granting is apart from holding: never to oneself, and nobody holds two of the three offices (decisions.md 12). */
export const checkGrant: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  await assertFreshInHook(req)
  await assertGrantable({ req, id: idOf(originalDoc), grant: { ...originalDoc, ...data }, formerPerson: idOf(originalDoc?.person) })
  return data
}

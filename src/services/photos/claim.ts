import type { PayloadRequest, Where } from 'payload'
import { findRows, updateRowIf } from '@/db/rows'
import { DomainError } from '@/domain/errors'
import { SLUG } from '@/slugs'

type Claim = { req: PayloadRequest; matter: { id: string; office: string }; ids: string[]; owner: { draft?: string; person?: string } }

const mine = ({ draft, person }: Claim['owner']): Where => (draft ? { draft: { equals: draft } } : { person: { equals: person ?? '' } })

/** Hangs photos that were stored before onto their matter. Errors: `invalid` when one is not the sender's, or is taken. */
export const claimPhotos = async ({ req, matter, ids, owner }: Claim): Promise<void> => {
  if (ids.length === 0) return
  const free: Where = { and: [{ id: { in: ids } }, { matter: { exists: false } }, mine(owner)] }
  const found = await findRows(req, SLUG.attachments, { where: free })
  if (found.length !== new Set(ids).size) throw new DomainError('invalid', {}, [{ field: 'photos', code: 'gone' }])
  for (const row of found) {
    const taken = await updateRowIf(req, SLUG.attachments, { and: [{ id: { equals: row.id } }, { matter: { exists: false } }] }, { matter: matter.id, draft: null })
    if (taken !== 1) throw new DomainError('conflict')
  }
}

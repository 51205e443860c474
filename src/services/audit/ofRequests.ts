import { APIError, type PayloadRequest } from 'payload'
import { DomainError } from '@/domain/errors'
import { idOf } from '@/lib/idOf'
import { recordDoorRefusal } from './ofDoors'

const FORBIDDEN = 403

const asRefusal = (error: unknown): unknown => (error instanceof APIError && error.status === FORBIDDEN ? new DomainError('notAllowed') : error)

const pathOf = ({ pathname, url }: PayloadRequest): string => pathname || (url ? new URL(url, 'http://portal').pathname : '')

/** Keeps in the audit log that the signed-in person of a request of Payload's doors was refused. */
export const recordRequestRefusal = async (req: PayloadRequest, error: unknown): Promise<void> => {
  const { user, payload, method = 'GET' } = req
  const office = idOf(user?.office)
  if (!user || !office) return
  await recordDoorRefusal({
    payload, person: { id: String(user.id), office, name: String(user.name ?? '') }, error: asRefusal(error), method, path: pathOf(req), address: req.headers?.get('x-portal-ip') ?? undefined,
  })
}

import { APIError, getLocalI18n, ValidationError, type PayloadRequest } from 'payload'
import { DomainError, ERROR_STATUS } from '@/domain/errors'
import { withTransaction } from '@/db/transaction'
import type { Desk } from '@/services/desk/desk'
import { cleanLine } from '@/domain/matter/text'

/** What a refusal of Payload's hooks says, field by field, in the words of the asker's language. */
export type Said = { path: string; text: string }

const saidOf = (error: ValidationError): Said[] => error.data.errors.map(({ path, message }) => ({ path, text: message }))

const byStatus = (error: APIError): DomainError => {
  const detail = { said: [{ path: '', text: error.message }] }
  if (error.status === ERROR_STATUS.proofNeeded) return new DomainError('proofNeeded')
  if (error.status === 403) return new DomainError('notAllowed', detail)
  if (error.status === 404) return new DomainError('notFound', detail)
  return new DomainError(error.status === 409 ? 'conflict' : 'invalid', { ...detail, ...(error.status === 409 ? { inUse: true } : {}) })
}

/** Payload's refusals as errors of the portal: `invalid` and `conflict` carry `detail.said`. Anything else is passed on as it is. */
export const inOurWords = (error: unknown): unknown => {
  if (error instanceof ValidationError) return new DomainError('invalid', { said: saidOf(error) })
  return error instanceof APIError && error.status < 500 ? byStatus(error) : error
}

type Edit<T> = { desk: Desk; reason?: unknown; work: (req: PayloadRequest) => Promise<T> }

const reasonOf = (reason: unknown): string | undefined => (typeof reason === 'string' ? cleanLine(reason).slice(0, 500) || undefined : undefined)

/**
 * One change of structure by a person at the desk: a transaction in their language, its reason kept with what it changes. Errors of Payload's
 * hooks become errors of the portal.
 */
export const editing = async <T>({ desk, reason, work }: Edit<T>): Promise<T> => {
  const i18n = await getLocalI18n({ config: desk.payload.config, language: desk.lang })
  const why = reasonOf(reason)
  try {
    return await withTransaction(desk.payload, (req) => {
      req.i18n = i18n
      req.t = i18n.t
      req.context = { ...req.context, ...(why ? { reason: why } : {}) }
      return work(req)
    }, { req: { ...desk.req, context: {} } as PayloadRequest })
  } catch (error) {
    throw inOurWords(error)
  }
}

import type { PayloadRequest } from 'payload'
import { afterCommit } from '../db/transaction'
import { forgetOfficeModel } from '../services/structure/cache'

/** After the write is committed, the cached structure is read anew. */
export const forgetStructure = async ({ req, doc }: { req: PayloadRequest; doc?: unknown }): Promise<unknown> => {
  forgetOfficeModel()
  await afterCommit(req, forgetOfficeModel)
  return doc
}

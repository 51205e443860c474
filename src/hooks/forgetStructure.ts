import { afterCommit } from '../db/transaction'
import { forgetOfficeModel } from '../services/structure/cache'

/** After the write is committed, the cached structure is read anew. */
export const forgetStructure = ({ req, doc }: { req: import('payload').PayloadRequest; doc?: unknown }): unknown => {
  forgetOfficeModel()
  afterCommit(req, forgetOfficeModel)
  return doc
}

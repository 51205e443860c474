import type { Payload, PayloadRequest } from 'payload'

/** The request of a transaction, or just `{ payload }` for a read of what is committed. */
export type RowRequest = Partial<PayloadRequest> & { payload: Payload }

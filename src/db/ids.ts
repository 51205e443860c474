import { monotonicFactory } from 'ulid'

const next = monotonicFactory()

/** A new row id: a ULID, sortable by the moment of its making, also within one millisecond of one process. */
export const newId = (): string => next()

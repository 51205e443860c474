import { toDomainError } from '@/db/faults'
import { DomainError } from '@/domain/errors'
import { env } from '@/lib/env'

/** What keeps the portal from opening its data, in a line that whoever runs it can act upon. */
export class OpeningFault extends Error {
  readonly faults: string[]
  constructor(fault: string, cause: unknown) {
    super(fault, { cause })
    this.name = 'OpeningFault'
    this.faults = [fault]
  }
}

/** A disk that is full or may not be written as a fault that names it; anything else as it was thrown. */
export const openingFault = (thrown: unknown): unknown => {
  const error = toDomainError(thrown)
  const code = error instanceof DomainError ? error.code : undefined
  const { DATA_DIR } = env()
  if (code === 'storageFull') return new OpeningFault(`there is no room left on the disk of ${DATA_DIR}: make room, and start again`, thrown)
  if (code === 'unwritable') return new OpeningFault(`the data in ${DATA_DIR} cannot be written: the disk must take writes, and folder and files must belong to the user the portal runs as`, thrown)
  return thrown
}

/** Runs what opens the portal. Errors: `OpeningFault` for a full disk or one that takes no writes. */
export const opening = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    throw openingFault(error)
  }
}

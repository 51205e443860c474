import { toDomainError } from '@/db/faults'
import { DomainError } from '@/domain/errors'

/** What keeps a backup from being made, read or put back, in a line that whoever runs the portal can act upon. */
export class BackupFault extends Error {
  readonly faults: string[]
  constructor(...faults: string[]) {
    super(faults.join('\n'))
    this.name = 'BackupFault'
    this.faults = faults
  }
}

/** What was thrown for want of room, or of the right to write, as a fault that says where; anything else as it is. */
export const storageFault = (thrown: unknown, ...places: string[]): unknown => {
  const error = toDomainError(thrown)
  if (!(error instanceof DomainError)) return thrown
  const where = places.join(' or ')
  if (error.code === 'storageFull') return new BackupFault(`there is no room left on the disk of ${where}: make room, or choose another place; nothing was changed`)
  return error.code === 'unwritable' ? new BackupFault(`the disk of ${where} takes no writes; nothing was changed`) : thrown
}

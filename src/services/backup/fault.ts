/** What keeps a backup from being made, read or put back, in a line that whoever runs the portal can act upon. */
export class BackupFault extends Error {
  readonly faults: string[]
  constructor(...faults: string[]) {
    super(faults.join('\n'))
    this.name = 'BackupFault'
    this.faults = faults
  }
}

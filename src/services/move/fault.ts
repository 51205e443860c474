/** What keeps the portal from moving, or what is not the same afterwards: lines that whoever runs it can act upon. */
export class MoveFault extends Error {
  readonly faults: string[]
  constructor(...faults: string[]) {
    super(faults.join('\n'))
    this.name = 'MoveFault'
    this.faults = faults
  }
}

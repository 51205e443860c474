/** What a channel is given: ids and kinds, never the words of a matter. A message may come twice, under the same key. */
export type Message = { id: string; kind: string; key?: string | null; payload: unknown }

export type Channel = { name: string; send: (message: Message) => Promise<void> | void }

/** Why a message did not reach another system. `private`: its address is not on the open internet; `answer`: it answered, but not with yes. */
export const SEND_FAULTS = ['address', 'private', 'name', 'connect', 'certificate', 'timeout', 'redirect', 'answer', 'secret', 'internal'] as const
export type SendFault = (typeof SEND_FAULTS)[number]

/** A message did not arrive. `status` is the HTTP status of an answer that was not yes. */
export class NotSent extends Error {
  constructor(readonly fault: SendFault, readonly status?: number, options?: ErrorOptions) {
    super(status === undefined ? fault : `${fault} ${status}`, options)
    this.name = 'NotSent'
  }
}

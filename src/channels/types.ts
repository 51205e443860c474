/** What a channel is given: ids and kinds, never the words of a matter. A message may come twice. */
export type Message = { id: string; kind: string; payload: unknown }

export type Channel = { name: string; send: (message: Message) => Promise<void> | void }

import { log } from './log'

/** What a channel is given: ids and kinds, never the words of a matter. A message may come twice. */
export type Message = { id: string; kind: string; payload: unknown }

export type Channel = { name: string; send: (message: Message) => Promise<void> | void }

const CHANNELS: Channel[] = [log]

/** Hands a message to every channel. Throws when one fails, so that it is tried again. */
export const deliver = async (message: Message): Promise<void> => {
  for (const channel of CHANNELS) await channel.send(message)
}

import { log } from './log'
import type { Channel, Message } from './types'

const CHANNELS: Channel[] = [log]

/** Hands a message to every channel. Throws when one fails, so that it is tried again. */
export const deliver = async (message: Message): Promise<void> => {
  for (const channel of CHANNELS) await channel.send(message)
}

import { logger } from '@/lib/logger'
import type { Channel } from './types'

/** The channel that is always there: it notes that something happened. */
export const log: Channel = {
  name: 'log',
  send: ({ id, kind }) => logger.debug({ outbox: id, kind }, 'message'),
}

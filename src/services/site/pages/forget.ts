import type { Payload } from 'payload'
import { portalOf } from '@/db/portal'
import { onWritten } from '@/db/written'
import { logger } from '@/lib/logger'
import { SLUG } from '@/slugs'

/** Read by the server in front (scripts/server/pages.mjs): what it kept under another generation is made anew. */
const KEY = Symbol.for('portal.pages')
type State = { generation: number; /** The mark of all processes as it was last read. */ mark?: number; tell?: () => Promise<void>; /** Something changed since others were last told. */ untold?: boolean }
type Holder = { [KEY]?: State }

const state = (): State => ((globalThis as Holder)[KEY] ??= { generation: 0 })

/** Other processes (MongoDB) change what pages show, too: how often they are asked whether they did, in milliseconds. */
const ASK_EVERY = 1_000
const MARK = 'pages'

/** Rows that pages show and that services write below Payload's hooks; structure and what people publish tell by `forgetOfficeModel`. */
const SHOWN = [SLUG.entries, SLUG.privacyVersions] as const

/**
 * Something that residents' pages show has changed: whatever was kept of them is made anew when it is next asked for, in every process.
 * Call it after the commit; a page that is being made meanwhile is not kept.
 */
export const forgetPages = (): void => {
  const own = state()
  own.generation += 1
  if (own.tell && !own.untold) void tellOthers(own, own.tell)
}

/** Many changes at once are told once. */
const tellOthers = async (own: State, tell: () => Promise<void>): Promise<void> => {
  own.untold = true
  await new Promise((resolve) => setImmediate(resolve))
  own.untold = false
  await tell().catch((error: unknown) => logger.error({ err: error }, 'other processes could not be told that pages changed'))
}

const ask = async (payload: Payload): Promise<void> => {
  const own = state()
  const mark = await portalOf(payload).shared.marks.read(MARK)
  if (own.mark !== undefined && mark !== own.mark) own.generation += 1
  own.mark = mark
}

/** Heeds what services write and, where there may be any, what other processes changed. Returns how the watch is ended. */
export const watchPages = (payload: Payload): (() => void) => {
  onWritten(SHOWN, forgetPages)
  if (portalOf(payload).engine === 'sqlite') return () => undefined
  state().tell = () => portalOf(payload).shared.marks.touch(MARK)
  const timer = setInterval(() => void ask(payload).catch((error: unknown) => logger.error({ err: error }, 'changes of pages by other processes could not be heeded')), ASK_EVERY)
  timer.unref()
  return () => clearInterval(timer)
}

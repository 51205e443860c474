import type { Visitor } from '../../tests/e2e/lib/visitor'

/** An answer that came whole. */
export type Answer = { status: number; location: string | null; text: string }

/** Thrown to a client whose time is over while it waits for a portal that does not answer. */
export class Over extends Error {
  override name = 'Over'
}

/** What all clients share: how long they go on, and what they met. */
export type Run = {
  /** No new work is begun any more; what was begun is brought to its end. */
  ending: () => boolean
  /** Nothing is waited for any more. */
  over: () => boolean
  /** Requests whose answer never came: cut off by a kill, or refused by a port nobody listens on. */
  lost: number
  /** Clear refusals for a while (503), tried again. */
  later: number
  /** Answers that no client should ever get. */
  errors: string[]
  /** How long answers took (milliseconds), by what was asked. */
  took: Map<string, number[]>
}

export const newRun = (): Run & { end: () => void; stop: () => void } => {
  let [ending, over] = [false, false]
  return { ending: () => ending, over: () => over, end: () => { ending = true }, stop: () => { over = true }, lost: 0, later: 0, errors: [], took: new Map() }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const PAUSE = 60

// fetch wraps what the socket met; a body that was cut off is a TypeError too
const isCutOff = (error: unknown): boolean => error instanceof TypeError

const whole = async (response: Response): Promise<Answer> => ({ status: response.status, location: response.headers.get('location'), text: await response.text() })

const note = (run: Run, { what, ms, answer }: { what: string; ms: number; answer: Answer }): Answer => {
  const times = run.took.get(what) ?? []
  times.push(ms)
  run.took.set(what, times)
  if (answer.status >= 500) run.errors.push(`${what} answered ${answer.status}: ${plain(answer.text)}`)
  return answer
}

const plain = (text: string): string => text.replaceAll(/<[^>]*>|\s+/g, ' ').slice(0, 200)

export type Asking = { /** What it is called where times and errors are told. */ what: string; ask: () => Promise<Response>; /** Hears of each answer that was lost. */ lost?: () => void }

/**
 * Asks until there is an answer, as somebody does who presses the button again: a portal that was killed in the middle is asked
 * the very same once more.
 */
export const asking = async (run: Run, { what, ask, lost }: Asking): Promise<Answer> => {
  for (;;) {
    if (run.over()) throw new Over()
    const begun = performance.now()
    try {
      const answer = await whole(await ask())
      if (answer.status !== 503) return note(run, { what, ms: performance.now() - begun, answer })
      run.later += 1
    } catch (error) {
      if (!isCutOff(error)) throw error
      run.lost += 1
      lost?.()
    }
    await pause(PAUSE)
  }
}

/** Where a posted form leads in the end. What leads nowhere is an error of the run. */
export const posting = async (run: Run, visitor: Visitor, path: string, fields: () => Record<string, string> | FormData): Promise<string> => {
  const { status, location, text } = await asking(run, { what: `POST ${path}`, ask: () => visitor.post(path, fields()) })
  if (status === 303 && location !== null) return location
  if (status < 500) run.errors.push(`${path} answered ${status}: ${plain(text)}`)
  return ''
}

import { visit, type Visitor } from '../../tests/e2e/lib/visitor'
import { asking, Over, pause, posting, type Run } from './patience'
import { oneOf, type Random } from './random'
import type { Sent } from './reporters'

export type Reading = { run: Run; baseURL: string; random: Random; sent: readonly Sent[]; /** A session of staff; without one, a resident. */ desk?: Visitor }

const PAUSE = 100

const get = (run: Run, visitor: Visitor, path: string) => asking(run, { what: `GET ${path}`, ask: () => visitor.get(path) })

/** Looks up a report by its receipt, and reads how it stands. */
const track = async ({ run, baseURL, random, sent }: Reading): Promise<void> => {
  const receipt = oneOf(random, sent)
  if (!receipt) return
  const visitor = visit(baseURL)
  const to = await posting(run, visitor, '/do/track', () => ({ code: receipt.code, word: receipt.word }))
  const { status } = await asking(run, { what: 'GET /track/…', ask: () => visitor.get(to) })
  if (status !== 200) run.errors.push(`the receipt ${receipt.code} was answered ${status}`)
}

/** Somebody who reads until the run ends: pages of the site, a receipt, or the workbench. */
export const reader = async (reading: Reading): Promise<void> => {
  const { run, baseURL, random, desk } = reading
  try {
    while (!run.ending()) {
      if (desk) await get(run, desk, '/desk/queue')
      else if (random() < 0.4) await track(reading)
      else await get(run, visit(baseURL), random() < 0.5 ? '/' : '/report')
      await pause(PAUSE)
    }
  } catch (error) {
    if (!(error instanceof Over)) throw error
  }
}

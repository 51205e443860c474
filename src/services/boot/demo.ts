import type { Payload } from 'payload'
import { countRows } from '@/db/rows'
import { now, withClock } from '@/lib/clock'
import { SLUG } from '@/slugs'
import { DAYS, demoMatters } from './demo/matters'
import { demoPeople } from './demo/people'
import { say } from './say'

const DAY = 86_400_000

/** Adds one person per role and some 300 matters over 60 days, by driving the real services with a set clock. Once. */
export const runDemo = async (payload: Payload): Promise<void> => {
  if ((await countRows({ payload }, SLUG.matters)) > 0) return
  const started = performance.now()
  // The people were there before the first matter.
  const people = await withClock(now() - (DAYS + 1) * DAY, () => demoPeople(payload))
  await demoMatters(payload, people, (made, total) => say(`Demonstration: ${made} of ${total} matters`))
  say(`Demonstration ready in ${((performance.now() - started) / 1000).toFixed(0)} s`)
}

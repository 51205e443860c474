import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import { findRows } from '@/db/rows'
import { numberCounterKey, parseMatterNumber } from '@/domain/matter/number'
import { limitsFor } from '@/services/matters/clockRows'
import type { MatterRow } from '@/services/matters/row'
import { needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { bookFaults } from './books'

type Kept = { payload: Payload; /** DATA_DIR, where the photos lie. */ dir: string; /** When the clocks are read (epoch ms); default: now. */ now?: number }

const counted = (values: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

const twice = (what: string, values: readonly string[]): string[] => [...counted(values)].flatMap(([value, count]) => (count > 1 ? [`${what} ${value} is there ${count} times`] : []))

/** Numbers without gap: a refused report uses none up, an accepted one exactly one. */
const numberFaults = async ({ payload }: Kept, matters: MatterRow[]): Promise<string[]> => {
  const used = counted(matters.flatMap(({ number }) => parseMatterNumber(number) ?? []).map(numberCounterKey))
  const counters = (await findRows({ payload }, SLUG.counters)).filter(({ key }) => /^[A-Z]{1,6}\d{4}$/.test(key))
  return [
    ...twice('number', matters.map(({ number }) => number)),
    ...twice('counter', counters.map(({ key }) => key)),
    ...counters.flatMap(({ key, value }) => (used.get(key) === value ? [] : [`counter ${key} stands at ${value}, ${used.get(key) ?? 0} numbers are used`])),
  ]
}

/** Every limit that applies to a matter has its clock, and no other has one. */
const clockFaults = async ({ payload }: Kept, matters: MatterRow[]): Promise<string[]> => {
  const model = await needModel(payload)
  const clocks = await findRows({ payload }, SLUG.clocks)
  return matters.flatMap((matter) => {
    const has = clocks.filter((row) => row.matter === matter.id).map(({ clock }) => clock).sort()
    const wants = limitsFor(model, matter).map(({ clock }) => clock).sort()
    return has.join() === wants.join() ? [] : [`${matter.number}: clocks ${has.join() || 'none'} instead of ${wants.join()}`]
  })
}

/** Every photo of a matter lies in its file as it was taken in. */
const photoFaults = async ({ payload, dir }: Kept, matters: MatterRow[]): Promise<string[]> => {
  const known = new Set(matters.map(({ id }) => id))
  const faults: string[] = []
  for (const { id, matter, file, sha256 } of (await findRows({ payload }, SLUG.attachments)).filter((row) => row.matter)) {
    if (!known.has(String(matter))) faults.push(`photo ${id} is of no matter`)
    const bytes = await readFile(path.join(dir, 'attachments', String(file))).catch((error: NodeJS.ErrnoException) => error)
    if (bytes instanceof Error) faults.push(`photo ${id} has no file: ${bytes.code}`)
    else if (createHash('sha256').update(bytes).digest('hex') !== sha256) faults.push(`photo ${id} is not what was taken in`)
  }
  return faults
}

const receiptFaults = (matters: MatterRow[]): string[] => [
  ...twice('receipt', matters.map(({ receiptCode }) => receiptCode)),
  ...twice('key', matters.map(({ idempotencyKey }) => idempotencyKey)),
]

/**
 * Whether an office in which nothing was erased, corrected or closed for good has lost or doubled anything: its books
 * (`bookFaults`), numbers, receipts, clocks and photos. A line per fault.
 */
export const wholeFaults = async (kept: Kept): Promise<string[]> => {
  const matters = (await findRows({ payload: kept.payload }, SLUG.matters)) as MatterRow[]
  return [
    ...(await bookFaults(kept.payload, kept.now)), ...(await numberFaults(kept, matters)), ...receiptFaults(matters),
    ...(await clockFaults(kept, matters)), ...(await photoFaults(kept, matters)),
  ]
}

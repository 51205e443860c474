import type { Payload } from 'payload'
import { rangeOf } from '@/access/range'
import { findRows, updateRowIf } from '@/db/rows'
import { SLUG } from '@/slugs'

const CHUNK = 200

type Placed = typeof SLUG.entries | typeof SLUG.checks
type Row = { id: string; unit?: string | null; path?: string | null }

const chunkOf = async (payload: Payload, slug: Placed, { from, last }: { from: string; last: string }): Promise<Row[]> => {
  const range = rangeOf(from)
  return (await findRows({ payload }, slug, {
    where: { and: [{ path: { greater_than_equal: range.from } }, { path: { less_than: range.below } }, { id: { greater_than: last } }] }, sort: 'id', limit: CHUNK, select: { unit: true, path: true },
  })) as Row[]
}

const moveChunk = async (payload: Payload, slug: Placed, rows: readonly Row[]): Promise<void> => {
  const ids = [...new Set(rows.flatMap(({ unit }) => unit ?? []))]
  const units = new Map((await findRows({ payload }, SLUG.units, { where: { id: { in: ids } }, select: { path: true } })).map(({ id, path }) => [id, path]))
  for (const { id, unit, path } of rows) {
    const to = units.get(unit ?? '')
    if (to && to !== path) await updateRowIf({ payload }, slug, { and: [{ id: { equals: id } }, { unit: { equals: unit } }, { path: { equals: path } }] }, { path: to })
  }
}

/** Entries of registers, and the places of rounds, go with their unit to where it lies now, so that whoever looks after that part of the territory sees them. `from`: the path it had. */
export const followPlaces = async (payload: Payload, from: string): Promise<void> => {
  for (const slug of [SLUG.entries, SLUG.checks] as const) {
    for (let last = ''; ;) {
      const rows = await chunkOf(payload, slug, { from, last })
      await moveChunk(payload, slug, rows)
      last = rows.at(-1)?.id ?? last
      if (rows.length < CHUNK) break
    }
  }
}

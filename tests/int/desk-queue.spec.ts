import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@/db/ids'
import { queueCounts, queuePage, type QueueClock, type QueueFilters, type QueueOwner, type QueueSort } from '@/db/queue'
import { mongoQueue } from '@/db/queue/mongo'
import { insertRows } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { may } from '@/domain/access/decide'
import { PERMISSIONS, type Grant, type Viewer } from '@/domain/access/types'
import { PHASES } from '@/domain/workflow/types'
import { factsOf, type MatterRow } from '@/services/matters/row'
import { needModel } from '@/services/structure/cache'
import type { OfficeModel } from '@/services/structure/load'
import { SLUG } from '@/slugs'
import { openPortal, type TestPortal } from '../helpers/portal'

const NOW = Date.parse('2026-11-24T10:00:00.000Z')
const HOUR = 3_600_000
const WORDS = ['路灯', '井盖', 'Noise', '100%', 'under_score', '积水']
const COUNT = 600

let portal: TestPortal
let model: OfficeModel
let rows: MatterRow[]

// The same run every time: what fails here fails again.
let state = 20_261_124
const random = (): number => {
  state = (state + 0x6d2b79f5) | 0
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
}
const randomInt = (from: number, below?: number): number => (below === undefined ? Math.floor(random() * from) : from + Math.floor(random() * (below - from)))

const one = <T>(list: readonly T[]): T => list[randomInt(list.length)]!
const maybe = <T>(list: readonly T[]): T | undefined => (randomInt(3) === 0 ? one(list) : undefined)
const iso = (at: number) => new Date(at).toISOString()
// Few distinct instants, so that equal values are common and the id has to decide.
const near = (spread: number) => iso(NOW + randomInt(-spread, spread) * HOUR)

const PEOPLE = ['p1', 'p2', 'p3']

const clocks = (open: boolean) => {
  const due = open && randomInt(5) > 0 ? near(30) : null
  return { dueAt: due, warnAt: due ? iso(Date.parse(due) - 4 * HOUR) : null, paused: due !== null && randomInt(5) === 0 }
}

const shares = (team: string | undefined, person: string | undefined): string => {
  const keys = [team && `t:${team}`, person && `p:${person}`, randomInt(4) === 0 && `p:${one(PEOPLE)}`].filter(Boolean)
  return keys.length > 0 ? `|${keys.join('|')}|` : ''
}

const place = () => {
  const [unit, category] = [one(model.units.all), one(model.categories.all)]
  return { category: category.id, categoryPath: category.path, unit: unit.id, path: unit.path, source: one(model.sources.all).id, tags: maybe(model.tags.all.map(({ id }) => `|${id}|`)) ?? '' }
}

const life = () => {
  const open = randomInt(5) > 0
  return { open, phase: open ? one(PHASES.slice(0, 5)) : ('archive' as const), step: one(['intake', 'handling', 'archive']), confidentiality: one(['normal', 'normal', 'restricted'] as const), ...clocks(open) }
}

const makeRow = (index: number): MatterRow => {
  const [team, person] = [maybe(model.teams.all.map(({ id }) => id)), maybe(PEOPLE)]
  const number = `Q-${String(index).padStart(5, '0')}`
  return {
    id: newId(), office: model.office.id, number, receiptCode: `R${index}`, wordHash: 'x', idempotencyKey: `q:${index}`, type: model.types.all[0]!.id, severity: 2, title: `t${index}`, text: '', answers: {},
    workflowVersion: model.workflows.all[0]!.current!, searchText: `${number} ${one(WORDS)} ${one(WORDS)}`.toLowerCase(), revision: 1, round: 1, returns: randomInt(3), eventCount: 1, openParts: 0,
    ownerUnit: maybe(model.units.all.map(({ id }) => id)) ?? null, ownerTeam: team ?? null, ownerPerson: null, participants: shares(team, person), receivedAt: near(40), touchedAt: near(20), ...place(), ...life(),
  }
}

beforeAll(async () => {
  portal = await openPortal()
  model = await needModel(portal.payload)
  rows = Array.from({ length: COUNT }, (_, index) => makeRow(index))
  await withTransaction(portal.payload, (req) => insertRows(req, SLUG.matters, rows as never))
})
afterAll(() => portal.close())

const grant = (): Grant => ({
  role: 'r',
  permissions: PERMISSIONS.filter((permission) => (permission === 'matter.view' ? randomInt(8) > 0 : permission === 'matter.viewRestricted' && randomInt(2) === 0)),
  ...(randomInt(2) === 0 ? { unitPath: one(model.units.all).path } : {}),
  ...(randomInt(3) === 0 ? { team: one(model.teams.all).id } : {}),
  ...(randomInt(3) === 0 ? { categoryPaths: [one(model.categories.all).path, one(model.categories.all).path] } : {}),
  ...(randomInt(6) === 0 ? { until: NOW - 1 } : {}),
})

const viewer = (): Viewer => ({ id: one(PEOPLE), office: randomInt(20) === 0 ? 'elsewhere' : model.office.id, grants: Array.from({ length: randomInt(4) }, grant) })

const owner = (): QueueOwner => one<QueueOwner>([{ kind: 'nobody' }, { kind: 'team', id: one(model.teams.all).id }, { kind: 'unit', id: one(model.units.all).id }, { kind: 'share', id: one(PEOPLE) }])

const CLOCKS: QueueClock[] = ['late', 'soon', 'running', 'paused', 'none']

const sometimes = (odds: number, make: () => QueueFilters): QueueFilters => (randomInt(odds) === 0 ? make() : {})

const filters = (): QueueFilters => ({
  ...sometimes(4, () => ({ phases: [one(PHASES), one(PHASES)] })),
  ...sometimes(6, () => ({ steps: [one(['intake', 'handling'])] })),
  ...sometimes(4, () => ({ unitPaths: [one(model.units.all.slice(0, 20)).path] })),
  ...sometimes(4, () => ({ categoryPaths: [one(model.categories.all).path] })),
  ...sometimes(4, () => ({ owners: [owner(), owner()] })),
  ...sometimes(6, () => ({ sources: [one(model.sources.all).id] })),
  ...sometimes(4, () => ({ clocks: [one(CLOCKS)] })),
  ...sometimes(6, () => ({ tags: [one(model.tags.all).id] })),
  ...sometimes(5, () => ({ receivedFrom: near(20), receivedBelow: iso(NOW + 30 * HOUR) })),
  ...sometimes(4, () => ({ terms: [one(WORDS).toLowerCase()] })),
  ...sometimes(6, () => ({ returned: true })),
  ...sometimes(2, () => ({ closed: true })),
})

const late = (row: MatterRow) => row.open && !row.paused && row.dueAt != null && row.dueAt < iso(NOW)
const CLOCK_IS: Record<QueueClock, (row: MatterRow) => boolean> = {
  late,
  soon: (row) => row.open && !row.paused && row.dueAt != null && row.dueAt >= iso(NOW) && row.warnAt! <= iso(NOW),
  running: (row) => row.open && !row.paused && row.dueAt != null && row.dueAt >= iso(NOW),
  paused: (row) => row.paused === true,
  none: (row) => row.dueAt == null && !row.paused,
}
const OWNER_IS: Record<QueueOwner['kind'], (row: MatterRow, id: string) => boolean> = {
  nobody: (row) => !row.ownerUnit && !row.ownerTeam && !row.ownerPerson,
  unit: (row, id) => row.ownerUnit === id,
  team: (row, id) => row.ownerTeam === id,
  person: (row, id) => row.ownerPerson === id,
  share: (row, id) => row.participants.includes(`|p:${id}|`),
}

const TESTS: { [F in keyof Required<QueueFilters>]?: (row: MatterRow, value: NonNullable<QueueFilters[F]>) => boolean } = {
  phases: (row, value) => value.includes(row.phase),
  steps: (row, value) => value.includes(row.step),
  sources: (row, value) => value.includes(row.source!),
  unitPaths: (row, value) => value.some((path) => row.path.startsWith(path)),
  categoryPaths: (row, value) => value.some((path) => row.categoryPath.startsWith(path)),
  owners: (row, value) => value.some((each) => OWNER_IS[each.kind](row, 'id' in each ? each.id : '')),
  clocks: (row, value) => value.some((clock) => CLOCK_IS[clock](row)),
  tags: (row, value) => value.some((tag) => row.tags!.split('|').includes(tag)),
  receivedFrom: (row, value) => row.receivedAt >= value,
  receivedBelow: (row, value) => row.receivedAt < value,
  terms: (row, value) => value.every((term) => row.searchText!.includes(term)),
  returned: (row) => row.returns > 0,
}

const isOpenFor = (row: MatterRow, filter: QueueFilters) => row.open || filter.closed === true || Boolean(filter.phases?.includes('archive'))

const fits = (filter: QueueFilters) => (row: MatterRow): boolean =>
  isOpenFor(row, filter) && Object.entries(filter).every(([name, value]) => (TESTS[name as 'returned'] as ((row: MatterRow, value: unknown) => boolean) | undefined)?.(row, value) ?? true)

const order: Record<QueueSort, (row: MatterRow) => [number, string, 1 | -1]> = {
  due: (row) => (row.paused ? [1, row.receivedAt, 1] : row.dueAt != null ? [0, row.dueAt, 1] : [2, row.receivedAt, -1]),
  received: (row) => [0, row.receivedAt, -1],
  updated: (row) => [0, row.touchedAt, -1],
}

const sorted = (list: MatterRow[], sort: QueueSort): string[] => [...list].sort((a, b) => {
  const [[groupA, valueA, sign], [groupB, valueB]] = [order[sort](a), order[sort](b)]
  if (groupA !== groupB) return groupA - groupB
  return (valueA === valueB ? (a.id < b.id ? -1 : 1) : valueA < valueB ? -1 : 1) * sign
}).map(({ id }) => id)

const readAll = async (who: Viewer, filter: QueueFilters, sort: QueueSort, read = queuePage): Promise<string[]> => {
  const ids: string[] = []
  let after: string | undefined
  do {
    const page = await read({ payload: portal.payload, viewer: who, filters: filter, now: NOW, sort, limit: 37, after })
    ids.push(...page.rows.map(({ id }) => id))
    after = page.next
  } while (after)
  return ids
}

describe('the queue agrees with the decision on access and with its filters, row by row', () => {
  it.each(['due', 'received', 'updated'] as const)('sorted by %s, page after page, for anybody', async (sort) => {
    let shown = 0
    for (let round = 0; round < 60; round += 1) {
      const [who, filter] = [viewer(), filters()]
      const seen = rows.filter((row) => may(who, 'matter.view', factsOf(row), NOW)).filter(fits(filter))
      expect(await readAll(who, filter, sort), JSON.stringify({ who, filter })).toEqual(sorted(seen, sort))
      const counts = await queueCounts({ payload: portal.payload, viewer: who, filters: filter, now: NOW })
      expect(counts).toEqual({ all: seen.length, late: seen.filter(late).length, soon: seen.filter(CLOCK_IS.soon).length, paused: seen.filter(CLOCK_IS.paused).length })
      shown += seen.length
    }
    expect(shown).toBeGreaterThan(300)
  })

  it('in Payload\'s words too, which is how MongoDB is asked', async () => {
    for (let round = 0; round < 40; round += 1) {
      const [who, filter, sort] = [viewer(), filters(), one(['due', 'received', 'updated'] as const)]
      const seen = rows.filter((row) => may(who, 'matter.view', factsOf(row), NOW)).filter(fits(filter))
      expect(await readAll(who, filter, sort, mongoQueue.page), JSON.stringify({ who, filter })).toEqual(sorted(seen, sort))
      const counts = await mongoQueue.counts({ payload: portal.payload, viewer: who, filters: filter, now: NOW })
      expect([counts.all, counts.late]).toEqual([seen.length, seen.filter(late).length])
    }
  })

  it('refuses a cursor of another sort, and a broken one', async () => {
    const who: Viewer = { id: 'p1', office: model.office.id, grants: [{ role: 'r', permissions: ['matter.view', 'matter.viewRestricted'] }] }
    const ask = (sort: QueueSort, after?: string) => queuePage({ payload: portal.payload, viewer: who, filters: {}, now: NOW, sort, limit: 5, after })
    const { next } = await ask('received')
    await expect(ask('updated', next)).rejects.toMatchObject({ code: 'invalid' })
    await expect(ask('due', 'nonsense')).rejects.toMatchObject({ code: 'invalid' })
    await expect(ask('due', '7.abc')).rejects.toMatchObject({ code: 'invalid' })
  })

  it('shows nothing to somebody who holds nothing', async () => {
    const who: Viewer = { id: 'p1', office: model.office.id, grants: [] }
    expect(await readAll(who, { closed: true }, 'due')).toEqual([])
    expect(await queueCounts({ payload: portal.payload, viewer: who, filters: {}, now: NOW })).toEqual({ all: 0, late: 0, soon: 0, paused: 0 })
  })
})

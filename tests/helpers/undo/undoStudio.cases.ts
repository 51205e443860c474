import type { UndoCase } from './undoCase'
import type { Ask, World } from './world'
import { SLUG } from '@/slugs'
import type { DefinitionKind } from '@/domain/package/definitions'
import { DRAFTS } from '@/services/structure/drafts'
import { findRow } from '@/db/rows'

type Row = Record<string, unknown>

/** Doors of the studio that write nothing of the structure, and why. */
export const STUDIO_ELSEWHERE: Record<string, string> = {
  'POST definitions/[kind]/check': 'only looks', 'POST forms/try': 'only tries', 'POST roles/see': 'only looks', 'POST routines/check': 'only looks', 'POST routines/try': 'only tries', 'POST routing/replay': 'only tries',
  'POST routing/try': 'only tries', 'POST workflows/try': 'only tries', 'POST workflows/[key]/flight/preview': 'only looks', 'POST workflows/[key]/flight': 'moves matters, which keep their own record',
  'POST routines/[id]/runs/[run]': 'opens a matter', 'POST import/[kind]': 'sets a file aside', 'POST import/[kind]/[id]/merge': 'changes what was set aside', 'DELETE import/[kind]/[id]': 'drops what was set aside', 'POST packages': 'sets a file aside',
  'POST packages/[id]/compare': 'only compares', 'DELETE packages/[id]': 'drops what was set aside', 'POST setup/people': 'makes accounts', 'POST people/[id]/account/[act]': 'accounts, not structure', 'POST setup/grants': 'gives roles that were wished for, one by one',
  // Addresses that messages go to have a secret, which no record of a change may keep: who changed what of them is in the audit log.
  'POST webhooks': 'told by the audit log', 'PATCH webhooks/[id]': 'told by the audit log', 'DELETE webhooks/[id]': 'told by the audit log', 'POST webhooks/[id]/secret': 'told by the audit log',
  'POST webhooks/[id]/try': 'only tries', 'POST webhooks/undelivered': 'sends again what was not delivered',
}

const KINDS = Object.keys(DRAFTS) as DefinitionKind[]

const firstOf = async (world: World, kind: DefinitionKind): Promise<{ id: string; code: string; definition: Row }> => (await world.first(DRAFTS[kind])) as never

const renamed = (definition: Row): Row => ({ ...definition, name: { zh: '改过的名字', en: 'Changed' } })

const sent = (key: string, kind: DefinitionKind, body: Row): Ask => ({ params: { kind, key }, body })

const drafted = async (world: World, kind: DefinitionKind, code: string): Promise<Record<string, string>> => {
  const { definition } = await firstOf(world, kind)
  await world.studio('POST definitions/[kind]', { params: { kind }, body: { definition: { ...definition, code } } })
  return { code }
}

const dropped = (world: World, kind: DefinitionKind, code: string) => world.studio('DELETE definitions/[kind]/[key]', { params: { kind, key: code } })

const taken = (world: World, kind: DefinitionKind, { key = '' }: Record<string, string>) => world.studio('POST definitions/[kind]/[key]/take', { params: { kind, key } })

const changedDraft = async (world: World, kind: DefinitionKind): Promise<Record<string, string>> => {
  const { code, definition } = await firstOf(world, kind)
  await world.studio('PUT definitions/[kind]/[key]', sent(code, kind, { definition: renamed(definition) }))
  return { key: code }
}

const definitionCases = (why: string) => (kind: DefinitionKind): UndoCase[] => [
  {
    door: 'POST definitions/[kind]', what: kind,
    act: async (world) => world.studio('POST definitions/[kind]', { params: { kind }, body: { definition: { ...(await firstOf(world, kind)).definition, code: `undo-${kind}` }, reason: why } }),
  },
  {
    door: 'PUT definitions/[kind]/[key]', what: kind,
    act: async (world) => {
      const { code, definition } = await firstOf(world, kind)
      return world.studio('PUT definitions/[kind]/[key]', sent(code, kind, { definition: renamed(definition), reason: why }))
    },
  },
  {
    door: 'POST definitions/[kind]/[key]/take', what: kind, set: (world) => changedDraft(world, kind), clear: (world, row) => taken(world, kind, row),
    act: (world, { key = '' }) => world.studio('POST definitions/[kind]/[key]/take', sent(key, kind, { reason: why })),
  },
  {
    door: 'POST definitions/[kind]/[key]/publish', what: kind, drafted: true, set: (world) => changedDraft(world, kind), clear: (world, row) => taken(world, kind, row),
    act: (world, { key = '' }) => world.studio('POST definitions/[kind]/[key]/publish', sent(key, kind, { reason: why })),
  },
  {
    door: 'DELETE definitions/[kind]/[key]', what: kind, set: (world) => drafted(world, kind, `gone-${kind}`), clear: (world, { code = '' }) => dropped(world, kind, code),
    act: (world, { code = '' }) => world.studio('DELETE definitions/[kind]/[key]', sent(code, kind, { reason: why })),
  },
]

const id = (value: unknown): Record<string, string> => ({ id: String(value) })

const TOP = 3
const PART = { type: 'Polygon', coordinates: [[[0, 0], [0.001, 0], [0.001, 0.001], [0, 0]]] }

const unitsAt = async (world: World, depth: number) => (await world.model()).units.all.filter(({ path, active }) => path.split('/').length === depth + 2 && active !== false)
const leafPair = async (world: World) => {
  const { units } = await world.model()
  const parents = new Set(units.all.map(({ parent }) => parent))
  const [one] = units.all.filter(({ id: own, active }) => !parents.has(own) && active !== false)
  const two = units.all.find(({ id: own, parent, level }) => own !== one?.id && parent === one?.parent && level === one?.level)
  return [one!, two!] as const
}
const withChildren = async (world: World) => {
  const { units } = await world.model()
  const [one, two] = (await unitsAt(world, TOP - 1)).filter(({ id: own }) => units.all.some(({ parent }) => parent === own))
  return [one!, two!] as const
}

const covered = async (world: World, unit: string): Promise<Record<string, string>> => {
  const { id: member } = await world.studio('POST rows/[slug]', { params: { slug: SLUG.memberships }, body: { data: { person: world.other, units: [unit] } } })
  return { member: String(member) }
}
const uncovered = (world: World, { member = '' }: Record<string, string>) => world.studio('DELETE rows/[slug]/[id]', { params: { slug: SLUG.memberships, id: member } })

const territoryCases = (why: string): UndoCase[] => [
  {
    door: 'POST units', silent: true,
    act: async (world) => {
      const [one] = await leafPair(world)
      return world.studio('POST units', { body: { data: { name: { zh: '新的一格', en: 'A new one' }, parent: one.parent, level: one.level, kind: one.kind } } })
    },
  },
  { door: 'POST units/[id]/close', act: async (world) => world.studio('POST units/[id]/close', { params: id((await leafPair(world))[0].id), body: { reason: why } }) },
  {
    door: 'POST units/[id]/close', what: 'in favour of another, with those who cover it', set: async (world) => covered(world, (await withChildren(world))[0].id), clear: uncovered,
    act: async (world) => {
      const [one, two] = await withChildren(world)
      return world.studio('POST units/[id]/close', { params: id(one.id), body: { successor: two.id, reason: why } })
    },
  },
  {
    door: 'POST units/[id]/merge', set: async (world) => covered(world, (await withChildren(world))[1].id), clear: uncovered,
    act: async (world) => {
      const [one, two] = await withChildren(world)
      return world.studio('POST units/[id]/merge', { params: id(one.id), body: { units: [two.id], name: { zh: '合起来的', en: 'Joined' }, reason: why } })
    },
  },
  {
    door: 'POST units/[id]/move',
    act: async (world) => {
      const [one, two] = await withChildren(world)
      const child = (await world.model()).units.all.find(({ parent }) => parent === one.id)!
      return world.studio('POST units/[id]/move', { params: id(child.id), body: { parent: two.id, reason: why } })
    },
  },
  {
    door: 'POST units/[id]/split',
    act: async (world) => {
      const [one] = await withChildren(world)
      const child = (await world.model()).units.all.find(({ parent }) => parent === one.id)!
      return world.studio('POST units/[id]/split', { params: id(one.id), body: { parts: [{ code: 'split-1', name: { zh: '东' }, boundary: PART }, { code: 'split-2', name: { zh: '西' } }], homes: { [child.id]: 1 }, reason: why } })
    },
  },
  {
    door: 'PUT units/levels',
    act: async (world) => {
      const levels = (await world.model()).levels.all.map(({ id: own, code, name, staffing }) => ({ id: own, code, name: { ...name, zh: `${name.zh}改` }, staffing }))
      return world.studio('PUT units/levels', { body: { levels: [...levels, { code: 'deeper', name: { zh: '再下一级', en: 'Deeper' }, staffing: [] }], reason: why } })
    },
  },
  {
    door: 'POST units/order', silent: true,
    act: async (world) => {
      const [one] = await withChildren(world)
      const ids = (await world.model()).units.all.filter(({ parent }) => parent === one.parent).map(({ id: own }) => own)
      return world.studio('POST units/order', { body: { ids: ids.reverse() } })
    },
  },
]

const categoryPair = async (world: World) => {
  const { categories } = await world.model()
  const tops = categories.all.filter(({ path, parent, active }) => !parent && active !== false && categories.all.some((other) => other.id !== path && other.parent && other.path.startsWith(path)))
  return [tops[0]!, tops[1]!] as const
}

const categoryCases = (why: string): UndoCase[] => [
  { door: 'POST categories', silent: true, act: async (world) => world.studio('POST categories', { body: { data: { name: { zh: '新的一类', en: 'A new one' }, parent: (await categoryPair(world))[0].id, severity: 2 } } }) },
  { door: 'POST categories/[id]/close', act: async (world) => world.studio('POST categories/[id]/close', { params: id((await categoryPair(world))[0].id), body: { reason: why } }) },
  {
    door: 'POST categories/[id]/move',
    act: async (world) => {
      const [one, two] = await categoryPair(world)
      const child = (await world.model()).categories.all.find(({ parent }) => parent === one.id)!
      return world.studio('POST categories/[id]/move', { params: id(child.id), body: { parent: two.id, reason: why } })
    },
  },
  {
    door: 'POST categories/order', silent: true,
    act: async (world) => world.studio('POST categories/order', { body: { ids: (await world.model()).categories.all.filter(({ parent }) => !parent).map(({ id: own }) => own).reverse() } }),
  },
]

const day = (world: World, body: Row) => world.studio('POST limits/calendar/day', { body })

const calendarCases = (why: string): UndoCase[] => [
  { door: 'POST limits/calendar/day', what: 'a new holiday', act: (world) => day(world, { date: '2031-05-01', kind: 'holiday', name: '劳动节', reason: why }) },
  {
    door: 'POST limits/calendar/day', what: 'another kind', set: async (world) => day(world, { date: '2031-05-02', kind: 'holiday', name: '劳动节' }).then(() => ({})),
    clear: (world) => day(world, { date: '2031-05-02', kind: 'plain' }), act: (world) => day(world, { date: '2031-05-02', kind: 'workday', name: '补班', reason: why }),
  },
  {
    door: 'POST limits/calendar/day', what: 'an ordinary day again', set: async (world) => day(world, { date: '2031-05-03', kind: 'holiday', name: '劳动节' }).then(() => ({})),
    clear: (world) => day(world, { date: '2031-05-03', kind: 'plain' }), act: (world) => day(world, { date: '2031-05-03', kind: 'plain', reason: why }),
  },
  { door: 'POST limits/calendar/import', act: (world) => world.studio('POST limits/calendar/import', { body: { text: '2031-01-01,holiday,元旦\n2031-01-04,workday,补班', year: 2031, reason: why } }) },
]

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text))

const stagedFile = async (world: World, kind: 'units' | 'categories', text: string): Promise<Record<string, string>> => {
  const answer = await world.studio('POST import/[kind]', { params: { kind }, file: { name: 'file.csv', bytes: bytesOf(text) } })
  await until(world, String(answer.id), 'staged')
  return { id: String(answer.id) }
}

const applied = async (world: World, door: string, { params, why }: { params: Record<string, string>; why: string }): Promise<void> => {
  await world.studio(door, { params, body: { reason: why } })
  await until(world, params.id ?? '', 'applied')
}

const stagedPackage = async (world: World): Promise<Record<string, string>> => {
  const file = JSON.parse((await world.standing()).file) as { tags: Row[]; units: Row[]; pages: Row[]; routines: Row[]; registers: Row[]; limits: Row }
  file.tags = [...file.tags.slice(2), { code: 'from-file', name: { zh: '文件里的' } }]
  file.units[1] = { ...file.units[1], name: { zh: '文件改的名' } }
  file.pages = file.pages.slice(1)
  // with its versions, where nothing holds it
  file.routines = []
  file.registers = file.registers.slice(1)
  file.limits = { ...file.limits, limits: (file.limits.limits as Row[]).slice(1) }
  const { id: own } = await world.studio('POST packages', { query: '?name=file.json', body: file })
  await until(world, String(own), 'staged')
  await world.studio('POST packages/[id]/compare', { params: id(own), body: { remove: true } })
  await until(world, String(own), 'staged')
  return { id: String(own) }
}

/** Waits for what goes on after the answer. */
const until = async (world: World, own: string, state: string): Promise<void> => {
  for (let left = 400; left > 0; left -= 1) {
    const row = await findRow({ payload: world.portal.payload }, SLUG.imports, { where: { id: { equals: own } } })
    if (row?.state === state) return
    if (row?.state === 'failed' || row?.state === 'refused') throw new Error(`${row.state}: ${JSON.stringify(row.problems ?? row.error).slice(0, 600)}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`never ${state}`)
}

const importCases = (why: string): UndoCase[] => [
  {
    door: 'POST import/[kind]/[id]/apply', what: 'categories', set: (world) => stagedFile(world, 'categories', '一级类别,二级类别\n进来的大类,进来的小类\n'),
    act: (world, { id: own = '' }) => applied(world, 'POST import/[kind]/[id]/apply', { params: { kind: 'categories', id: own }, why }),
  },
  {
    door: 'POST packages/[id]/apply', set: stagedPackage,
    act: (world, { id: own = '' }) => applied(world, 'POST packages/[id]/apply', { params: id(own), why }),
  },
]

const peopleCases = (why: string): UndoCase[] => [{
  door: 'POST people/[id]/hand-over',
  set: async (world) => {
    const unit = (await leafPair(world))[0].id
    await world.studio('PATCH rows/[slug]/[id]', { params: { slug: SLUG.units, id: unit }, body: { data: { lead: world.other } } })
    return { unit, ...(await covered(world, unit)) }
  },
  clear: async (world, made) => {
    await uncovered(world, made)
    await world.studio('PATCH rows/[slug]/[id]', { params: { slug: SLUG.units, id: made.unit ?? '' }, body: { data: { lead: null } } })
  },
  act: (world) => world.studio('POST people/[id]/hand-over', { params: id(world.other), body: { units: world.me, memberships: world.me, leaves: false, reason: why } }),
}]

const otherCases = (why: string): UndoCase[] => [
  {
    door: 'POST changes/[id]/undo',
    set: async (world) => {
      const tag = await world.first(SLUG.tags)
      await world.studio('PATCH rows/[slug]/[id]', { params: { slug: SLUG.tags, id: tag.id }, body: { data: { name: { zh: '先改一次' } } } })
      return { change: await world.newest(), tag: tag.id, name: JSON.stringify(tag.name) }
    },
    act: (world, { change = '' }) => world.studio('POST changes/[id]/undo', { params: id(change), body: { reason: why } }),
    clear: (world, { tag = '', name = '{}' }) => world.studio('PATCH rows/[slug]/[id]', { params: { slug: SLUG.tags, id: tag }, body: { data: { name: JSON.parse(name) as Row } } }),
  },
]

/** The first change of all: afterwards the start is no longer untouched. */
const startCases = (): UndoCase[] => [
  { door: 'POST setup/start', silent: true, act: (world) => world.studio('POST setup/start', { body: { preset: 'zhucheng' } }) },
  {
    door: 'POST setup/finish', silent: true,
    set: async (world) => {
      const { office } = await world.model()
      await world.studio('PATCH rows/[slug]/[id]', { params: { slug: SLUG.offices, id: office.id }, body: { data: { reportDoor: 'closed' } } })
      return {}
    },
    act: (world) => world.studio('POST setup/finish', { body: { open: true } }),
  },
]

/** The studio's doors but the one for plain rows. */
export const studioCases = (why: string): UndoCase[] => [
  ...startCases(), ...KINDS.flatMap(definitionCases(why)), ...territoryCases(why), ...categoryCases(why), ...calendarCases(why), ...importCases(why), ...peopleCases(why), ...otherCases(why),
]

import { countRows, findRows, type RowRequest } from '@/db/rows'
import { rangeOf } from '@/access/range'
import { SLUG } from '@/slugs'
import { kindOf, type RowWrite } from './rows'
import { type Carried, CARRIED, type Source, type StoredRow } from './source'
import { idOf } from '@/lib/idOf'
import { codeNameOf, codesNamedBy, codesOfVersion, idsHeldBy, namingVersions, usedOutside } from './used'

/** What becomes of a row that is to go: it goes; it is closed, since something still refers to it; or it stays, since it cannot be closed. */
export type Fate = 'removed' | 'closed' | 'kept'

export type Leaving = { slug: Carried; row: StoredRow }
export type Removal = Leaving & { fate: Fate; /** Versions that go with a definition. */ versions: string[] }

const CLOSABLE: readonly Carried[] = [SLUG.sources, SLUG.units, SLUG.teams, SLUG.posts, SLUG.types, SLUG.categories, SLUG.tags, SLUG.routines, SLUG.lifeEvents, SLUG.serviceCounters]

const versionsOf = async (req: RowRequest, office: string, leaving: readonly Leaving[]): Promise<Map<string, string[]>> => {
  const found = new Map<string, string[]>()
  for (const { slug, row } of leaving) {
    const kind = kindOf(slug)
    if (!kind) continue
    const rows = await findRows(req, SLUG.definitions, { where: { and: [{ office: { equals: office } }, { kind: { equals: kind } }, { code: { equals: String(row.code) } }] }, select: { code: true } })
    found.set(row.id, rows.map(({ id }) => id))
  }
  return found
}

type Staying = { ids: Set<string>; codes: Set<string> }

/** What versions name, by their id. */
type Versions = ReadonlyMap<string, readonly string[]>

/** What rows that stay refer to, as they are to be: in their drafts, and in what is in force of them. */
const namedByStaying = (rows: readonly Leaving[], versions: Versions): Staying => {
  const named: Staying = { ids: new Set(), codes: new Set() }
  for (const { slug, row } of rows) {
    for (const id of idsHeldBy(row)) named.ids.add(id)
    for (const code of [...codesNamedBy(slug, row), ...(versions.get(idOf(row.current) ?? '') ?? [])]) named.codes.add(code)
  }
  return named
}

const afterAll = (source: Source, writes: readonly RowWrite[], leaving: ReadonlySet<string>): Leaving[] => {
  const written = new Map(writes.map((write) => [write.id, write]))
  const old = CARRIED.flatMap((slug) => source.rows(slug).map((row): Leaving => ({ slug, row: written.get(row.id)?.after ?? row })))
  const fresh = writes.flatMap(({ slug, before, after }): Leaving[] => (!before && after && slug !== SLUG.offices ? [{ slug, row: after }] : []))
  return [...old, ...fresh].filter(({ slug, row }) => !leaving.has(row.id) && slug !== SLUG.definitions)
}

/** Units with open matters below them: those may not even be closed (domain.md §6). */
const busy = async (req: RowRequest, { slug, row }: Leaving): Promise<boolean> => {
  if (slug !== SLUG.units) return false
  const { from, below } = rangeOf(String(row.path))
  return (await countRows(req, SLUG.matters, { and: [{ path: { greater_than_equal: from } }, { path: { less_than: below } }, { open: { equals: true } }] })) > 0
}

/** What becomes of a row that something still refers to. */
const fateOf = async (req: RowRequest, one: Leaving, handers: ReadonlyMap<string, string> | undefined): Promise<Fate> => {
  if (!CLOSABLE.includes(one.slug)) return 'kept'
  return handers?.has(one.row.id) || !(await busy(req, one)) ? 'closed' : 'kept'
}

type Asked = { req: RowRequest; source: Source; writes: readonly RowWrite[]; /** Versions that are published with it. */ fresh: readonly StoredRow[]; leaving: readonly Leaving[]; /** Units whose open matters another one takes over: those may be closed. */ handers?: ReadonlyMap<string, string> }

/** Versions that name what is to go: those there are, and those to come. */
const namersOf = async ({ req, source, writes, fresh, leaving }: Asked): Promise<Versions> => {
  if (leaving.length === 0) return new Map()
  const going = new Set(leaving.flatMap(({ slug, row }) => codeNameOf(slug, row) ?? []))
  const coming = [...fresh, ...writes.flatMap(({ slug, after }) => (slug === SLUG.definitions && after ? [after] : []))]
  const all = [...(await namingVersions(req, source.office.id)), ...coming.map((row): [string, string[]] => [row.id, codesOfVersion(row)])]
  return new Map(all.filter(([, codes]) => codes.some((code) => going.has(code))))
}

/**
 * Decides what becomes of rows that are to go. What people, matters (closed ones too), grants, definitions or rows that stay refer to is closed, not
 * removed (decisions.md 5); a unit with open matters stays open; what cannot be closed stays. A version holds what it names while it is in force or something was decided by it.
 */
export const removalsOf = async (asked: Asked): Promise<Removal[]> => {
  const { req, source, writes, leaving, handers } = asked
  const [versions, namers] = [await versionsOf(req, source.office.id, leaving), await namersOf(asked)]
  const ids = new Map(CARRIED.map((slug) => [slug, new Set([...leaving.filter((one) => one.slug === slug).map(({ row }) => row.id), ...(slug === SLUG.definitions ? [...versions.values(), ...namers.keys()].flat() : [])])]))
  const outside = await usedOutside(req, ids)
  const inVersions = new Set([...namers].flatMap(([id, codes]) => (outside.has(id) ? codes : [])))
  const usedThere = ({ slug, row }: Leaving): boolean =>
    outside.has(row.id) || inVersions.has(codeNameOf(slug, row) ?? '') || (versions.get(row.id) ?? []).some((id) => outside.has(id))
  const going = new Map(leaving.filter((one) => !usedThere(one)).map((one) => [one.row.id, one]))
  // what stays may name what was to go, which then stays too and may name more
  for (let more = true; more;) {
    const named = namedByStaying(afterAll(source, writes, new Set(going.keys())), namers)
    const held = [...going.values()].filter(({ slug, row }) => named.ids.has(row.id) || named.codes.has(codeNameOf(slug, row) ?? ''))
    for (const { row } of held) going.delete(row.id)
    more = held.length > 0
  }
  const removals: Removal[] = []
  for (const one of leaving) {
    const stays = going.get(one.row.id) === undefined
    const fate = stays ? await fateOf(req, one, handers) : 'removed'
    removals.push({ ...one, fate, versions: stays ? [] : (versions.get(one.row.id) ?? []) })
  }
  return removals
}

/** The rows of removals as they are to be written; what stays is not. */
export const removalWrites = (removals: readonly Removal[], at: string): RowWrite[] =>
  removals.flatMap(({ slug, row, fate }): RowWrite[] => {
    if (fate === 'kept' || (fate === 'closed' && row.active === false)) return []
    return [{ slug, id: row.id, before: row, after: fate === 'removed' ? null : { ...row, active: false, ...(slug === SLUG.units ? { closedAt: at } : {}) } }]
  })

import type { Where } from 'payload'
import { countRows, findRow, type RowRequest } from '@/db/rows'
import { checkPackage } from '@/domain/package/check'
import { packageChanges, type RowChange } from '@/domain/package/diff'
import { mergePackages, type MergeChoice } from '@/domain/package/merge'
import type { Problem } from '@/domain/package/problem'
import type { StructurePackage } from '@/domain/package/schema'
import { isList, keyOf, LISTS, rowsOf } from '@/domain/package/sections'
import { now } from '@/lib/clock'
import { SLUG } from '@/slugs'
import { placed } from './places'
import { packageOf } from './read'
import { removalsOf, removalWrites, type Leaving, type Removal } from './removals'
import { rowsFor, type RowWrite } from './rows'
import { CARRIED, readSource, type Source, type StoredRow } from './source'
import { TABLE_OF, targetOf } from './target'
import type { Plan } from './write'

/** Which state of the structure something was compared with: any change of it since gives another answer. */
export const baseOf = async (req: RowRequest, office: string): Promise<string> => {
  const where: Where = { and: [{ office: { equals: office } }, { table: { in: [...CARRIED, SLUG.offices, SLUG.changes] } }] }
  const newest = await findRow(req, SLUG.changes, { where, sort: '-id', select: { table: true } })
  return `${await countRows(req, SLUG.changes, where)} ${newest?.id ?? ''}`
}

/** A problem by what it is about, not by where it stands: rows stand elsewhere in another file. */
const essence = (pkg: StructurePackage, { path, code, params }: Problem): string => {
  const [section = '', index = '', ...rest] = path.split('/').slice(1)
  const list = LISTS.find((one) => one === section)
  const row = list && rowsOf(pkg, list)[Number(index)]
  const { first: _first, ...stable } = params
  return JSON.stringify([row ? `${section}:${keyOf(row)}` : `${section}/${index}`, rest, code, stable])
}

/** What would be wrong with the office afterwards that is not wrong with it now. */
export const newProblems = (before: StructurePackage, after: StructurePackage): Problem[] => {
  const [old, fresh] = [checkPackage(before), checkPackage(after)]
  if (fresh.ok) return []
  const known = new Set(old.ok ? [] : old.problems.map((problem) => essence(before, problem)))
  return fresh.problems.filter((problem) => !known.has(essence(after, problem)))
}

/** A role that the file brings and its bearer may not make: said as what it is. */
const roleFirst = (problems: readonly Problem[], { roles }: StructurePackage): Problem[] =>
  problems.map((problem) => {
    const role = problem.code === 'unknownCode' && problem.params.kind === 'role' ? roles.find(({ code }) => code === problem.params.value) : undefined
    return role ? { ...problem, code: 'roleFirst', params: { value: role.code, zh: role.name.zh, en: role.name.en ?? role.name.zh } } : problem
  })

export type Comparison = {
  base: string
  /** The office as it is, and as it would be. */
  before: StructurePackage
  after: StructurePackage
  changes: RowChange[]
  removals: Removal[]
  problems: Problem[]
  plan: Plan
}

type Given = { writes: readonly RowWrite[]; versions: readonly StoredRow[]; removals: readonly Removal[]; at: string }

/** Everything that is to be written, with the places of what hangs in a tree. */
export const planOf = (source: Source, { writes, versions, removals, at }: Given): Plan => ({
  ...placed(source, [...writes, ...removalWrites(removals, at)]), versions, dropped: removals.flatMap((removal) => removal.versions),
})

const leavingIn = (source: Source, changes: readonly RowChange[]): Leaving[] =>
  changes.filter(({ kind }) => kind === 'removed').flatMap(({ section, key }) => {
    const slug = isList(section) ? TABLE_OF[section] : undefined
    const row = slug && source.byCode(slug, key)
    return slug && row ? [{ slug, row }] : []
  })

type Compare = { req: RowRequest; office: string; file: StructurePackage; choice: MergeChoice; reason?: string; by?: string }

/** Compares a file with an office and says everything that applying it would write, without writing anything. */
export const compare = async ({ req, office, file, choice, reason, by }: Compare): Promise<Comparison> => {
  const base = await baseOf(req, office)
  const source = await readSource(req, office)
  const before = packageOf(source)
  const after = mergePackages(before, file, choice)
  const changes = packageChanges(before, after)
  const problems = roleFirst(newProblems(before, after), file)
  const at = new Date(now()).toISOString()
  const { writes, versions } = problems.length > 0 ? { writes: [], versions: [] } : rowsFor({ source, target: targetOf(source, { office, at }), ...(reason ? { reason } : {}), ...(by ? { by } : {}) }, changes)
  const removals = await removalsOf({ req, source, writes, fresh: versions, leaving: leavingIn(source, changes) })
  return { base, before, after, changes, removals, problems, plan: planOf(source, { writes, versions, removals, at }) }
}

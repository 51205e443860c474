import { newId } from '@/db/ids'
import { makePath } from '@/domain/grid/path'
import type { StructurePackage } from '@/domain/package/schema'
import { SLUG } from '@/slugs'
import { maybeId, idFor, idsFor, put, type Applying } from './context'

const parentsFirst = <T extends { code: string; parent?: string }>(rows: readonly T[]): T[] => {
  const byCode = new Map(rows.map((row) => [row.code, row]))
  const depth = (row: T): number => (row.parent === undefined ? 0 : 1 + depth(byCode.get(row.parent) ?? { ...row, parent: undefined }))
  return [...rows].sort((one, other) => depth(one) - depth(other))
}

/** Levels, units with their paths, teams and posts. */
export const putTerritory = async (applying: Applying, pack: StructurePackage): Promise<void> => {
  for (const level of pack.levels) await put(applying, SLUG.levels, level)
  const paths = new Map<string, string>()
  let order = 0
  for (const { level, parent, publicContact, ...unit } of parentsFirst(pack.units)) {
    const id = newId()
    const path = makePath(parent === undefined ? undefined : paths.get(parent), id)
    paths.set(unit.code, path)
    order += 1
    await put(applying, SLUG.units, {
      ...unit, level: idFor(applying, SLUG.levels, level), parent: maybeId(applying, SLUG.units, parent), path, order, active: true,
      publicPhone: publicContact?.phone, publicHours: publicContact?.hours,
    }, id)
  }
  for (const { size, units, ...team } of pack.teams) {
    await put(applying, SLUG.teams, { ...team, minSize: size?.min, maxSize: size?.max, units: idsFor(applying, SLUG.units, units), active: true })
  }
  for (const post of pack.posts) await put(applying, SLUG.posts, { ...post, active: true })
}

/** Categories with their paths; needs types and posts. */
export const putCategories = async (applying: Applying, pack: StructurePackage): Promise<void> => {
  const paths = new Map<string, string>()
  let order = 0
  for (const { parent, keywords, matterType, lead, ...category } of parentsFirst(pack.categories)) {
    const id = newId()
    const path = makePath(parent === undefined ? undefined : paths.get(parent), id)
    paths.set(category.code, path)
    order += 1
    await put(applying, SLUG.categories, {
      ...category, parent: maybeId(applying, SLUG.categories, parent), path, order, active: true, keywords: keywords.join('、'),
      matterType: maybeId(applying, SLUG.types, matterType), lead: maybeId(applying, SLUG.posts, lead),
    }, id)
  }
}

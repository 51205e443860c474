import { pathIds } from '@/domain/grid/path'
import type { OfficeModel } from '@/services/structure/load'
import type { Desk } from './desk'
import type { NodeRef, OwnerVM, Ref } from './view'

type Naming = Pick<Desk, 'model' | 'say'>
type Node = { id: string; name: { zh: string; en?: string }; path: string }

const nodeIn = (rows: Map<string, Node>, id: string | null | undefined, { say }: Naming): NodeRef | undefined => {
  const row = id ? rows.get(id) : undefined
  if (!row) return undefined
  const above = pathIds(row.path).slice(0, -1).flatMap((parent) => rows.get(parent) ?? [])
  return { id: row.id, name: say(row.name), above: above.map(({ name }) => say(name)) }
}

export const categoryRef = (naming: Naming, id: string | null | undefined): NodeRef | undefined => nodeIn(naming.model.categories.byId, id, naming)

/** The territory's one top names nothing that a clerk does not know: it is left out above others. */
export const unitRef = (naming: Naming, id: string | null | undefined): NodeRef | undefined => {
  const node = nodeIn(naming.model.units.byId, id, naming)
  return node && { ...node, above: node.above.slice(1) }
}

export const teamRef = ({ model, say }: Naming, id: string | null | undefined): Ref | undefined => {
  const row = id ? model.teams.byId.get(id) : undefined
  return row && { id: row.id, name: say(row.name) }
}

export const personRef = ({ model }: Naming, id: string | null | undefined): Ref | undefined => {
  const row = id ? model.people.get(id) : undefined
  return row && { id: row.id, name: row.name }
}

export type Share = { unit?: string | null; team?: string | null; person?: string | null }

/** Who has something, in names; null for nobody. */
export const ownerOf = (naming: Naming, { unit, team, person }: Share): OwnerVM | null => {
  const [u, tm, p] = [unitRef(naming, unit), teamRef(naming, team), personRef(naming, person)]
  if (!u && !tm && !p) return null
  return { ...(u ? { unit: { id: u.id, name: u.name } } : {}), ...(tm ? { team: tm } : {}), ...(p ? { person: p } : {}) }
}

/** The shortest name of an owner: the person, else the team, else the unit. */
export const shareName = (naming: Naming, { unit, team, person }: Share): string =>
  [teamRef(naming, team)?.name ?? (person ? undefined : unitRef(naming, unit)?.name), personRef(naming, person)?.name].filter(Boolean).join(' ')

/** Tags are kept as ids, shown and typed as names. */
export const tagNames = ({ model, say }: Naming, tags: string | null | undefined): string[] =>
  (tags ?? '').split('|').filter(Boolean).flatMap((id) => {
    const row = model.tags.byId.get(id)
    return row ? [say(row.name)] : []
  })

/** Id of a tag by its name in any language. */
export const tagId = (model: OfficeModel, name: string): string | undefined =>
  model.tags.all.find((row) => row.active !== false && [row.name.zh, row.name.en, row.code].includes(name.trim()))?.id

export const matterHref = (id: string): string => `/desk/matters/${id}`

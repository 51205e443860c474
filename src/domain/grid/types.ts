import type { Words } from '../words'

/** An ordered level of the territory. `order` 1 is the top. */
export type Level = { id: string; code: string; name: Words; order: number; staffing?: StaffingRule[] }

/** "格中定人", 一员一格, 一员多格, 一格多员, sizes: rules on who stands in a unit (domain.md §6). */
export type StaffingRule =
  | { kind: 'leadRequired' }
  | { kind: 'size'; post?: string; min?: number; max?: number }
  | { kind: 'unitsPerPerson'; post?: string; min?: number; max?: number }

export type Unit = {
  id: string
  code: string
  name: Words
  level: string
  parent?: string
  /** Ancestors' ids and its own, joined: "/a/b/". */
  path: string
  lead?: string
  active: boolean
}

/** A person's place in a team and post, and the units they cover, within dates (epoch ms). */
export type Membership = { person: string; team?: string; post?: string; units: string[]; from?: number; until?: number }

/** [longitude, latitude] in degrees, as in GeoJSON; further numbers (height) are ignored. */
export type Position = readonly number[]

/** A unit's outline: GeoJSON geometry. The first ring of a polygon is its edge, further ones are holes; rings are closed. */
export type Boundary =
  | { type: 'Polygon'; coordinates: Position[][] }
  | { type: 'MultiPolygon'; coordinates: Position[][][] }

import type { Unit } from '@/domain/grid'
import type { UnitRow } from '@/services/structure/rows'

const some = <T>(value: T | null | undefined): T | undefined => value ?? undefined

/** A unit as the domain's rules of the territory know it. */
export const unitOf = ({ id, code, name, level, parent, path, lead, active }: UnitRow): Unit => ({ id, code, name, level, parent: some(parent), path, lead: some(lead), active: active !== false })

import type { Words } from '../words'
import { nameOf } from './conditions'
import { compose } from './words'
import type { Directory, RoutingFacts, RuleResult } from './types'

/** Who a rule points at now (ids, and a name to read aloud), or why nobody. */
export type Target = { team?: string; unit?: string; person?: string; name: Words } | { gone: Words }

const teamTarget = (code: string, directory: Directory): Target => {
  const team = directory.team(code)
  if (team === undefined) return { gone: compose('teamUnknown', code) }
  if (!team.active) return { gone: compose('teamClosed', team.name) }
  if (team.objected) return { gone: compose('objected', team.name) }
  return team.members === 0 ? { gone: compose('teamEmpty', team.name) } : { team: team.id, name: team.name }
}

const unitTarget = (code: string, directory: Directory): Target => {
  const unit = directory.unit(code)
  if (unit === undefined) return { gone: compose('unitUnknown', code) }
  if (unit.objected) return { gone: compose('objected', unit.name) }
  return unit.active ? { unit: unit.id, name: unit.name } : { gone: compose('unitClosed', unit.name) }
}

/** The lead of an open unit, if somebody who still works here is. */
export const leadTarget = (code: string, directory: Directory): { unit: string; person: string; name: Words } | undefined => {
  const unit = directory.unit(code)
  if (unit?.lead === undefined || !unit.active || unit.objected) return undefined
  const present = directory.person === undefined || directory.person(unit.lead)?.active === true
  return present ? { unit: unit.id, person: unit.lead, name: compose('unitLead', unit.name) } : undefined
}

const postTarget = (post: string, facts: RoutingFacts, directory: Directory): Target => {
  const name = nameOf(directory, 'post', post)
  const officer = directory.officer(facts.unitCodes, post)
  if (officer !== undefined) return { unit: officer.unit, person: officer.id, name: compose('officer', name) }
  const own = facts.unitCodes.at(-1)
  return (own === undefined ? undefined : leadTarget(own, directory)) ?? { gone: compose('postVacant', name) }
}

/** Looks up where a rule sends a matter. */
export const targetOf = (result: RuleResult, facts: RoutingFacts, directory: Directory): Target => {
  if (result.kind === 'team') return teamTarget(result.team, directory)
  return result.kind === 'unit' ? unitTarget(result.unit, directory) : postTarget(result.post, facts, directory)
}

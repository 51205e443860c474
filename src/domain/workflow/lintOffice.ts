import type { Permission } from '../access/types'
import type { DefinitionIssue } from '../package/issue'
import type { Words } from '../words'
import type { TransitionDef, WorkflowDef } from './types'

/** Somebody who holds a permission now: everywhere, or below a unit. `unitPath` ends in "/". */
export type Holder = { person: string; unitPath?: string }

/** Who works in an office: holders of each permission, and the units in force, parents before their children. */
export type FlowOffice = { holders: (permission: Permission) => readonly Holder[]; units: readonly { path: string; name: Words }[] }

const byStaff = ({ actors }: TransitionDef): boolean => actors.includes('staff')

/** Buttons that nobody in the office could press, one warning for each permission. */
const unheld = (flow: WorkflowDef, { holders }: FlowOffice): DefinitionIssue[] => {
  const told = new Set<Permission>()
  return flow.transitions.flatMap((transition, index): DefinitionIssue[] => {
    const { permission } = transition
    if (!byStaff(transition) || told.has(permission) || holders(permission).length > 0) return []
    told.add(permission)
    return [{ severity: 'warning', path: `/transitions/${index}/permission`, code: 'noHolder', params: { permission } }]
  })
}

type Force = { handlers: readonly Holder[]; verifiers: readonly Holder[] }

const at = (holders: readonly Holder[], path: string): Set<string> =>
  new Set(holders.filter(({ unitPath }) => unitPath === undefined || path.startsWith(unitPath)).map(({ person }) => person))

/** Nobody may check there; or nobody who does not also handle. */
const faultAt = ({ handlers, verifiers }: Force, path: string): 'noVerifier' | 'verifierHandles' | undefined => {
  const checking = at(verifiers, path)
  if (checking.size === 0) return 'noVerifier'
  const handling = at(handlers, path)
  return [...checking].every((person) => handling.has(person)) ? 'verifierHandles' : undefined
}

type Found = { fault: 'noVerifier' | 'verifierHandles'; path: string; name: Words; people: number }

/** Where it begins: what is true of a unit is not said again of the units in it. */
const placesOf = (force: Force, units: FlowOffice['units']): Found[] =>
  units.reduce<Found[]>((found, { path, name }) => {
    const fault = faultAt(force, path)
    if (!fault || found.some((other) => other.fault === fault && path.startsWith(other.path))) return found
    return [...found, { fault, path, name, people: at(force.verifiers, path).size }]
  }, [])

const NAMED = 3

const placesIssue = (code: Found['fault'], found: readonly Found[], path: string): DefinitionIssue[] => {
  const [first] = found
  if (!first) return []
  return [{ severity: 'warning', path, code, params: { units: found.slice(0, NAMED).map(({ name }) => name.zh).join('、'), count: found.length, people: first.people } }]
}

/** A person may not check their own work (domain.md §3 rule 4): where only those who handle could check, nothing would ever be checked. */
const selfChecked = (flow: WorkflowDef, office: FlowOffice): DefinitionIssue[] => {
  const checks = flow.transitions.findIndex(({ effects }) => effects.includes('markVerified'))
  const check = flow.transitions[checks]
  const handled = flow.transitions.find((each) => each.effects.includes('markHandled') && byStaff(each))
  if (!check || !handled || office.holders(check.permission).length === 0) return []
  const found = placesOf({ handlers: office.holders(handled.permission), verifiers: office.holders(check.permission) }, office.units)
  return (['noVerifier', 'verifierHandles'] as const).flatMap((code) => placesIssue(code, found.filter(({ fault }) => fault === code), `/transitions/${checks}/permission`))
}

/** What is doubtful about a workflow in this office as it is staffed now. Nothing of it forbids publishing. */
export const lintOffice = (flow: WorkflowDef, office: FlowOffice): DefinitionIssue[] => [...unheld(flow, office), ...selfChecked(flow, office)]

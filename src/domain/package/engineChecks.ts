import { lintCalendar } from '../clocks/lintCalendar'
import { lintLimits } from '../clocks/lintLimits'
import type { LimitSet } from '../clocks/types'
import { lintForm } from '../forms/lint'
import type { FormDef } from '../forms/types'
import { lintBoundary } from '../grid/lintBoundary'
import { lintLevels } from '../grid/levels'
import { lintRegister } from '../registers/lint'
import type { RegisterDef } from '../registers/types'
import { lintRouting } from '../routing/lint'
import type { Words } from '../words'
import { lintWorkflow } from '../workflow/lint'
import type { WorkflowDef } from '../workflow/types'
import { calendarOf } from './calendar'
import type { Problem } from './problem'
import type { StructurePackage } from './schema'

type Refused = { path: string; rule: string; params?: Record<string, string | number> | undefined; /** Of refused questions. */ why?: Words | undefined; instead?: Words | undefined }

/** What an engine would refuse to publish, it also refuses in a package: one rule, one place. */
const refused = ({ path, rule, params }: Refused): Problem => ({ path, code: 'refused', params: { ...params, rule } })

/** Below `at`, a path written with dots or as a JSON pointer. */
const below = (at: string, path: string): string => (path === '' || path.startsWith('/') ? at + path : `${at}/${path.replaceAll('.', '/')}`)

/** Why one form may not be published. `at` is the pointer it stands at. */
export const formFaults = (form: FormDef, at = ''): Refused[] =>
  lintForm(form).map(({ path, code, params, why, instead }) => ({ path: below(at, path), rule: code, params, why, instead }))

/** Why one register may not be published. */
export const registerFaults = (register: RegisterDef, at = ''): Refused[] =>
  lintRegister(register).map(({ path, code, params, why, instead }) => ({ path: below(at, path), rule: code, params, why, instead }))

/** Why one workflow may not be published. */
export const workflowFaults = (flow: WorkflowDef, at = ''): Refused[] =>
  lintWorkflow(flow).map(({ path, code, params }) => ({ path: below(at, path), rule: code, params }))

/** Why a set of limits may not be published; what is merely doubtful is left to the editor. */
export const limitFaults = ({ limits }: LimitSet, at = ''): Refused[] =>
  lintLimits({ limits })
    .filter((issue) => issue.severity === 'error')
    .map(({ limit, code, params }) => {
      const index = limits.findIndex((row) => row.code === limit)
      return { path: index < 0 ? `${at}/limits` : `${at}/limits/${index}`, rule: code, params }
    })

const ofForms = (pkg: StructurePackage): Refused[] => pkg.forms.flatMap((form, i) => formFaults(form, `/forms/${i}`))

const ofRegisters = (pkg: StructurePackage): Refused[] => pkg.registers.flatMap((register, i) => registerFaults(register, `/registers/${i}`))

const ofWorkflows = (pkg: StructurePackage): Refused[] => pkg.workflows.flatMap((flow, i) => workflowFaults(flow, `/workflows/${i}`))

const ofLimits = (pkg: StructurePackage): Refused[] => limitFaults(pkg.limits, '/limits')

const ofCalendar = (pkg: StructurePackage): Refused[] =>
  lintCalendar(calendarOf(pkg))
    .filter((issue) => issue.severity === 'error')
    .map(({ code, where }) => {
      const day = pkg.calendarDays.findIndex(({ date }) => date === where)
      if (day >= 0) return { path: `/calendarDays/${day}/hours`, rule: code }
      return { path: code === 'timeZoneUnknown' ? '/office/timeZone' : below('/week', where ?? ''), rule: code }
    })

const ofLevels = (pkg: StructurePackage): Refused[] =>
  // An office that has not drawn its territory yet is empty, not wrong.
  (pkg.levels.length === 0 && pkg.units.length === 0 ? [] : lintLevels(pkg.levels.map((row) => ({ ...row, id: row.code })))).map(({ code, level, params }) => {
    const index = pkg.levels.findIndex((row) => row.code === level)
    return { path: index < 0 ? '/levels' : `/levels/${index}`, rule: code, params }
  })

const ofBoundaries = (pkg: StructurePackage): Refused[] =>
  pkg.units.flatMap((row, i) =>
    row.boundary ? lintBoundary(row.boundary).map(({ code, params }) => ({ path: `/units/${i}/boundary`, rule: code, params })) : [])

type Node = { code: string; parent?: string | undefined }

/** Codes from the root to a row; undefined when there is no such row. A circle, which has a problem of its own, is walked once. */
const trailIn = (rows: readonly Node[]) => {
  const byCode = new Map(rows.map((row) => [row.code, row]))
  return (code: string): string[] | undefined => {
    const trail: string[] = []
    for (let at = byCode.get(code); at && !trail.includes(at.code); at = byCode.get(at.parent ?? '')) trail.unshift(at.code)
    return trail.length ? trail : undefined
  }
}

// Whether rows exist is checked for the whole package at once; people, whom packages do not hold, are taken as there.
const ofRouting = (pkg: StructurePackage): Refused[] => {
  const there = (code: string) => ({ id: code, name: { zh: code }, active: true })
  return lintRouting(pkg.routing, {
    trees: { category: trailIn(pkg.categories), unit: trailIn(pkg.units) },
    directory: { team: (code) => ({ ...there(code), members: 1 }), unit: there, officer: () => undefined },
  })
    .filter((issue) => issue.severity === 'error' && issue.code !== 'unknownCode')
    .map(({ path, code, params }) => ({ path: below('/routing', path), rule: code, params }))
}

/** Everything the engines refuse: forms, registers, workflows, limits, routing, the calendar, levels and boundaries. */
export const engineProblems = (pkg: StructurePackage): Problem[] =>
  [ofForms, ofRegisters, ofWorkflows, ofLimits, ofRouting, ofCalendar, ofLevels, ofBoundaries].flatMap((check) => check(pkg)).map(refused)

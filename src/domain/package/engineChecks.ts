import { lintCalendar } from '../clocks/lintCalendar'
import { lintLimits } from '../clocks/lintLimits'
import { lintForm } from '../forms/lint'
import { lintBoundary } from '../grid/lintBoundary'
import { lintLevels } from '../grid/levels'
import { lintWorkflow } from '../workflow/lint'
import { calendarOf } from './calendar'
import type { Problem } from './problem'
import type { StructurePackage } from './schema'

type Refused = { path: string; rule: string; params?: Record<string, string | number> | undefined }

/** What an engine would refuse to publish, it also refuses in a package: one rule, one place. */
const refused = ({ path, rule, params }: Refused): Problem => ({ path, code: 'refused', params: { ...params, rule } })

/** Below `at`, a path written with dots or as a JSON pointer. */
const below = (at: string, path: string): string => (path === '' || path.startsWith('/') ? at + path : `${at}/${path.replaceAll('.', '/')}`)

const ofForms = (pkg: StructurePackage): Refused[] =>
  pkg.forms.flatMap((form, i) => lintForm(form).map(({ path, code, params }) => ({ path: below(`/forms/${i}`, path), rule: code, params })))

const ofWorkflows = (pkg: StructurePackage): Refused[] =>
  pkg.workflows.flatMap((flow, i) => lintWorkflow(flow).map(({ path, code, params }) => ({ path: below(`/workflows/${i}`, path), rule: code, params })))

const ofLimits = (pkg: StructurePackage): Refused[] =>
  lintLimits(pkg.limits)
    .filter((issue) => issue.severity === 'error')
    .map(({ limit, code, params }) => {
      const index = pkg.limits.limits.findIndex((row) => row.code === limit)
      return { path: index < 0 ? '/limits/limits' : `/limits/limits/${index}`, rule: code, params }
    })

const ofCalendar = (pkg: StructurePackage): Refused[] =>
  lintCalendar(calendarOf(pkg))
    .filter((issue) => issue.severity === 'error')
    .map(({ code, where }) => ({ path: code === 'timeZoneUnknown' ? '/office/timeZone' : below('/week', where ?? ''), rule: code }))

const ofLevels = (pkg: StructurePackage): Refused[] =>
  lintLevels(pkg.levels.map((row) => ({ ...row, id: row.code }))).map(({ code, level, params }) => {
    const index = pkg.levels.findIndex((row) => row.code === level)
    return { path: index < 0 ? '/levels' : `/levels/${index}`, rule: code, params }
  })

const ofBoundaries = (pkg: StructurePackage): Refused[] =>
  pkg.units.flatMap((row, i) =>
    row.boundary ? lintBoundary(row.boundary).map(({ code, params }) => ({ path: `/units/${i}/boundary`, rule: code, params })) : [])

/** Everything the engines refuse: forms, workflows, limits, the calendar, levels and boundaries. */
export const engineProblems = (pkg: StructurePackage): Problem[] =>
  [ofForms, ofWorkflows, ofLimits, ofCalendar, ofLevels, ofBoundaries].flatMap((check) => check(pkg)).map(refused)

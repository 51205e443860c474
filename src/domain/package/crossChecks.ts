import type { Problem } from './problem'
import { questionsOf, referencesOf, type CodeKind } from './references'
import type { StructurePackage } from './schema'

type Row = { code: string }

/** Every list of a package whose rows carry a code that must be theirs alone, by its JSON pointer. */
const listsOf = (pkg: StructurePackage): [string, readonly Row[]][] => [
  ['/levels', pkg.levels], ['/units', pkg.units], ['/categories', pkg.categories], ['/matterTypes', pkg.matterTypes],
  ['/forms', pkg.forms], ['/workflows', pkg.workflows], ['/limits/limits', pkg.limits.limits], ['/routing/rules', pkg.routing.rules],
  ['/sources', pkg.sources], ['/teams', pkg.teams], ['/posts', pkg.posts], ['/roles', pkg.roles],
  ['/ruleDocuments', pkg.ruleDocuments], ['/noticeColumns', pkg.noticeColumns], ['/notices', pkg.notices], ['/pages', pkg.pages],
  ['/standardReplies', pkg.standardReplies], ['/tags', pkg.tags], ['/registers', pkg.registers], ['/routines', pkg.routines],
  ['/lifeEvents', pkg.lifeEvents], ['/serviceCounters', pkg.serviceCounters], ['/serviceItems', pkg.serviceItems],
  ...pkg.ruleDocuments.map((row, i): [string, readonly Row[]] => [`/ruleDocuments/${i}/clauses`, row.clauses]),
]

type Keyed = { path: string; value: string }

const repeated = (rows: readonly Keyed[]): Problem[] => {
  const first = new Map<string, string>()
  return rows.flatMap(({ path, value }) => {
    const earlier = first.get(value)
    if (earlier === undefined) first.set(value, path)
    return earlier === undefined ? [] : [{ path, code: 'duplicate' as const, params: { value, first: earlier } }]
  })
}

const keyed = <T>(rows: readonly T[], at: (i: number) => string, value: (row: T) => string | number): Keyed[] =>
  rows.map((row, i) => ({ path: at(i), value: String(value(row)) }))

/** Codes, and the other values that must be a row's own: level orders, number prefixes, page addresses, calendar dates. */
export const duplicates = (pkg: StructurePackage): Problem[] => [
  ...listsOf(pkg).flatMap(([path, rows]) => repeated(keyed(rows, (i) => `${path}/${i}/code`, (row) => row.code))),
  ...repeated(keyed(pkg.levels, (i) => `/levels/${i}/order`, (row) => row.order)),
  ...repeated(keyed(pkg.matterTypes, (i) => `/matterTypes/${i}/prefix`, (row) => row.prefix)),
  ...repeated(pkg.matterTypes.flatMap(({ listed }, i) => (listed ? [{ path: `/matterTypes/${i}/listed`, value: 'true' }] : []))),
  ...repeated(keyed(pkg.pages, (i) => `/pages/${i}/slug`, (row) => row.slug)),
  ...repeated(keyed(pkg.calendarDays, (i) => `/calendarDays/${i}/date`, (row) => row.date)),
  ...repeated(keyed(pkg.calendarYears, (i) => `/calendarYears/${i}`, (year) => year)),
]

const codes = (rows: readonly Row[]): Set<string> => new Set(rows.map((row) => row.code))

const known = (pkg: StructurePackage): Record<CodeKind, Set<string>> => ({
  level: codes(pkg.levels),
  unit: codes(pkg.units),
  category: codes(pkg.categories),
  matterType: codes(pkg.matterTypes),
  form: codes(pkg.forms),
  workflow: codes(pkg.workflows),
  source: codes(pkg.sources),
  team: codes(pkg.teams),
  post: codes(pkg.posts),
  ruleDocument: codes(pkg.ruleDocuments),
  clause: new Set(pkg.ruleDocuments.flatMap((row) => row.clauses.map((clause) => `${row.code}#${clause.code}`))),
  noticeColumn: codes(pkg.noticeColumns),
  register: codes(pkg.registers),
  role: codes(pkg.roles),
  lifeEvent: codes(pkg.lifeEvents),
  serviceCounter: codes(pkg.serviceCounters),
  page: codes(pkg.pages),
  step: codes(pkg.workflows.flatMap((row) => row.steps)),
  question: new Set(pkg.forms.flatMap((form, i) => questionsOf(form, `/forms/${i}`).map(({ question }) => question.key))),
})

/** References to rows that the package does not hold. */
export const danglingReferences = (pkg: StructurePackage): Problem[] => {
  const sets = known(pkg)
  return referencesOf(pkg)
    .filter((ref) => !sets[ref.kind].has(ref.code))
    .map((ref) => ({ path: ref.path, code: 'unknownCode', params: { kind: ref.kind, value: ref.code } }))
}

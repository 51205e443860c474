import { BLOCK_REFERENCES, type PackageBlock } from './blocks'
import type { LimitSet } from '../clocks/types'
import type { Question } from '../forms/types'
import type { RoutingSet, RuleCondition, RuleResult } from '../routing/types'
import type { RegisterDef } from '../registers/types'
import type { RoutineDef } from '../routines/types'
import type { WorkflowDef } from '../workflow/types'
import type { DefinitionKind } from './definitions'
import type { StructurePackage } from './schema'

export type CodeKind =
  | 'level' | 'unit' | 'category' | 'matterType' | 'form' | 'workflow' | 'source' | 'team' | 'post'
  | 'ruleDocument' | 'clause' | 'noticeColumn' | 'step' | 'question' | 'register' | 'role' | 'lifeEvent' | 'serviceCounter' | 'page'

/** One place in a package that names a row of another kind. `path` is a JSON pointer. */
export type Reference = { path: string; kind: CodeKind; code: string }

const one = (path: string, kind: CodeKind, code: string | undefined): Reference[] => (code ? [{ path, kind, code }] : [])

const many = (path: string, kind: CodeKind, codes: readonly string[] | undefined): Reference[] =>
  (codes ?? []).map((code, i) => ({ path: `${path}/${i}`, kind, code }))

const each = <T>(path: string, rows: readonly T[], visit: (row: T, path: string) => Reference[]): Reference[] =>
  rows.flatMap((row, i) => visit(row, `${path}/${i}`))

const cites = (path: string, code: string | undefined): Reference[] =>
  one(path, code?.includes('#') ? 'clause' : 'ruleDocument', code)

const ofTerritory = (pkg: StructurePackage): Reference[] => [
  ...each('/levels', pkg.levels, (row, at) =>
    each(`${at}/staffing`, row.staffing, (rule, ruleAt) => (rule.kind === 'leadRequired' ? [] : one(`${ruleAt}/post`, 'post', rule.post)))),
  ...each('/units', pkg.units, (row, at) => [...one(`${at}/level`, 'level', row.level), ...one(`${at}/parent`, 'unit', row.parent)]),
  ...each('/teams', pkg.teams, (row, at) => many(`${at}/units`, 'unit', row.units)),
]

const ofLimits = ({ limits }: LimitSet, path: string): Reference[] =>
  each(`${path}/limits`, limits, (row, at) => [
    ...one(`${at}/category`, 'category', row.category),
    ...one(`${at}/matterType`, 'matterType', row.matterType),
    ...cites(`${at}/cites`, row.cites),
  ])

const ofWorkflow = ({ transitions }: WorkflowDef, path: string): Reference[] =>
  each(`${path}/transitions`, transitions, (row, at) => cites(`${at}/cites`, row.cites))

const ofMatters = (pkg: StructurePackage): Reference[] => [
  ...each('/categories', pkg.categories, (row, at) => [
    ...one(`${at}/parent`, 'category', row.parent),
    ...one(`${at}/matterType`, 'matterType', row.matterType),
    ...one(`${at}/lead`, 'post', row.lead),
  ]),
  ...each('/matterTypes', pkg.matterTypes, (row, at) => [
    ...one(`${at}/form`, 'form', row.form),
    ...one(`${at}/workflow`, 'workflow', row.workflow),
  ]),
  ...ofLimits(pkg.limits, '/limits'),
  ...each('/workflows', pkg.workflows, ofWorkflow),
]

const CONDITION_KINDS = { category: 'category', unit: 'unit', matterType: 'matterType', source: 'source' } as const

const ofCondition = (row: RuleCondition, at: string): Reference[] => {
  if ('codes' in row) return many(`${at}/codes`, CONDITION_KINDS[row.field], row.codes)
  return row.field === 'answer' ? one(`${at}/question`, 'question', row.question) : []
}

const ofResult = (row: RuleResult, at: string): Reference[] => {
  if (row.kind === 'team') return one(`${at}/team`, 'team', row.team)
  return row.kind === 'unit' ? one(`${at}/unit`, 'unit', row.unit) : one(`${at}/post`, 'post', row.post)
}

const ofRouting = ({ rules }: RoutingSet, path: string): Reference[] =>
  each(`${path}/rules`, rules, (rule, at) => [
    ...each(`${at}/conditions`, rule.conditions, ofCondition),
    ...ofResult(rule.result, `${at}/result`),
  ])

const ofRegister = ({ review, viewers, editors, matterTypes }: RegisterDef, path: string): Reference[] => [
  ...one(`${path}/review/post`, 'post', review?.post),
  ...many(`${path}/viewers`, 'role', viewers),
  ...many(`${path}/editors`, 'role', editors),
  ...many(`${path}/matterTypes`, 'matterType', matterTypes),
]

const ofOpens = ({ opens }: RoutineDef, path: string): Reference[] => {
  if (opens.kind === 'round') return [...one(`${path}/register`, 'register', opens.register), ...one(`${path}/form`, 'form', opens.form)]
  return [
    ...one(`${path}/matterType`, 'matterType', opens.matterType),
    ...one(`${path}/category`, 'category', opens.category),
    ...one(`${path}/unit`, 'unit', opens.unit),
    ...each(`${path}/fills`, opens.fills, (fill, at) => many(`${at}/categories`, 'category', fill.categories)),
  ]
}

/** Every place in a routine that names another row by its code. */
export const routineReferences = (routine: RoutineDef, path = ''): Reference[] => [
  ...ofOpens(routine, `${path}/opens`),
  ...(routine.assign ? ofResult(routine.assign, `${path}/assign`) : []),
]

const ofBlock = (block: PackageBlock, at: string): Reference[] => {
  if (block.type === 'people') return each(`${at}/items`, block.items, (item, itemAt) => one(`${itemAt}/post`, 'post', item.post))
  const named = Object.entries(block) as [string, unknown][]
  return Object.entries(BLOCK_REFERENCES).flatMap(([field, kind]) => named.flatMap(([name, value]) => (name === field && typeof value === 'string' ? one(`${at}/${field}`, kind, value) : [])))
}

const ofContent = (pkg: StructurePackage): Reference[] => [
  ...each('/ruleDocuments', pkg.ruleDocuments, (row, at) => many(`${at}/boundTeams`, 'team', row.boundTeams)),
  ...each('/noticeColumns', pkg.noticeColumns, (row, at) => [...one(`${at}/ownerTeam`, 'team', row.ownerTeam), ...one(`${at}/ownerUnit`, 'unit', row.ownerUnit), ...many(`${at}/reviews`, 'role', row.reviews)]),
  ...each('/notices', pkg.notices, (row, at) => one(`${at}/column`, 'noticeColumn', row.column)),
  ...each('/pages', pkg.pages, (row, at) => each(`${at}/blocks`, row.blocks, ofBlock)),
  ...each('/serviceCounters', pkg.serviceCounters, (row, at) => one(`${at}/unit`, 'unit', row.unit)),
  ...each('/serviceItems', pkg.serviceItems, (row, at) => [
    ...many(`${at}/lifeEvents`, 'lifeEvent', row.lifeEvents),
    ...many(`${at}/units`, 'unit', row.units),
    ...many(`${at}/counters`, 'serviceCounter', row.counters),
    ...one(`${at}/onlineType`, 'matterType', row.onlineType),
    ...one(`${at}/agentType`, 'matterType', row.agentType),
  ]),
  ...each('/standardReplies', pkg.standardReplies, (row, at) => [
    ...many(`${at}/categories`, 'category', row.categories),
    ...many(`${at}/steps`, 'step', row.steps),
  ]),
]

/** Every place in a package that names another row, with the kind of row it names. */
export const referencesOf = (pkg: StructurePackage): Reference[] =>
  [
    ...ofTerritory(pkg), ...ofMatters(pkg), ...ofRouting(pkg.routing, '/routing'), ...each('/registers', pkg.registers, ofRegister),
    ...each('/routines', pkg.routines, routineReferences), ...ofContent(pkg),
  ]

const ofDefinition: Record<DefinitionKind, (definition: unknown) => Reference[]> = {
  form: () => [],
  workflow: (flow) => ofWorkflow(flow as WorkflowDef, ''),
  limits: (set) => ofLimits(set as LimitSet, ''),
  routing: (set) => ofRouting(set as RoutingSet, ''),
  register: (register) => ofRegister(register as RegisterDef, ''),
}

/** Every place in a definition that names another row by its code. The definition must have its kind's shape. */
export const definitionReferences = (kind: DefinitionKind, definition: unknown): Reference[] => ofDefinition[kind](definition)

/** The questions of a form in order, with their pointers. */
export const questionsOf = (form: StructurePackage['forms'][number], at: string): { path: string; question: Question }[] =>
  form.pages.flatMap((formPage, i) => formPage.questions.map((question, j) => ({ path: `${at}/pages/${i}/questions/${j}`, question })))

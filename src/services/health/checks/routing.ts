import { pathIds } from '@/domain/grid'
import { lintRouting, type RoutingProblem, type RoutingProblemCode } from '@/domain/routing/lint'
import type { RoutingRule } from '@/domain/routing/types'
import { directoryOf } from '@/services/matters/directory'
import type { OfficeModel } from '@/services/structure/load'
import { holdsNow } from '../people'
import type { Check, Finding, FindingCode, Fix, Ground } from '../types'

const FIX: Fix = { href: '/admin/structure/routing', needs: ['structure.view', 'structure.edit'] }

const lineIn = <T extends { code: string; path: string }>(rows: { byId: Map<string, T>; byCode: Map<string, T> }) => (code: string): string[] | undefined => {
  const row = rows.byCode.get(code)
  return row && pathIds(row.path).flatMap((id) => rows.byId.get(id)?.code ?? [])
}

const FOUND: Partial<Record<RoutingProblemCode, Pick<Finding, 'code' | 'gravity'>>> = {
  unknownCode: { code: 'ruleUnknown', gravity: 'now' },
  emptyTeam: { code: 'ruleEmptyTeam', gravity: 'now' },
  closedUnit: { code: 'ruleClosedUnit', gravity: 'now' },
  contradiction: { code: 'ruleNever', gravity: 'note' },
  neverFires: { code: 'ruleNever', gravity: 'note' },
}

const grouped = (rules: readonly RoutingRule[], problems: RoutingProblem[]): Finding[] => {
  const found = new Map<FindingCode, { finding: Finding; rules: Set<string> }>()
  for (const problem of problems) {
    const kind = FOUND[problem.code]
    if (!kind) continue
    const entry = found.get(kind.code) ?? { finding: { ...kind, fix: FIX }, rules: new Set<string>() }
    found.set(kind.code, { ...entry, rules: entry.rules.add(String(problem.params.rule)) })
  }
  return [...found.values()].map(({ finding, rules: codes }) => ({
    ...finding, params: { n: codes.size }, names: rules.filter(({ code }) => codes.has(code)).map(({ name }) => name),
  }))
}

const postsHeld = (model: OfficeModel, now: number): Set<string> =>
  new Set(holdsNow(model, now).flatMap(({ post }) => model.posts.byId.get(post ?? '')?.code ?? []))

/** Rules that send to a post which nobody holds anywhere: they always fall to the unit's lead. */
const vacant = ({ model, now }: Ground, rules: readonly RoutingRule[]): Finding[] => {
  const held = postsHeld(model, now)
  const empty = rules.filter(({ on, result }) => on && result.kind === 'unitPost' && !held.has(result.post))
  return empty.length > 0 ? [{ code: 'ruleVacantPost', gravity: 'soon', params: { n: empty.length }, names: empty.map(({ name }) => name), fix: { href: '/admin/structure/people', needs: ['people.edit'] } }] : []
}

/** Rules that send nowhere, or never (domain.md §5): each is skipped when its turn comes, and that is seen here before. */
export const routing: Check = (ground) => {
  const { model } = ground
  const set = model.routing?.definition
  if (!set) return [{ code: 'noRouting', gravity: 'soon', fix: FIX }]
  const rules = set.rules.filter(({ on }) => on)
  const problems = lintRouting({ ...set, rules }, {
    trees: { category: lineIn(model.categories), unit: lineIn(model.units) }, directory: directoryOf(model),
    matterTypes: [...model.types.byCode.keys()], sources: [...model.sources.byCode.keys()], posts: [...model.posts.byCode.keys()],
  })
  return [...grouped(rules, problems), ...vacant(ground, rules)]
}

import type { Level, Unit } from './types'

export type TreeNode = { unit: Unit; children: TreeNode[]; depth: number }

export type TreeIssueCode =
  | 'idTwice' | 'codeTwice' | 'orphan' | 'cycle' | 'levelUnknown' | 'levelOrder' | 'levelSkipped' | 'topLevel'
  | 'pathWrong' | 'parentClosed'

/** `unit` is an id; `params` holds codes of units and levels. A `warning` may be intended. */
export type TreeIssue = {
  severity: 'error' | 'warning'
  code: TreeIssueCode
  unit: string
  params: Record<string, string | number>
}

export type Tree = { roots: TreeNode[]; byId: Map<string, TreeNode>; issues: TreeIssue[] }

// Numbers inside codes in their order: 2 before 10.
const byCode = new Intl.Collator('en', { numeric: true })
const inOrder = (a: TreeNode, b: TreeNode): number =>
  byCode.compare(a.unit.code, b.unit.code) || (a.unit.id < b.unit.id ? -1 : 1)

const indexUnits = (units: Unit[]): { byId: Map<string, TreeNode>; issues: TreeIssue[] } => {
  const byId = new Map<string, TreeNode>()
  const codes = new Set<string>()
  const issues: TreeIssue[] = []
  for (const unit of units) {
    const params = { code: unit.code }
    if (byId.has(unit.id)) issues.push({ severity: 'error', code: 'idTwice', unit: unit.id, params })
    else byId.set(unit.id, { unit, children: [], depth: 0 })
    if (codes.has(unit.code)) issues.push({ severity: 'error', code: 'codeTwice', unit: unit.id, params })
    codes.add(unit.code)
  }
  return { byId, issues }
}

/** Hangs every node below its parent and returns the tops; a unit whose parent is missing is shown as a top. */
const hang = (byId: Map<string, TreeNode>, issues: TreeIssue[]): TreeNode[] => {
  const roots: TreeNode[] = []
  for (const node of byId.values()) {
    const { id, code, parent } = node.unit
    const above = parent === undefined ? undefined : byId.get(parent)
    if (parent !== undefined && !above) issues.push({ severity: 'error', code: 'orphan', unit: id, params: { code, parent } })
    ;(above?.children ?? roots).push(node)
  }
  return roots
}

/** Every node below and including the given ones, parents first, siblings in order. Start it from `roots`: a circle has no end. */
export function* walkTree(nodes: TreeNode[]): Generator<TreeNode> {
  const waiting = [...nodes].reverse()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node
    for (let i = node.children.length - 1; i >= 0; i -= 1) {
      const child = node.children[i]
      if (child) waiting.push(child)
    }
  }
}

/** Units that no top leads to stand in a circle or below one; one issue per circle, on the member with the smallest id. */
const findCycles = (byId: Map<string, TreeNode>): TreeIssue[] => {
  const issues: TreeIssue[] = []
  const seen = new Set<string>()
  for (const node of byId.values()) {
    const trail: string[] = []
    const onTrail = new Set<string>()
    let at: TreeNode | undefined = node.depth === 0 ? node : undefined
    while (at && !seen.has(at.unit.id)) {
      seen.add(at.unit.id)
      trail.push(at.unit.id)
      onTrail.add(at.unit.id)
      at = at.unit.parent === undefined ? undefined : byId.get(at.unit.parent)
    }
    if (!at || !onTrail.has(at.unit.id)) continue
    const members = trail.slice(trail.indexOf(at.unit.id)).sort()
    const codes = members.map((id) => byId.get(id)?.unit.code ?? id)
    issues.push({ severity: 'error', code: 'cycle', unit: members[0] ?? at.unit.id, params: { codes: codes.join(' ') } })
  }
  return issues
}

type Placed = { node: TreeNode; above?: TreeNode; levels: Map<string, Level> }

const levelIssue = ({ node, above, levels }: Placed): Pick<TreeIssue, 'severity' | 'code'> | undefined => {
  const level = levels.get(node.unit.level)
  if (!level) return { severity: 'error', code: 'levelUnknown' }
  if (!above) return level.order === 1 ? undefined : { severity: 'error', code: 'topLevel' }
  const step = level.order - (levels.get(above.unit.level)?.order ?? level.order - 1)
  if (step < 1) return { severity: 'error', code: 'levelOrder' }
  return step > 1 ? { severity: 'warning', code: 'levelSkipped' } : undefined
}

const checkPlace = (placed: Placed): TreeIssue[] => {
  const { node, above } = placed
  const { id, code, level, path, active } = node.unit
  const params = { code, level, ...(above ? { parent: above.unit.code, parentLevel: above.unit.level } : {}) }
  const found = levelIssue(placed)
  const issues: TreeIssue[] = found ? [{ ...found, unit: id, params }] : []
  if (path !== `${above?.unit.path ?? '/'}${id}/`) issues.push({ severity: 'error', code: 'pathWrong', unit: id, params })
  if (active && above && !above.unit.active) issues.push({ severity: 'warning', code: 'parentClosed', unit: id, params })
  return issues
}

/**
 * A tree from flat rows, siblings ordered by code, with everything that is wrong with it. Units in or below a circle hang
 * nowhere and keep depth 0; the tree that can be shown is still returned. Levels are named by `Level.id` in `Unit.level`.
 * Linear in the number of units, apart from the sorting of siblings.
 */
export const buildTree = (input: { units: Unit[]; levels: Level[] }): Tree => {
  const { byId, issues } = indexUnits(input.units)
  const levels = new Map(input.levels.map((level) => [level.id, level]))
  const roots = hang(byId, issues).sort(inOrder)
  for (const root of roots) root.depth = 1
  for (const node of walkTree(roots)) {
    node.children.sort(inOrder)
    for (const child of node.children) child.depth = node.depth + 1
    const above = node.depth > 1 ? byId.get(node.unit.parent ?? '') : undefined
    // An orphan is reported as such; its place cannot be judged.
    if (above || node.unit.parent === undefined) issues.push(...checkPlace({ node, above, levels }))
  }
  return { roots, byId, issues: [...issues, ...findCycles(byId)] }
}

/** Whether climbing from a node meets a unit; stops in a circle instead of turning in it. */
const climbsTo = (tree: Tree, from: TreeNode, unit: string): boolean => {
  const seen = new Set<string>()
  let at: TreeNode | undefined = from
  while (at && !seen.has(at.unit.id)) {
    if (at.unit.id === unit) return true
    seen.add(at.unit.id)
    at = at.unit.parent === undefined ? undefined : tree.byId.get(at.unit.parent)
  }
  return false
}

/**
 * Why a unit may not be hung below another, or undefined if it may: either is unknown (`orphan`), it would hang below
 * itself (`cycle`), or its level does not come after the other's. A skipped level is allowed.
 */
export const hangFault = (input: { tree: Tree; levels: Level[]; unit: string; parent: string }): TreeIssueCode | undefined => {
  const { tree } = input
  const node = tree.byId.get(input.unit)
  const above = tree.byId.get(input.parent)
  if (!node || !above) return 'orphan'
  if (climbsTo(tree, above, input.unit)) return 'cycle'
  const levels = new Map(input.levels.map((level) => [level.id, level]))
  const found = levelIssue({ node, above, levels })
  return found?.severity === 'error' ? found.code : undefined
}

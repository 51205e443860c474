/** A node as the tree draws it; siblings stand in the order of the list. */
export type TreeNode = { id: string; parent?: string; name: string; code: string; muted?: boolean }

export type TreeRow<N extends TreeNode> = { node: N; depth: number; children: number; open: boolean; place: number; siblings: number }

type Shown<N extends TreeNode> = { nodes: readonly N[]; open: ReadonlySet<string>; text: string; withMuted: boolean }

const childrenOf = <N extends TreeNode>(nodes: readonly N[]): Map<string, N[]> => {
  const ids = new Set(nodes.map(({ id }) => id))
  const below = new Map<string, N[]>()
  for (const node of nodes) {
    const above = node.parent !== undefined && ids.has(node.parent) ? node.parent : ''
    const list = below.get(above)
    if (list) list.push(node)
    else below.set(above, [node])
  }
  return below
}

/** What was searched for, and all above it. */
const found = <N extends TreeNode>(nodes: readonly N[], text: string): Set<string> => {
  const wanted = text.toLowerCase()
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const keep = new Set<string>()
  for (const node of nodes) {
    if (!node.name.toLowerCase().includes(wanted) && !node.code.toLowerCase().includes(wanted)) continue
    for (let at: N | undefined = node; at && !keep.has(at.id); at = byId.get(at.parent ?? '')) keep.add(at.id)
  }
  return keep
}

/** The rows of a tree that are seen: what is folded, closed or not looked for is left out. While something is searched, all found is open. */
export const treeRows = <N extends TreeNode>({ nodes, open, text, withMuted }: Shown<N>): TreeRow<N>[] => {
  const wanted = text.trim()
  const visible = nodes.filter(({ muted }) => withMuted || !muted)
  const keep = wanted ? found(visible, wanted) : undefined
  const below = childrenOf(keep ? visible.filter(({ id }) => keep.has(id)) : visible)
  const rows: TreeRow<N>[] = []
  const visit = (parent: string, depth: number): void => {
    const list = below.get(parent) ?? []
    list.forEach((node, i) => {
      const children = below.get(node.id)?.length ?? 0
      const isOpen = children > 0 && (keep !== undefined || open.has(node.id))
      rows.push({ node, depth, children, open: isOpen, place: i + 1, siblings: list.length })
      if (isOpen && depth < 30) visit(node.id, depth + 1)
    })
  }
  visit('', 1)
  return rows
}

/** A node and all above it, top first. */
export const trailOf = <N extends TreeNode>(nodes: readonly N[], id: string | undefined): N[] => {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const trail: N[] = []
  for (let at = byId.get(id ?? ''); at && !trail.includes(at); at = byId.get(at.parent ?? '')) trail.unshift(at)
  return trail
}

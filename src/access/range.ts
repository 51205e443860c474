/** Bounds of a subtree scan: every path that starts with `path` lies in [from, below) (domain.md §6). */
export const rangeOf = (path: string): { from: string; below: string } => ({ from: path, below: `${path.slice(0, -1)}0` })

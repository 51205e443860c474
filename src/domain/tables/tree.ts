import type { TableFault } from './types'

export type TreeFaultCode = 'required' | 'codeTwice' | 'rowTwice' | 'parentUnknown' | 'parentAmbiguous' | 'circle' | 'codeNeeded'
export type TreeFault = TableFault<TreeFaultCode>

/** A row that names a node of a tree. `parent` is what its cell says (a code or a name), `parentRow` another row where the file shows it by place. */
export type TreeRow = { line: number; code?: string; name?: string; parent?: string; parentRow?: number }

/** A node that stands already. */
export type KnownNode = { id: string; code: string; name: string; parent?: string }

/** Where the columns of a tree stand, for what is wrong with a cell. */
export type TreeColumns = { code?: number; name?: number; parent?: number }

export type ParentOf = { known: string } | { row: number }

/** A row in its place. `known`: the node it speaks of stands already. `parent` is absent at the top; a known node keeps its own where none is told. */
export type PlannedNode = { row: number; line: number; code: string; known?: string; parent?: ParentOf }

/** The code of a new node, given its parent's and its siblings' codes; undefined: there is none to propose. */
export type ProposeCode = (parentCode: string | undefined, siblings: string[]) => string | undefined

type Input = { rows: readonly TreeRow[]; known: readonly KnownNode[]; columns: TreeColumns; propose: ProposeCode }

type Index = { byCode: Map<string, KnownNode>; byId: Map<string, KnownNode>; named: Map<string, string[]>; placed: Map<string, string[]>; rowByCode: Map<string, number>; rowsByName: Map<string, number[]> }

const push = <T>(map: Map<string, T[]>, key: string, value: T): void => {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

const placeKey = (parent: string | undefined, name: string): string => `${parent ?? ''}\u0000${name}`

const indexOf = ({ rows, known }: Input): Index => {
  const index: Index = { byCode: new Map(), byId: new Map(), named: new Map(), placed: new Map(), rowByCode: new Map(), rowsByName: new Map() }
  for (const node of known) {
    index.byCode.set(node.code, node)
    index.byId.set(node.id, node)
    push(index.named, node.name, node.id)
    push(index.placed, placeKey(node.parent, node.name), node.id)
  }
  rows.forEach(({ code, name }, i) => {
    if (code !== undefined && !index.rowByCode.has(code)) index.rowByCode.set(code, i)
    if (name !== undefined) push(index.rowsByName, name, i)
  })
  return index
}

const one = <T>(list: readonly T[] | undefined): T | 'many' | undefined => (list && list.length > 1 ? 'many' : list?.[0])

/** Codes come before names, this file before what stands. */
const parentByWord = (word: string, index: Index): ParentOf | 'parentUnknown' | 'parentAmbiguous' => {
  const byCode = index.rowByCode.get(word)
  if (byCode !== undefined) return { row: byCode }
  const known = index.byCode.get(word)
  if (known) return { known: known.id }
  const row = one(index.rowsByName.get(word))
  if (row === 'many') return 'parentAmbiguous'
  if (row !== undefined) return { row }
  const named = one(index.named.get(word))
  if (named === 'many') return 'parentAmbiguous'
  return named === undefined ? 'parentUnknown' : { known: named }
}

type Work = Input & { index: Index; faults: TreeFault[]; parents: (ParentOf | undefined)[]; nodes: Map<number, string | undefined> }

const readParents = (work: Work): void => {
  const { rows, index, faults, parents, columns } = work
  rows.forEach((row, i) => {
    if (row.parentRow !== undefined) parents[i] = { row: row.parentRow }
    if (row.parent === undefined) return
    const found = parentByWord(row.parent, index)
    if (typeof found === 'string') faults.push({ row: row.line, column: columns.parent, code: found, params: { value: row.parent } })
    else parents[i] = found
  })
}

/** The node a row speaks of, if it stands already: by its code, else by its name below the same parent. */
const nodeOf = (work: Work, i: number): string | undefined => {
  if (work.nodes.has(i)) return work.nodes.get(i)
  // A row in a circle has no end: it is reported as such, and is nobody's for now.
  work.nodes.set(i, undefined)
  const { rows, index, parents } = work
  const row = rows[i]
  if (!row) return undefined
  const byPlace = (): string | undefined => {
    const above = parents[i]
    const parent = above === undefined ? undefined : 'known' in above ? above.known : nodeOf(work, above.row)
    if (above !== undefined && parent === undefined) return undefined
    return index.placed.get(placeKey(parent, row.name ?? ''))?.[0] ?? (above === undefined ? onlyNamed(work, i) : undefined)
  }
  const node = row.code === undefined ? byPlace() : index.byCode.get(row.code)?.id
  work.nodes.set(i, node)
  return node
}

/** A file without a column of parents still speaks of what stands, where a name is nobody else's. */
const onlyNamed = ({ rows, index, columns }: Work, i: number): string | undefined => {
  const found = columns.parent === undefined && rows[i]?.parentRow === undefined ? one(index.named.get(rows[i]?.name ?? '')) : undefined
  return found === 'many' ? undefined : found
}

const keyOf = (work: Work, i: number): string => nodeOf(work, i) ?? `row ${i}`

/** Keys of each node's parent once the file is applied. */
const aboveAfter = (work: Work): Map<string, string> => {
  const above = new Map<string, string>()
  for (const { id, parent } of work.known) if (parent !== undefined) above.set(id, parent)
  work.rows.forEach((_, i) => {
    const parent = work.parents[i]
    if (parent) above.set(keyOf(work, i), 'known' in parent ? parent.known : keyOf(work, parent.row))
  })
  return above
}

const inCircle = (start: string, above: ReadonlyMap<string, string>): boolean => {
  const seen = new Set<string>()
  for (let at = above.get(start); at !== undefined && !seen.has(at); at = above.get(at)) {
    if (at === start) return true
    seen.add(at)
  }
  return false
}

/** The key of a row's parent, once the file is applied. */
const aboveKey = (work: Work, i: number): string | undefined => {
  const parent = work.parents[i]
  if (parent === undefined) return undefined
  return 'known' in parent ? parent.known : keyOf(work, parent.row)
}

/** What a row speaks of: what stands, a code, or a name below a parent. */
const subjectOf = (work: Work, i: number): string => {
  const row = work.rows[i]
  const known = nodeOf(work, i)
  if (known !== undefined) return known
  return row?.code === undefined ? placeKey(aboveKey(work, i), row?.name ?? '') : `code ${row.code}`
}

type Checking = { above: ReadonlyMap<string, string>; first: Map<string, number> }

const lineOf = ({ rows }: Work, i: number): number => rows[i]?.line ?? 0

/** The first row that says the same code, if it is another. */
const codeTwin = ({ rows, index }: Work, i: number): number | undefined => {
  const code = rows[i]?.code
  const twin = code === undefined ? undefined : index.rowByCode.get(code)
  return twin === i ? undefined : twin
}

const twinOf = (work: Work, i: number, first: Map<string, number>): TreeFault[] => {
  const { rows, columns } = work
  const [row, twin] = [lineOf(work, i), codeTwin(work, i)]
  if (twin !== undefined) return [{ row, column: columns.code, code: 'codeTwice', params: { value: rows[i]?.code ?? '', line: lineOf(work, twin) } }]
  const key = subjectOf(work, i)
  const same = first.get(key)
  if (same === undefined) first.set(key, i)
  return same === undefined ? [] : [{ row, column: columns.name, code: 'rowTwice', params: { line: lineOf(work, same) } }]
}

const rowFaults = (work: Work, i: number, { above, first }: Checking): TreeFault[] => {
  const { rows, columns } = work
  const row = rows[i]
  const nameless = row?.name === undefined && nodeOf(work, i) === undefined
  return [
    ...(nameless ? [{ row: row?.line, column: columns.name, code: 'required' as const, params: {} }] : []),
    ...twinOf(work, i, first),
    ...(inCircle(keyOf(work, i), above) ? [{ row: row?.line, column: columns.parent, code: 'circle' as const, params: {} }] : []),
  ]
}

const checkRows = (work: Work): void => {
  const checking: Checking = { above: aboveAfter(work), first: new Map() }
  work.rows.forEach((_, i) => work.faults.push(...rowFaults(work, i, checking)))
}

/** Rows with the rows above them before them. */
const parentsFirst = (work: Work): number[] => {
  const order: number[] = []
  const done = new Set<number>()
  const visit = (i: number): void => {
    if (done.has(i)) return
    done.add(i)
    const parent = work.parents[i]
    if (parent && 'row' in parent) visit(parent.row)
    order.push(i)
  }
  work.rows.forEach((_, i) => visit(i))
  return order
}

type Codes = { of: Map<string, string>; taken: Set<string>; siblings: Map<string, string[]> }

const codesOf = (work: Work): Codes => {
  const codes: Codes = { of: new Map(), taken: new Set(work.rows.flatMap(({ code }) => code ?? [])), siblings: new Map() }
  for (const { id, code, parent } of work.known) {
    codes.of.set(id, code)
    codes.taken.add(code)
    push(codes.siblings, parent ?? '', code)
  }
  return codes
}

const freshCode = (work: Work, codes: Codes, parent: string | undefined): string | undefined => {
  const siblings = codes.siblings.get(parent ?? '') ?? []
  for (let code = work.propose(parent === undefined ? undefined : codes.of.get(parent), siblings); code !== undefined; code = work.propose(parent === undefined ? undefined : codes.of.get(parent), siblings)) {
    if (!codes.taken.has(code)) return code
    if (siblings.includes(code)) return undefined
    siblings.push(code)
  }
  return undefined
}

const take = (codes: Codes, { key, above, code }: { key: string; above: string | undefined; code: string }): void => {
  codes.of.set(key, code)
  codes.taken.add(code)
  push(codes.siblings, above ?? '', code)
}

/** The code of a row: its own, that of what stands, or a new one, which is then taken. */
const codeOf = (work: Work, codes: Codes, i: number): string | undefined => {
  const [known, given] = [nodeOf(work, i), work.rows[i]?.code]
  if (known !== undefined) return codes.of.get(known)
  const above = aboveKey(work, i)
  const code = given ?? freshCode(work, codes, above)
  if (code !== undefined) take(codes, { key: keyOf(work, i), above, code })
  return code
}

const plan = (work: Work): PlannedNode[] => {
  const codes = codesOf(work)
  return parentsFirst(work).map((i): PlannedNode => {
    const [line, known, parent, code] = [work.rows[i]?.line ?? 0, nodeOf(work, i), work.parents[i], codeOf(work, codes, i)]
    if (code === undefined) work.faults.push({ row: line, column: work.columns.code, code: 'codeNeeded', params: {} })
    return { row: i, line, code: code ?? '', ...(known === undefined ? {} : { known }), ...(parent === undefined ? {} : { parent }) }
  })
}

/**
 * Which node each row of a file speaks of, where it hangs and what code it gets, parents first; and what is wrong. Parents are named by code
 * or by name, in the file or among what stands; a row without a code speaks of the node of that name below the same parent.
 */
export const planTree = (input: Input): { nodes: PlannedNode[]; faults: TreeFault[] } => {
  const work: Work = { ...input, index: indexOf(input), faults: [], parents: [], nodes: new Map() }
  readParents(work)
  checkRows(work)
  if (work.faults.length > 0) return { nodes: [], faults: work.faults }
  const nodes = plan(work)
  return { nodes, faults: work.faults }
}

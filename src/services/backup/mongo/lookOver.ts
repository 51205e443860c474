import { AUDIT_LOG, rowsOfDump } from '@/db/mongoDump'
import type { Link } from '@/services/audit/chain'
import type { Segment } from '@/services/audit/segments'
import { verifyChain, type ChainSource } from '@/services/audit/verify'
import type { Holding } from '../database'
import { BackupFault } from '../fault'

type Row = Record<string, unknown>

const said = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : value)

/** A row of a dump as the portal reads it. */
const rowOf = ({ _id, ...rest }: Row): Row => ({ id: _id, ...Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, said(value)])) })

type Found = { tables: Record<string, number>; heads: Row[]; segments: Row[]; anchors: Row[]; last: Map<string, number> }

const KEPT = { 'audit-heads': 'heads', 'audit-segments': 'segments', 'audit-anchors': 'anchors' } as const

const isKept = (name: string): name is keyof typeof KEPT => Object.hasOwn(KEPT, name)

const readThrough = async (file: string): Promise<Found> => {
  const found: Found = { tables: {}, heads: [], segments: [], anchors: [], last: new Map() }
  for await (const { c, d } of rowsOfDump(file)) {
    found.tables[c] = (found.tables[c] ?? 0) + 1
    if (isKept(c)) found[KEPT[c]].push(rowOf(d))
    if (c === AUDIT_LOG) found.last.set(String(d.office), Math.max(found.last.get(String(d.office)) ?? 0, Number(d.seq)))
  }
  return found
}

const STRETCH = 500

/** Entries of one office, in the order of the dump, some at a time. */
const entriesOf = (file: string, office: string): ChainSource['after'] => {
  const rows = rowsOfDump(file)
  return async () => {
    const piece: Link[] = []
    while (piece.length < STRETCH) {
      const { value, done } = await rows.next()
      if (done) break
      if (value.c === AUDIT_LOG && String(value.d.office) === office) piece.push(rowOf(value.d) as Link)
    }
    return piece
  }
}

const sourceOf = (file: string, office: string, { heads, segments, anchors }: Found): ChainSource => {
  const own = (row: Row): boolean => row.office === office
  const head = heads.find(own)
  return {
    office,
    head: head ? { seq: Number(head.seq), hash: String(head.hash) } : { seq: 0, hash: '' },
    segments: segments.filter(own).sort((one, other) => Number(one.toSeq) - Number(other.toSeq)) as unknown as Segment[],
    anchors: anchors.filter(own).sort((one, other) => Number(one.seq) - Number(other.seq)).map(({ line }) => String(line)),
    after: entriesOf(file, office),
  }
}

const officesIn = ({ heads, last }: Found): string[] => [...new Set([...heads.map((row) => String(row.office)), ...last.keys()])].sort()

/** What is wrong with the chain of an office, in a line; undefined where it holds. */
const chainFault = async (source: ChainSource, last = 0): Promise<string | undefined> => {
  const fault = (await verifyChain({ source, keys: undefined }))?.fault
  const seq = source.head?.seq ?? 0
  if (fault) return `the audit log was changed: its chain does not hold at entry ${fault.seq} (${fault.kind})`
  return last > seq ? `the audit log was changed: its chain does not hold at entry ${seq + 1}` : undefined
}

const byName = ([one]: [string, unknown], [other]: [string, unknown]): number => (one < other ? -1 : 1)

/** Looks a dump of a MongoDB over: readable to its end, and the audit chain of every office whole. Returns what it holds. Errors: `BackupFault`. */
export const lookOverDump = async (file: string): Promise<Holding> => {
  const found = await readThrough(file).catch((error: unknown) => {
    throw new BackupFault(`the database cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  })
  const [chains, faults]: [Holding['chains'], string[]] = [[], []]
  for (const office of officesIn(found)) {
    const source = sourceOf(file, office, found)
    const fault = await chainFault(source, found.last.get(office))
    if (fault) faults.push(fault)
    chains.push({ office, seq: source.head?.seq ?? 0 })
  }
  if (faults.length > 0) throw new BackupFault(...faults)
  return { tables: Object.fromEntries(Object.entries(found.tables).sort(byName)), migrations: [], chains }
}

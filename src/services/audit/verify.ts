import { now } from '@/lib/clock'
import { GENESIS, linkFault, type Link, type LinkFault, type Mark } from './chain'
import { segmentFault, type Segment, type SegmentFault } from './segments'
import { readAnchor, signatureOf, type Anchor, type AnchorKeys } from './statement'

/** What an office's chain is read from: the database, its file, or an export. */
export type ChainSource = {
  office: string
  /** Where the chain is said to end; undefined where nothing says so (an export). */
  head: Mark | undefined
  /** Removed stretches, oldest first. */
  segments: readonly Segment[]
  /** Lines of anchors, from within and from outside. */
  anchors: readonly string[]
  /** Entries after `seq`, in order, some at a time; none at the end. */
  after: (seq: number) => Promise<readonly Link[]>
}

/**
 * What is wrong first. `truncated`: entries at the end are gone; `head`: the note of the last entry is not right; `extra`: entries behind the last;
 * `rewritten`: whole in itself, but not what an anchor saw; `forged`: an anchor that its key did not sign; `cut`, `unknownKey`: of a removal.
 */
export type ChainFault = { kind: LinkFault | 'truncated' | 'head' | 'extra' | 'rewritten' | 'forged' | SegmentFault['kind']; seq: number }

export type Verdict = {
  office: string
  /** How far the chain is whole, and its digest there. */
  checked: Mark
  fault?: ChainFault
  /** Where it begins: behind what retention removed. */
  from: number
  /** Anchors that agree, and those whose key is not at hand: their digests were compared, their signatures were not. */
  anchors: { agreeing: number; unsigned: number }
}

type Walk = { source: ChainSource; anchors: ReadonlyMap<number, Anchor[]>; begin: Mark; stopping: () => boolean }

const ofOffice = ({ office, anchors }: ChainSource): (Anchor | undefined)[] =>
  anchors.map(readAnchor).filter((anchor) => anchor === undefined || anchor.office === office)

const bySeq = (anchors: readonly Anchor[]): Map<number, Anchor[]> => {
  const found = new Map<number, Anchor[]>()
  for (const anchor of anchors) found.set(anchor.seq, [...(found.get(anchor.seq) ?? []), anchor])
  return found
}

const differs = ({ anchors }: Walk, { seq, hash }: Mark): boolean => (anchors.get(seq) ?? []).some((anchor) => anchor.hash !== hash)

/** The entry that says that the last stretch was removed: without it, somebody removed it by hand. */
const tellsOfCut = (row: Link, { toSeq, lastHash }: Segment): boolean => {
  const detail = (row.detail ?? {}) as Record<string, unknown>
  return row.action === 'audit.cut' && detail.to === toSeq && detail.last === lastHash
}

type Walked = { at: Mark; fault?: ChainFault; told: boolean; ended: boolean }

const step = (walk: Walk, row: Link, at: Mark): ChainFault | undefined => {
  const kind = linkFault(row, at)
  if (kind) return { kind, seq: at.seq + 1 }
  return differs(walk, { seq: row.seq, hash: row.hash ?? '' }) ? { kind: 'rewritten', seq: row.seq } : undefined
}

const walkAll = async (walk: Walk): Promise<Walked | undefined> => {
  const { source: { head, segments, after }, begin, stopping } = walk
  const last = segments.at(-1)
  let [at, told] = [begin, last === undefined]
  while (head === undefined || at.seq < head.seq) {
    if (stopping()) return undefined
    const rows = (await after(at.seq)).filter(({ seq }) => head === undefined || seq <= head.seq)
    if (rows.length === 0) return { at, told, ended: true }
    for (const row of rows) {
      const fault = step(walk, row, at)
      if (fault) return { at, fault, told, ended: false }
      told ||= last !== undefined && tellsOfCut(row, last)
      at = { seq: row.seq, hash: row.hash ?? '' }
    }
  }
  return { at, told, ended: true }
}

/** What only shows when all was read: too few entries, another end than was noted, a removal nobody told of. */
const endFault = ({ source: { head, segments }, anchors, begin }: Walk, { at, told }: Walked): ChainFault | undefined => {
  const most = Math.max(head?.seq ?? 0, ...anchors.keys())
  if (at.seq < most) return { kind: 'truncated', seq: at.seq + 1 }
  if (!told) return { kind: 'cut', seq: segments.at(-1)?.fromSeq ?? 1 }
  return head !== undefined && (head.hash !== at.hash || head.seq < begin.seq) ? { kind: 'head', seq: at.seq } : undefined
}

type Before = { source: ChainSource; keys: AnchorKeys | undefined; anchors: readonly (Anchor | undefined)[] }

const NO_KEYS: AnchorKeys = new Map()

const before = ({ source: { office, segments }, keys, anchors }: Before): ChainFault | undefined => {
  const forged = anchors.find((anchor) => anchor === undefined || signatureOf(anchor, keys ?? NO_KEYS) === 'bad')
  if (forged || anchors.includes(undefined)) return { kind: 'forged', seq: forged?.seq ?? 0 }
  return segmentFault({ office, segments, keys, anchors: anchors.flatMap((anchor) => anchor ?? []), at: now() })
}

type Verifying = {
  source: ChainSource
  /** Undefined: signatures are not asked for, as where a copy is held against its original. What retention removed is then believed. */
  keys: AnchorKeys | undefined
  stopping?: () => boolean
}

const beginOf = ({ segments, head }: ChainSource, first: Link | undefined): Mark => {
  const last = segments.at(-1)
  if (last) return { seq: last.toSeq, hash: last.lastHash }
  // An export may begin anywhere: what its first entry follows is then taken as it is.
  return head === undefined && first ? { seq: first.seq - 1, hash: first.previous ?? GENESIS } : { seq: 0, hash: GENESIS }
}

/**
 * Reckons every link of an office's chain anew and holds it against its head, what was removed from it and every anchor. Tells the first fault, its kind and
 * the entry. Undefined when it was told to stop. Entries behind the head are for the caller to look at (`extra`): others may be writing.
 */
export const verifyChain = async ({ source, keys, stopping = () => false }: Verifying): Promise<Verdict | undefined> => {
  const anchors = ofOffice(source)
  const good = anchors.flatMap((anchor) => anchor ?? [])
  const begin = beginOf(source, source.head === undefined ? (await source.after(0))[0] : undefined)
  const counted = { agreeing: good.length, unsigned: good.filter((anchor) => signatureOf(anchor, keys ?? NO_KEYS) === 'unknown').length }
  const early = before({ source, keys, anchors })
  if (early) return { office: source.office, checked: begin, fault: early, from: begin.seq + 1, anchors: counted }
  const walk: Walk = { source, anchors: bySeq(good), begin, stopping }
  const walked = await walkAll(walk)
  if (!walked) return undefined
  const fault = walked.fault ?? endFault(walk, walked)
  return { office: source.office, checked: walked.at, ...(fault ? { fault } : {}), from: begin.seq + 1, anchors: counted }
}

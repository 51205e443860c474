import { AUDIT_DAYS_LEAST } from '@/lib/env'
import { readAnchor, signatureOf, type Anchor, type AnchorKeys } from './statement'

/** A stretch that retention removed, as it is stored. */
export type Segment = { fromSeq: number; toSeq: number; lastHash: string; anchorLine: string; cutAt: string; days: number }

/** `cut`: a removal that nothing proves; `unknownKey`: the key of its anchor is not at hand; `rewritten`: another anchor saw something else. */
export type SegmentFault = { kind: 'cut' | 'unknownKey' | 'rewritten'; seq: number }

export type Held = {
  office: string
  segments: readonly Segment[]
  /** Every anchor of the office, from within and from outside. */
  anchors: readonly Anchor[]
  /** Undefined: no keys are asked for, as where a copy is held against its original. */
  keys: AnchorKeys | undefined
  at: number
}

const DAY = 86_400_000
/** Two machines' clocks may differ by less than this. */
const SKEW = 3_600_000

const anchorOf = ({ toSeq, lastHash, anchorLine }: Segment, office: string): Anchor | undefined => {
  const anchor = readAnchor(anchorLine)
  return anchor?.office === office && anchor.seq === toSeq && anchor.hash === lastHash ? anchor : undefined
}

/** Old enough by the clock, and not only by what its row says: whoever can write rows writes days and dates, too. */
const wasDue = ({ cutAt, days }: Segment, anchor: Anchor, at: number): boolean => {
  const cut = Date.parse(cutAt)
  return cut <= at + SKEW && days >= AUDIT_DAYS_LEAST && cut - Date.parse(anchor.at) >= days * DAY
}

/** Two anchors of one chain: the same place has one digest, and the chain only grows. */
const contradicts = (one: Anchor, other: Anchor): boolean => {
  if (one.seq === other.seq) return one.hash !== other.hash
  const [low, high] = one.seq < other.seq ? [one, other] : [other, one]
  return Date.parse(low.at) > Date.parse(high.at) + DAY
}

const faultOf = (segment: Segment, end: number, { office, anchors, keys, at }: Held): SegmentFault['kind'] | undefined => {
  const anchor = anchorOf(segment, office)
  if (segment.fromSeq !== end + 1 || segment.toSeq < segment.fromSeq || !anchor) return 'cut'
  const signature = keys === undefined ? 'good' : signatureOf(anchor, keys)
  if (signature !== 'good') return signature === 'unknown' ? 'unknownKey' : 'cut'
  if (!wasDue(segment, anchor, at)) return 'cut'
  return anchors.some((other) => contradicts(anchor, other)) ? 'rewritten' : undefined
}

/** Anchors below the last removal, of which no entry is left to be compared with. */
const amongThemselves = ({ anchors, segments }: Held): number | undefined => {
  const end = segments.at(-1)?.toSeq ?? 0
  const seen = new Map<number, string>()
  for (const { seq, hash } of anchors.filter((anchor) => anchor.seq <= end)) {
    if (seen.has(seq) && seen.get(seq) !== hash) return seq
    seen.set(seq, hash)
  }
  return undefined
}

/**
 * Removed stretches follow one another; each ends where an anchor says that its key signed, was as old as anything may be when it is removed, and no
 * other anchor saw it otherwise. Tells where that first fails.
 */
export const segmentFault = (held: Held): SegmentFault | undefined => {
  let end = 0
  for (const segment of held.segments) {
    const kind = faultOf(segment, end, held)
    if (kind) return { kind, seq: kind === 'rewritten' ? segment.toSeq : segment.fromSeq }
    end = segment.toSeq
  }
  const seq = amongThemselves(held)
  return seq === undefined ? undefined : { kind: 'rewritten', seq }
}

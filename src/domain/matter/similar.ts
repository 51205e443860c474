import { normaliseText, searchTokens } from './text'

/** A matter as far as comparing needs it. Code lists run from the root to the node itself; an empty list means unknown. */
export type ComparableMatter = {
  text: string
  categoryCodes: readonly string[]
  unitCodes: readonly string[]
  /** Epoch milliseconds of receipt. */
  receivedAt: number
}

export type Similarity = {
  /** 0 (nothing in common) to 1 (the same in all that is known). */
  score: number
  /** Each part 0 to 1; undefined when one of the two does not say. */
  parts: { text: number; category?: number; unit?: number; time: number }
  /** Tokens both texts have, in the order of the first. */
  shared: string[]
  /** The same joined to the phrases that stand in both texts, longest first: the why, in words a person reads. */
  phrases: string[]
}

const WEIGHTS = { text: 5, unit: 2.5, category: 1.5, time: 1 } as const
const DAY = 86_400_000
/** Days after which two receipts have nothing to do with each other in time. */
const WINDOW_DAYS = 30

/** Share of the longer of two paths that both have in common from the root. */
const commonPath = (a: readonly string[], b: readonly string[]): number | undefined => {
  if (a.length === 0 || b.length === 0) return undefined
  const differs = a.findIndex((code, at) => code !== b[at])
  return (differs < 0 ? a.length : differs) / Math.max(a.length, b.length)
}

/** Sørensen–Dice over token sets: twice the common ones over all. */
const dice = (a: readonly string[], b: readonly string[], shared: number): number =>
  a.length + b.length === 0 ? 0 : (2 * shared) / (a.length + b.length)

/** Two pieces that overlap by their last and first character are one phrase where it stands so in both texts. */
const phrasesOf = (shared: readonly string[], texts: readonly string[]): string[] => {
  const phrases: string[] = []
  for (const token of shared) {
    const before = phrases.at(-1)
    const points = Array.from(token)
    const joined = before && points.length === 2 && before.endsWith(points[0] ?? '') ? `${before}${points[1]}` : undefined
    if (joined && texts.every((text) => text.includes(joined))) phrases[phrases.length - 1] = joined
    else phrases.push(token)
  }
  return phrases.sort((one, other) => other.length - one.length)
}

/** How alike two matters are. Symmetric in the score; unknown category or unit is left out of the weighing. */
export const similarity = (a: ComparableMatter, b: ComparableMatter): Similarity => {
  const [tokensA, tokensB] = [searchTokens(a.text), searchTokens(b.text)]
  const inB = new Set(tokensB)
  const shared = tokensA.filter((token) => inB.has(token))
  const parts = {
    text: dice(tokensA, tokensB, shared.length),
    category: commonPath(a.categoryCodes, b.categoryCodes),
    unit: commonPath(a.unitCodes, b.unitCodes),
    time: Math.max(0, 1 - Math.abs(a.receivedAt - b.receivedAt) / (WINDOW_DAYS * DAY)),
  }
  const known = (['text', 'unit', 'category', 'time'] as const).filter((part) => parts[part] !== undefined)
  const total = known.reduce((sum, part) => sum + WEIGHTS[part], 0)
  const score = known.reduce((sum, part) => sum + WEIGHTS[part] * (parts[part] ?? 0), 0) / total
  return { score, parts, shared, phrases: phrasesOf(shared, [normaliseText(a.text), normaliseText(b.text)]) }
}

/** Score from which two matters are shown as possibly the same. */
export const POSSIBLY_SAME = 0.6

/** Candidates that are possibly the same as `matter`, most alike first. Without a word in common nothing is offered, however near. */
export const findSimilar = <T extends ComparableMatter>(
  { matter, candidates, threshold = POSSIBLY_SAME, limit = 5 }:
  { matter: ComparableMatter; candidates: readonly T[]; threshold?: number; limit?: number },
): { candidate: T; similarity: Similarity }[] =>
  candidates
    .map((candidate) => ({ candidate, similarity: similarity(matter, candidate) }))
    .filter((found) => found.similarity.shared.length > 0 && found.similarity.score >= threshold)
    .sort((a, b) => b.similarity.score - a.similarity.score || b.candidate.receivedAt - a.candidate.receivedAt)
    .slice(0, limit)

/** What tells two otherwise equal names apart: numbers, and the words for sides and order that places and lists are numbered by. */
const MARKS = /\d+|[一二三四五六七八九十百零〇甲乙丙丁东西南北中上下左右前后内外]/gu

/** Two names share at least so much of their neighbouring pairs of characters (Sørensen–Dice). */
const ENOUGH = 0.75
const SHORTEST = 3

/** A name without case, width, spaces and signs. */
export const bareName = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/[\s\p{P}\p{S}]/gu, '')

const pairsOf = (text: string): Set<string> => new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)))

const marksOf = (text: string): string => (text.match(MARKS) ?? []).join(' ')

/** Whether two names probably mean one thing written twice. Names that differ in a number, a side or an order do not. */
export const namesAlike = (one: string, other: string): boolean => {
  const [a, b] = [bareName(one), bareName(other)]
  if (a === b) return a !== ''
  if (Math.min(a.length, b.length) < SHORTEST || marksOf(a) !== marksOf(b)) return false
  const [left, right] = [pairsOf(a), pairsOf(b)]
  const shared = [...left].filter((pair) => right.has(pair)).length
  return (2 * shared) / (left.size + right.size) >= ENOUGH
}

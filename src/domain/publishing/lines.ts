/** One line of a comparison: as it was, taken out, or put in. */
export type DiffLine = { how: 'same' | 'out' | 'in'; text: string }

/** Longest texts are compared as a whole: the table of a comparison grows with both sides. */
const MOST = 400

const table = (before: readonly string[], after: readonly string[]): number[][] => {
  const lengths = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0))
  for (let one = before.length - 1; one >= 0; one -= 1) {
    for (let other = after.length - 1; other >= 0; other -= 1) {
      const [row, below] = [lengths[one] as number[], lengths[one + 1] as number[]]
      row[other] = before[one] === after[other] ? (below[other + 1] ?? 0) + 1 : Math.max(below[other] ?? 0, row[other + 1] ?? 0)
    }
  }
  return lengths
}

const marked = (how: DiffLine['how'], lines: readonly string[]): DiffLine[] => lines.map((text) => ({ how, text }))

type At = { before: readonly string[]; after: readonly string[]; one: number; other: number }

/** The next line of the comparison at a place where both sides have one left. */
const step = (lengths: readonly (readonly number[])[], { before, after, one, other }: At): DiffLine => {
  const [was = '', is = ''] = [before[one], after[other]]
  if (was === is) return { how: 'same', text: was }
  const [out = 0, into = 0] = [lengths[one + 1]?.[other], lengths[one]?.[other + 1]]
  return out >= into ? { how: 'out', text: was } : { how: 'in', text: is }
}

/** What differs between two texts, line by line: what was taken out stands before what was put in. */
export const diffLines = (before: readonly string[], after: readonly string[]): DiffLine[] => {
  if (before.length > MOST || after.length > MOST) return [...marked('out', before), ...marked('in', after)]
  const lengths = table(before, after)
  const found: DiffLine[] = []
  let [one, other] = [0, 0]
  while (one < before.length && other < after.length) {
    const line = step(lengths, { before, after, one, other })
    found.push(line)
    if (line.how !== 'in') one += 1
    if (line.how !== 'out') other += 1
  }
  return [...found, ...marked('out', before.slice(one)), ...marked('in', after.slice(other))]
}

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

/** What differs between two texts, line by line: what was taken out stands before what was put in. */
export const diffLines = (before: readonly string[], after: readonly string[]): DiffLine[] => {
  if (before.length > MOST || after.length > MOST) return [...marked('out', before), ...marked('in', after)]
  const lengths = table(before, after)
  const found: DiffLine[] = []
  let [one, other] = [0, 0]
  while (one < before.length && other < after.length) {
    if (before[one] === after[other]) {
      found.push({ how: 'same', text: before[one] ?? '' })
      one += 1
      other += 1
    } else if ((lengths[one + 1]?.[other] ?? 0) >= (lengths[one]?.[other + 1] ?? 0)) {
      found.push({ how: 'out', text: before[one] ?? '' })
      one += 1
    } else {
      found.push({ how: 'in', text: after[other] ?? '' })
      other += 1
    }
  }
  return [...found, ...marked('out', before.slice(one)), ...marked('in', after.slice(other))]
}

/** An entry that may be checked; `last`: when it was checked before, as an instant's text. */
export type Candidate = { id: string; title: string; last?: string }

const byAge = (one: Candidate, other: Candidate): number => {
  const [a, b] = [one.last ?? '', other.last ?? '']
  if (a !== b) return a < b ? -1 : 1
  return one.id < other.id ? -1 : 1
}

/** The entries of a round: all, or as many as the sample says, those never checked first, then those checked longest ago. */
export const pickEntries = <C extends Candidate>(entries: readonly C[], sample: number | undefined): C[] => [...entries].sort(byAge).slice(0, sample ?? entries.length)

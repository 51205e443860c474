/** Counts of people and reports under this are not public: in a small place they tell who it was. */
export const FEW = 5

/** A share as it may be shown. `sign`: `done` is a bound and not the count itself. */
export type PublicShare = { done: number; total: number; sign?: 'atLeast' | 'under' }

/**
 * What may be shown of `done` out of `total`. Nothing of a total under 5; where those that are done, or those that are not, are
 * fewer than 5 (but some), only a bound, the same for all of these.
 */
export const publicShare = ({ done, total }: { done: number; total: number }): PublicShare | undefined => {
  const isFew = (count: number): boolean => count > 0 && count < FEW
  if (total < FEW) return undefined
  if (isFew(total - done)) return { done: total - FEW + 1, total, sign: 'atLeast' }
  return isFew(done) ? { done: FEW, total, sign: 'under' } : { done, total }
}

/** What a page's dates ask for now. */
export type Due = 'publish' | 'withdraw'

type Times = { /** Epoch milliseconds. */ publishAt?: number; withdrawAt?: number }

export type ScheduleFault = 'order'

/** A page that is withdrawn before it is published would never be seen. */
export const scheduleFault = ({ publishAt, withdrawAt }: Times): ScheduleFault | undefined =>
  publishAt !== undefined && withdrawAt !== undefined && withdrawAt <= publishAt ? 'order' : undefined

/**
 * What is due. After a standstill both times may have come: then it is not published for a moment only to be withdrawn, and stays as it is with its dates
 * taken off.
 */
export const dueNow = ({ publishAt, withdrawAt }: Times, state: { published: boolean; now: number }): Due | undefined => {
  if (withdrawAt !== undefined && withdrawAt <= state.now) return 'withdraw'
  return !state.published && publishAt !== undefined && publishAt <= state.now ? 'publish' : undefined
}

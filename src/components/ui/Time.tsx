import { day, dayTime, exactTime, fullDay, nearDayTime, promiseTime, type DateContext } from './dates'

const WORDINGS = { day, fullDay, dayTime, near: nearDayTime, promise: promiseTime }

/** An instant in words; the exact one on hover. `near` speaks of today and yesterday: not for cached pages. */
export const Time = ({ at, as = 'day', ctx }: { at: number; as?: keyof typeof WORDINGS; ctx: DateContext }) => (
  <time dateTime={new Date(at).toISOString()} title={exactTime(at, ctx)}>
    {WORDINGS[as](at, ctx)}
  </time>
)

/** Orders a queue can be shown in. */
export const QUEUE_SORTS = ['due', 'received', 'updated'] as const
export type QueueSort = (typeof QUEUE_SORTS)[number]

/** States of the next clock that a queue can be narrowed to. */
export const CLOCK_FILTERS = ['late', 'soon', 'running', 'paused', 'none'] as const
export type ClockFilter = (typeof CLOCK_FILTERS)[number]

/** How often a message is tried before it is given up and shown to a person. */
export const MOST_TRIES = 12

const FIRST_PAUSE = 60_000
const LONGEST_PAUSE = 12 * 3_600_000
/** So that all that failed together does not come back together; at most this part of a pause is added. */
const JITTER = 0.25

/** Milliseconds until a message that failed `tries` times (from 1) is tried again. `random`: from 0 up to 1. All pauses together are about two days. */
export const pauseAfter = (tries: number, random: number): number => Math.round(Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.max(1, tries)) * (1 + JITTER * random))

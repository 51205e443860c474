/** One use of something that is limited. Times are epoch milliseconds. */
export type Use = { key: string; at: number; /** How many uses a window has room for. */ most: number; /** When a window that begins with this use ends. */ until: number }

export type Taken = { /** False where the window was full: nothing was counted then. */ taken: boolean; /** When the window ends, in epoch milliseconds. */ until: number }

/** Counts of uses in windows of time, one for all processes that serve one portal. Keys are digests: what they stand for is not kept. */
export type Windows = {
  take: (use: Use) => Promise<Taken>
  /** Takes back one use of the window that is open at `at`, if there is one. */
  give: (key: string, at: number) => Promise<void>
  /** How many uses the window that is open at `at` has counted. */
  count: (key: string, at: number) => Promise<number>
  /** Random bytes that all processes share for one day (counted from 1970), gone after it. `until`: when that day ends, in epoch milliseconds. */
  salt: (day: number, until: number) => Promise<Buffer>
}

/** How work that comes round again has fared, in whichever process. Times are epoch milliseconds; `faults`: failed turns in a row. */
export type Sweep = { name: string; every: number; /** The process whose turn it is, until when. */ holder?: string; heldUntil?: number; begunAt?: number; endedAt?: number; faults: number }

export type Turn = { name: string; every: number; holder: string; at: number; /** When the hold runs out unless it is renewed. */ until: number }

/** Turns at work that comes round again: one process at a time, each turn once. */
export type Sweeps = {
  /** What there is to do, at the start of a process; what is not named any more is forgotten. */
  plan: (sweeps: readonly Pick<Sweep, 'name' | 'every'>[]) => Promise<void>
  /** Takes a turn when it is due and nobody has it. */
  begin: (turn: Turn) => Promise<boolean>
  /** Holds on to a turn; false when it was lost to another process. */
  renew: (turn: Pick<Turn, 'name' | 'holder' | 'until'>) => Promise<boolean>
  /** `cut`: broken off by a stop, so that it is due again at once. */
  end: (turn: Pick<Turn, 'name' | 'holder' | 'at'> & { outcome: 'done' | 'failed' | 'cut' }) => Promise<void>
  all: () => Promise<Sweep[]>
}

/** Numbers that grow when something changed, so that other processes notice. */
export type Marks = { touch: (name: string) => Promise<void>; read: (name: string) => Promise<number> }

export type Word = { name: string; text: string; at: number; until: number }

/** Words that whoever comes first sets for all, until a time after which nobody has said them again. Returns what stands. */
export type Words = { agree: (word: Word) => Promise<string> }

/** What several processes of one portal have in common beside its rows. In memory where one process is all there is (SQLite). */
export type Shared = { windows: Windows; sweeps: Sweeps; /** Turns at work that one process does while the others wait. */ locks: Pick<Sweeps, 'begin' | 'renew' | 'end'>; marks: Marks; words: Words }

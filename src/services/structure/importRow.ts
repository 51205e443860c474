import type { Alike } from './importAlike'

/** A row as it will stand. `data`: all its fields when it is new, else what changes. `parent` is an id. */
export type StagedRow = { /** Its place among the rows of the file. */ at: number; line: number; id: string; action: 'add' | 'change' | 'same'; code: string; name: string; parent?: string; data: Record<string, unknown>; /** What stands already and looks like it; the one it was merged into first. */ like?: Alike[]; merged?: boolean }

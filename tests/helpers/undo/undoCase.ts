import type { World } from './world'

/** A change by one door: `set` makes what it needs and is cleared away by `clear`. */
export type UndoCase = {
  door: string
  what?: string
  /** Ready before the structure is looked at; what it answers is handed on. */
  set?: (world: World) => Promise<Record<string, string>>
  act: (world: World, made: Record<string, string>) => Promise<unknown>
  clear?: (world: World, made: Record<string, string>) => Promise<unknown>
  /** Doors that ask no reason. */
  silent?: true
  /** What is taken back out of force is taken out of the draft too. */
  drafted?: true
}

import type { Party, TransitionDef, WorkflowDef } from '@/domain/workflow/types'

/** Those who said in this round that the matter is not theirs. Ids. */
export type Objectors = { teams: ReadonlySet<string>; units: ReadonlySet<string>; persons: ReadonlySet<string> }

export const NO_OBJECTORS: Objectors = { teams: new Set(), units: new Set(), persons: new Set() }

type Moved = { kind: string; action: string; round?: number | null; data?: { former?: Party } | Record<string, unknown> | null }

const isObjection = ({ effects, guards }: TransitionDef): boolean => effects.includes('clearOwner') && guards.includes('isOwner')

const isParty = (value: unknown): value is Party => typeof value === 'object' && value !== null

// A unit answers for its teams and people; it objects itself only where it was the lead alone.
const unitOf = ({ unit, team, person }: Party): string[] => (unit && !team && !person ? [unit] : [])

/** From the history: who had the matter when it was sent back by those who had it. */
export const objectorsIn = (events: readonly Moved[], workflow: WorkflowDef, round: number): Objectors => {
  const codes = workflow.transitions.filter(isObjection).map(({ code }) => code)
  const former = events.flatMap(({ kind, action, data, round: its }) => (kind === 'transition' && its === round && codes.includes(action) && isParty(data?.former) ? [data.former] : []))
  return {
    teams: new Set(former.flatMap(({ team }) => team ?? [])),
    persons: new Set(former.flatMap(({ person }) => person ?? [])),
    units: new Set(former.flatMap(unitOf)),
  }
}

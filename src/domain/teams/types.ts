import type { Words } from '../words'

/** A seat of a team with a name of its own (组长, 副组长, 联系领导): how many sit there, and how many categories each of them leads. */
export type Seat = { code: string; name: Words; min?: number; max?: number; leads?: { min: number; max: number } }

/** A team as its rules see it. `kind` leading: a group with seats that takes no work itself. */
export type TeamRules = { id: string; kind: 'team' | 'leading'; min?: number; max?: number; seats: Seat[] }

/** A person's place in a team, as far as its rules ask. `leads`: ids of categories. */
export type Place = { person: string; team: string; seat?: string; leads: string[] }

export type TeamGapCode = 'tooFew' | 'tooMany' | 'seatTooFew' | 'seatTooMany' | 'seatUnknown' | 'leadsTooFew' | 'leadsTooMany' | 'categoryUnled'

/** One rule of a team that is not kept. `person`, `seat` and `category` where it is theirs. */
export type TeamGap = { code: TeamGapCode; team: string; seat?: string; person?: string; category?: string; params: { actual?: number; min?: number; max?: number } }

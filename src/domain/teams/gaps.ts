import type { Place, Seat, TeamGap, TeamRules } from './types'

type Range = { min?: number | undefined; max?: number | undefined }

const side = (actual: number, { min, max }: Range): 'few' | 'many' | undefined => {
  if (min !== undefined && actual < min) return 'few'
  return max !== undefined && actual > max ? 'many' : undefined
}

const params = (actual: number, { min, max }: Range): TeamGap['params'] => ({ actual, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) })

const people = (places: readonly Place[]): string[] => [...new Set(places.map(({ person }) => person))]

const ofSize = (team: TeamRules, places: readonly Place[]): TeamGap[] => {
  const actual = people(places).length
  const wrong = side(actual, team)
  return wrong ? [{ code: wrong === 'few' ? 'tooFew' : 'tooMany', team: team.id, params: params(actual, team) }] : []
}

/** What a person leads from one seat, however many places they hold there. */
const led = (places: readonly Place[], person: string): Set<string> => new Set(places.filter((place) => place.person === person).flatMap(({ leads }) => leads))

const ofLeads = (team: TeamRules, seat: Seat, places: readonly Place[]): TeamGap[] => {
  const { leads } = seat
  if (!leads) return []
  return people(places).flatMap((person): TeamGap[] => {
    const actual = led(places, person).size
    const wrong = side(actual, leads)
    return wrong ? [{ code: wrong === 'few' ? 'leadsTooFew' : 'leadsTooMany', team: team.id, seat: seat.code, person, params: params(actual, leads) }] : []
  })
}

const ofSeat = (team: TeamRules, seat: Seat, places: readonly Place[]): TeamGap[] => {
  const here = places.filter((place) => place.seat === seat.code)
  const actual = people(here).length
  const wrong = side(actual, seat)
  return [...(wrong ? [{ code: wrong === 'few' ? 'seatTooFew' : 'seatTooMany', team: team.id, seat: seat.code, params: params(actual, seat) } as const] : []), ...ofLeads(team, seat, here)]
}

const unknownSeats = (team: TeamRules, places: readonly Place[]): TeamGap[] =>
  places.flatMap(({ person, seat }) => (seat !== undefined && !team.seats.some(({ code }) => code === seat) ? [{ code: 'seatUnknown', team: team.id, seat, person, params: {} } as const] : []))

/** Risk categories that a leading group should share out among its seats, and that nobody leads. */
const unled = (team: TeamRules, places: readonly Place[], categories: readonly string[]): TeamGap[] => {
  if (!team.seats.some(({ leads }) => leads)) return []
  const taken = new Set(places.flatMap(({ leads }) => leads))
  return categories.filter((id) => !taken.has(id)).map((category) => ({ code: 'categoryUnled', team: team.id, category, params: {} }))
}

/**
 * Where teams are not as their rules want them: size, seats, and how many categories those who lead risks answer for (a deputy leads one or
 * two; domain.md §6). `places` hold now; `categories` are the topmost ones, all of which a leading group with such seats must cover.
 */
export const teamGaps = ({ teams, places, categories }: { teams: readonly TeamRules[]; places: readonly Place[]; categories: readonly string[] }): TeamGap[] =>
  teams.flatMap((team) => {
    const here = places.filter((place) => place.team === team.id)
    return [...ofSize(team, here), ...team.seats.flatMap((seat) => ofSeat(team, seat, here)), ...unknownSeats(team, here), ...unled(team, here, categories)]
  })

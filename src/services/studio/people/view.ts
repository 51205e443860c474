import { findRows } from '@/db/rows'
import { teamGaps } from '@/domain/teams/gaps'
import type { Place, Seat, TeamGap, TeamRules } from '@/domain/teams/types'
import type { Words } from '@/domain/words'
import type { Desk } from '@/services/desk/desk'
import { unitRef } from '@/services/desk/names'
import type { MembershipRow, PostRow, TeamRow } from '@/services/structure/rows'
import { holdsNow, serves } from '@/services/health/people'
import { SLUG } from '@/slugs'

export type Option = { id: string; name: string; hint?: string }

export type MemberLine = {
  id: string; person: string; name: string; team?: string; post?: string; seat?: string; units: string[]; leads: string[]; from?: string; until?: string
  now: boolean; seen: string
}

export type TeamLine = {
  id: string; code: string; name: Words; duty?: Words; phone?: string; kind: 'team' | 'leading'; active: boolean; min?: number; max?: number; units: string[]; seats: Seat[]
  size: number; gaps: TeamGap[]; seen: string
}

export type PostLine = { id: string; code: string; name: Words; duty?: Words; active: boolean; holders: number; seen: string }

export type Options = { people: Option[]; units: Option[]; categories: Option[] }

export type TeamsView = Options & { teams: TeamLine[]; posts: PostLine[]; members: MemberLine[]; can: { edit: boolean; members: boolean } }

type Stored<T> = T & { updatedAt?: string }

type Given<T> = { [K in keyof T]?: Exclude<T[K], null | undefined> }

/** What is there of a row: the database says null where nothing is. */
const given = <T extends object>(row: T): Given<T> => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== undefined && value !== '')) as Given<T>

const isSeat = (value: unknown): value is Seat => typeof value === 'object' && value !== null && 'code' in value && 'name' in value

export const seatsOf = (value: unknown): Seat[] => (Array.isArray(value) ? value.filter(isSeat) : [])

/** Words that say something: a field that was emptied is stored as words of nothing. */
const spoken = (words: Words | null | undefined): Words | undefined => (words?.zh || words?.en ? words : undefined)

const rulesOf = (team: TeamRow): TeamRules => ({
  id: team.id, kind: team.kind ?? 'team', seats: seatsOf(team.seats), ...(team.minSize == null ? {} : { min: team.minSize }), ...(team.maxSize == null ? {} : { max: team.maxSize }),
})

const placeOf = ({ person, team, seat, leads }: MembershipRow): Place[] => (team ? [{ person, team, leads: leads ?? [], ...(seat ? { seat } : {}) }] : [])

/** Where teams are not as their rules want them, by people who serve now. */
export const gapsOfTeams = (desk: Pick<Desk, 'model' | 'now'>): TeamGap[] => {
  const { model, now } = desk
  return teamGaps({
    teams: model.teams.all.filter(({ active }) => active !== false).map(rulesOf), places: holdsNow(model, now).flatMap(placeOf),
    categories: model.categories.all.filter(({ parent, active }) => !parent && active !== false).map(({ id }) => id),
  })
}

const sizeOf = (desk: Desk, team: string): number => new Set(holdsNow(desk.model, desk.now).filter((row) => row.team === team).map(({ person }) => person)).size

const teamLine = (desk: Desk, gaps: readonly TeamGap[]) => ({ id, code, name, kind, active, units, seats, minSize, maxSize, duty, phone, updatedAt }: Stored<TeamRow>): TeamLine => ({
  id, code, name, kind: kind ?? 'team', active: active !== false, units: units ?? [], seats: seatsOf(seats), size: sizeOf(desk, id), gaps: gaps.filter((gap) => gap.team === id), seen: updatedAt ?? '',
  ...given({ duty: spoken(duty), phone, min: minSize, max: maxSize }),
})

const postLine = (desk: Desk) => (post: Stored<PostRow>): PostLine => ({
  id: post.id, code: post.code, name: post.name, active: post.active !== false, ...given({ duty: spoken(post.duty) }),
  holders: new Set(holdsNow(desk.model, desk.now).filter((row) => row.post === post.id).map(({ person }) => person)).size, seen: post.updatedAt ?? '',
})

const memberLine = (desk: Desk, current: ReadonlySet<string>) => ({ id, person, units, leads, team, post, seat, from, until, updatedAt }: Stored<MembershipRow>): MemberLine => ({
  id, person, name: desk.model.people.get(person)?.name ?? '', units: units ?? [], leads: leads ?? [], now: current.has(id), seen: updatedAt ?? '', ...given({ team, post, seat, from, until }),
})

/** What the forms of this area choose from. */
export const optionsFor = (desk: Desk): Options => ({
  people: [...desk.model.people.values()].filter(({ id }) => serves(desk.model, id)).map(({ id, name, username }) => ({ id, name, ...(username ? { hint: username } : {}) })),
  units: desk.model.units.all.filter(({ active }) => active !== false).map(({ id }) => {
    const ref = unitRef(desk, id)
    return { id, name: ref?.name ?? id, ...(ref && ref.above.length > 0 ? { hint: ref.above.join(' ') } : {}) }
  }),
  categories: desk.model.categories.all.filter(({ active }) => active !== false).map(({ id, name }) => ({ id, name: desk.say(name) })),
})

/** In the order of their seats, as the group has them; who has none comes after, everybody else as before. */
const bySeat = (desk: Desk, members: readonly MemberLine[]): MemberLine[] => {
  const place = ({ team, seat }: MemberLine): number => {
    const at = seatsOf(desk.model.teams.byId.get(team ?? '')?.seats).findIndex(({ code }) => code === seat)
    return at < 0 ? Infinity : at
  }
  return members.map((member) => ({ member, at: place(member) })).sort((one, other) => (one.at === other.at ? 0 : one.at - other.at)).map(({ member }) => member)
}

/** Every membership that the person may see, with who holds now. */
export const membersOf = (desk: Desk): MemberLine[] => {
  if (!desk.holds('people.view') && !desk.holds('people.edit')) return []
  const current = new Set(holdsNow(desk.model, desk.now).map(({ id }) => id))
  return desk.model.memberships.map(memberLine(desk, current))
}

/** Teams, leading groups and posts with who is in them, and what is against their rules. */
export const teamsView = async (desk: Desk): Promise<TeamsView> => {
  const gaps = gapsOfTeams(desk)
  const posts = await findRows(desk.req, SLUG.posts, { where: { office: { equals: desk.model.office.id } }, sort: 'id' })
  return {
    ...optionsFor(desk),
    teams: desk.model.teams.all.map(teamLine(desk, gaps)),
    posts: (posts as unknown as Stored<PostRow>[]).map(postLine(desk)),
    members: bySeat(desk, membersOf(desk)),
    can: { edit: desk.holds('structure.edit'), members: desk.holds('people.edit') },
  }
}

import { may } from '@/domain/access/decide'
import { DomainError } from '@/domain/errors'
import type { Desk } from '@/services/desk/desk'
import { factsOf, type MatterRow } from '@/services/matters/row'
import { ownedBy } from '@/services/people/owned'
import { isSetUp, readFactor } from '@/services/session/factor/read'
import { sessionsOf } from '@/services/session/sessions'
import { membersOf, optionsFor, type MemberLine, type Options } from './view'

/** A matter in somebody's hands; title and link only for whoever may see it. */
export type MatterLine = { id: string; number: string; title?: string; href?: string }

export type PersonView = {
  id: string
  name: string
  active: boolean
  isMe: boolean
  matters: MatterLine[]
  shares: MatterLine[]
  led: { id: string; name: string }[]
  officered: { id: string; name: string }[]
  memberships: MemberLine[]
  grants: { id: string; role: string }[]
  teams: Record<string, string>
  posts: Record<string, string>
  options: Options
  /** `units`: they answer for units, and whoever looks may not put somebody else there. */
  can: { hand: boolean; units: boolean; grants: boolean }
  /** For whoever may end their sessions and take a lost second factor away: how many there are, and whether there is one. */
  account?: { sessions: number; factor: boolean }
}

const matterLine = ({ viewer, now }: Desk) => (matter: MatterRow): MatterLine =>
  may(viewer, 'matter.view', factsOf(matter), now) ? { id: matter.id, number: matter.number, title: matter.title, href: `/desk/matters/${matter.id}` } : { id: matter.id, number: matter.number }

const names = (desk: Desk, table: Desk['model']['teams'] | Desk['model']['posts']): Record<string, string> => Object.fromEntries(table.all.map(({ id, name }) => [id, desk.say(name)]))

const accountOf = async ({ payload, me, holds }: Desk, id: string): Promise<Pick<PersonView, 'account'>> =>
  holds('grants.edit') && id !== me.id ? { account: { sessions: (await sessionsOf(payload, id)).length, factor: isSetUp(await readFactor({ payload }, id)) } } : {}

/** One member of staff with everything that hangs on them. Errors: `notFound`. */
export const personView = async (desk: Desk, id: string): Promise<PersonView> => {
  const person = desk.model.people.get(id)
  if (!person) throw new DomainError('notFound')
  const owned = await ownedBy({ req: desk.req, model: desk.model, person: id, now: desk.now })
  const held = new Set(owned.memberships.map(({ id: row }) => row))
  const unit = ({ id: of, name }: { id: string; name: { zh: string; en?: string } }) => ({ id: of, name: desk.say(name) })
  return {
    id, name: person.name, active: person.active !== false, isMe: id === desk.me.id,
    matters: owned.matters.map(matterLine(desk)), shares: owned.shares.map(({ matter }) => matterLine(desk)(matter)),
    led: owned.led.map(unit), officered: owned.officered.map(unit), memberships: membersOf(desk).filter((member) => held.has(member.id)),
    grants: desk.holds('grants.view') || desk.holds('grants.edit') ? owned.grants : [], teams: names(desk, desk.model.teams), posts: names(desk, desk.model.posts), options: optionsFor(desk),
    ...(await accountOf(desk, id)),
    can: { hand: desk.holds('people.edit') && id !== desk.me.id && person.active !== false, units: desk.holds('structure.edit') || owned.led.length + owned.officered.length === 0, grants: desk.holds('grants.edit') },
  }
}

export type PersonLine = { id: string; name: string; active: boolean; places: MemberLine[] }
export type PeopleView = { people: PersonLine[]; teams: Record<string, string>; posts: Record<string, string>; options: Options; canAdd: boolean }

/** Everybody who works here, and where they are. */
export const peopleView = (desk: Desk): PeopleView => {
  const members = membersOf(desk)
  return {
    people: [...desk.model.people.values()].map(({ id, name, active }) => ({ id, name, active: active !== false, places: members.filter(({ person }) => person === id) })).sort((one, other) => one.name.localeCompare(other.name, 'zh')),
    teams: names(desk, desk.model.teams), posts: names(desk, desk.model.posts), options: optionsFor(desk), canAdd: desk.holds('people.edit'),
  }
}

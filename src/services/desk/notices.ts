import { findRows } from '@/db/rows'
import { openActs, stateOf, type State } from '@/domain/publishing/chain'
import { minuteIn } from '@/domain/clocks/dayIn'
import { idOf } from '@/lib/idOf'
import type { Notice, NoticeColumn } from '@/payload-types'
import { actorOn, factsOn } from '@/services/publishing/chain/acts'
import { chainsWhere, type ChainRow } from '@/services/publishing/chain/row'
import { awaitedNotices, confirmations, isConfirmed, staffNotices } from '@/services/publishing/reading/readers'
import { wordsOf } from '@/lib/wordsOf'
import { SLUG } from '@/slugs'
import type { Desk } from './desk'

export const NOTICES = '/desk/notices'
export const noticeHref = (id: string): string => `${NOTICES}/${id}`

const SHOWN = 300

export type NoticeLine = { href: string; title: string; column: string; state: State; level: number; at: string; more?: string }
export type ReadLine = { href: string; title: string; since: string; asked: boolean; done?: string }
export type NoticesView = {
  toRead: ReadLine[]
  others: ReadLine[]
  /** Absent for those who neither write, review nor publish. */
  work?: { mine: NoticeLine[]; ready: NoticeLine[]; rows: NoticeLine[]; states: { state: State; n: number; href: string; current: boolean }[]; mayEdit: boolean; more: boolean }
}

type Columns = ReadonlyMap<string, { name: string; roles: string[]; internal: boolean }>

/** The columns with the roles that review them. */
export const reviewedColumns = async (desk: Pick<Desk, 'payload' | 'viewer' | 'say'>): Promise<Columns> => {
  const [columns, roles] = [
    await findRows({ payload: desk.payload }, SLUG.columns, { where: { office: { equals: desk.viewer.office } } }),
    await findRows({ payload: desk.payload }, SLUG.roles, { where: { office: { equals: desk.viewer.office } }, select: { code: true } }),
  ]
  const code = (role: unknown): string => roles.find(({ id }) => id === idOf(role))?.code ?? ''
  return new Map(columns.map((row: NoticeColumn) => [row.id, { name: desk.say(wordsOf(row.name)), roles: (row.reviews ?? []).map(({ role }) => code(role)), internal: row.internal === true }]))
}

const reviews = ({ viewer }: Pick<Desk, 'viewer'>, columns: Columns): boolean => [...columns.values()].some(({ roles }) => roles.some((role) => viewer.grants.some((grant) => grant.role === role)))

/** Whether somebody writes, reviews or publishes notices. */
export const worksOnNotices = (desk: Desk, columns: Columns): boolean => desk.holds('content.edit') || desk.holds('content.publish') || reviews(desk, columns)

const columnOf = async (desk: Desk, chains: readonly ChainRow[]): Promise<ReadonlyMap<string, Notice>> => {
  const rows = await findRows({ payload: desk.payload }, SLUG.notices, { where: { id: { in: chains.map(({ notice }) => notice) } } })
  return new Map(rows.map((row) => [row.id, row]))
}

const isMine = async (desk: Desk, chain: ChainRow, roles: readonly string[]): Promise<boolean> => {
  const actor = actorOn(desk, chain, roles)
  return actor.mayReview && openActs(chain, actor, await factsOn(desk, chain, chain.digest ?? '')).includes('approve')
}

/** Reviews that wait for this very person: of their role, of a text they did not write, in a round they have not reviewed yet. */
const waiting = async (desk: Desk, columns: Columns): Promise<ChainRow[]> => {
  if (!reviews(desk, columns)) return []
  const chains = await chainsWhere({ payload: desk.payload }, { and: [{ office: { equals: desk.viewer.office } }, { step: { equals: 'review' } }] }, { sort: ['changedAt', 'id'] })
  const rows = await columnOf(desk, chains)
  const found: ChainRow[] = []
  for (const chain of chains) if (await isMine(desk, chain, columns.get(idOf(rows.get(chain.notice)?.column) ?? '')?.roles ?? [])) found.push(chain)
  return found
}

const readyOnes = (desk: Desk): Promise<ChainRow[]> =>
  desk.holds('content.publish') ? chainsWhere({ payload: desk.payload }, { and: [{ office: { equals: desk.viewer.office } }, { step: { equals: 'approved' } }] }, { sort: ['changedAt', 'id'] }) : Promise.resolve([])

/** How many notices wait for this person: to be read, reviewed or put out. */
export const noticesWaiting = async (desk: Desk): Promise<number> => {
  const columns = await reviewedColumns(desk)
  return (await awaitedNotices({ payload: desk.payload }, desk.model, desk.viewer.id)).length + (await waiting(desk, columns)).length + (await readyOnes(desk)).length
}

type Drafted = { id: string; title?: string | null; column?: unknown; _status?: string | null; updatedAt: string }

const latest = async ({ payload, viewer, lang }: Desk): Promise<Drafted[]> => {
  const { docs } = await payload.find({ collection: SLUG.notices, where: { office: { equals: viewer.office } }, draft: true, sort: '-updatedAt', limit: SHOWN, pagination: false, depth: 0, locale: lang, overrideAccess: true })
  return docs
}

const stood = (row: Drafted, chain: ChainRow | undefined): Pick<NoticeLine, 'state' | 'level'> =>
  chain ? { state: stateOf(chain), level: chain.level } : { state: row._status === 'published' ? 'published' : 'draft', level: 0 }

const lineOf = (desk: Desk, columns: Columns, { row, chain }: { row: Drafted; chain: ChainRow | undefined }): NoticeLine => {
  const minute = (at: string): string => minuteIn(desk.model.calendar.timeZone, Date.parse(at))
  return {
    href: noticeHref(row.id), title: row.title || row.id, column: columns.get(idOf(row.column) ?? '')?.name ?? '', ...stood(row, chain), at: minute(chain?.changedAt ?? row.updatedAt),
    ...(chain?.step === 'scheduled' && chain.publishAt ? { more: minute(chain.publishAt) } : {}),
  }
}

const ORDER: readonly State[] = ['draft', 'review', 'approved', 'scheduled', 'published', 'expired', 'withdrawn', 'archived']

const workOf = async (desk: Desk, columns: Columns, wanted: string | null): Promise<NonNullable<NoticesView['work']>> => {
  const [rows, all] = [await latest(desk), await chainsWhere({ payload: desk.payload }, { office: { equals: desk.viewer.office } })]
  const chains = new Map(all.map((chain) => [chain.notice, chain]))
  const lines = rows.map((row) => lineOf(desk, columns, { row, chain: chains.get(row.id) }))
  const line = (chain: ChainRow): NoticeLine[] => lines.filter(({ href }) => href === noticeHref(chain.notice))
  const current = ORDER.find((state) => state === wanted)
  return {
    mine: (await waiting(desk, columns)).flatMap(line), ready: (await readyOnes(desk)).flatMap(line), rows: lines.filter(({ state }) => !current || state === current), mayEdit: desk.holds('content.edit'), more: rows.length === SHOWN,
    states: ORDER.map((state) => ({ state, n: lines.filter((each) => each.state === state).length, href: `${NOTICES}?state=${state}`, current: state === current })).filter(({ n, current: here }) => n > 0 || here),
  }
}

/** The notices as they concern one person: what to read, what waits for them, and all by their state for those who work on them. */
export const noticesView = async (desk: Desk, wanted: string | null): Promise<NoticesView> => {
  const columns = await reviewedColumns(desk)
  const [out, awaited, given] = [await staffNotices({ payload: desk.payload }, desk.model), await awaitedNotices({ payload: desk.payload }, desk.model, desk.viewer.id), await confirmations({ payload: desk.payload }, { person: desk.viewer.id })]
  const zone = desk.model.calendar.timeZone
  const lines = out.map((notice): ReadLine => {
    const done = isConfirmed(notice, desk.viewer.id, given)
    return { href: noticeHref(notice.id), title: desk.say(notice.title), since: minuteIn(zone, notice.since), asked: awaited.some(({ id }) => id === notice.id), ...(done ? { done: minuteIn(zone, done.at) } : {}) }
  })
  return { toRead: lines.filter(({ asked }) => asked), others: lines.filter(({ asked }) => !asked), ...(worksOnNotices(desk, columns) ? { work: await workOf(desk, columns, wanted) } : {}) }
}


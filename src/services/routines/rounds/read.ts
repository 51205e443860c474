import { eachInTurn } from '@/lib/eachInTurn'
import type { Where } from 'payload'
import { countRows, findRow, findRows } from '@/db/rows'
import { localDate } from '@/domain/clocks'
import { DomainError } from '@/domain/errors'
import { reaches, reachesAny } from '@/domain/registers/access'
import { checkReach, isFor, mayCheckAt, seeReach, type Checker, type RoundShare } from '@/domain/routines/rounds'
import type { Desk } from '@/services/desk/desk'
import { matterHref, shareName, unitRef } from '@/services/desk/names'
import { holdsNow } from '@/services/health/people'
import { factsOf, type MatterRow } from '@/services/matters/row'
import { holdsRegister, reachWhere, registerById, registerHref, subtreeWhere, type Register } from '@/services/registers/register'
import type { OfficeModel } from '@/services/structure/load'
import { SLUG } from '@/slugs'
import { ms, runById, type CheckRow, type RunRow } from '../row'
import type { CheckLine, RoundLine, RoundsVM, RoundVM } from './view'

export type Round = { run: RunRow; register: Register; share: RoundShare }

export const roundHref = (id: string): string => `/desk/rounds/${id}`

/** Stands for what is gone: nobody belongs to it. */
const GONE = '/-/'

const postShare = (model: OfficeModel, code: string): RoundShare => ({ kind: 'post', post: model.posts.byCode.get(code)?.id ?? GONE })
const unitShare = (model: OfficeModel, id: string | null | undefined): RoundShare => ({ kind: 'unit', path: (id ? model.units.byId.get(id)?.path : undefined) ?? GONE })

const shareOf = ({ model }: Desk, { plan, team, unit }: RunRow): RoundShare => {
  const assign = plan?.def.assign
  if (!assign) return { kind: 'anybody' }
  if (assign.kind === 'unitPost') return postShare(model, assign.post)
  return assign.kind === 'unit' ? unitShare(model, unit) : { kind: 'team', team: team ?? GONE }
}

/** Where a person belongs, for whom a round may be. */
export const checkerOf = (desk: Desk): Checker => {
  const paths = (ids: readonly string[]): string[] => ids.flatMap((id) => desk.model.units.byId.get(id)?.path ?? [])
  const posts = holdsNow(desk.model, desk.now).filter(({ person }) => person === desk.viewer.id).flatMap(({ post, units }) => (post ? [{ post, paths: paths(units ?? []) }] : []))
  return { teams: desk.acting.teams, unitPaths: paths(desk.acting.units), posts }
}

const rightsIn = ({ now }: Desk, { register, share }: Pick<Round, 'register' | 'share'>) => ({ register: register.rights, share, now })

/** Whether a person may check a place: the round is for them, and they may see the entry, or change it where the round names nobody. */
export const mayCheck = (desk: Desk, round: Round, { path }: Pick<CheckRow, 'path'>, checker = checkerOf(desk)): boolean =>
  mayCheckAt(desk.viewer, { ...rightsIn(desk, round), checker }, path ?? '')

const seesPlace = (desk: Desk, round: Round) => {
  const reach = seeReach(desk.viewer, rightsIn(desk, round))
  return ({ path }: Pick<CheckRow, 'path'>): boolean => reaches(reach, path ?? '')
}

const roundOf = async (desk: Desk, run: RunRow): Promise<Round | undefined> => {
  const opens = run.plan?.def.opens
  if (opens?.kind !== 'round') return undefined
  const register = await registerById(desk, desk.model.registers.byCode.get(opens.register)?.id)
  const round = register && { run, register, share: shareOf(desk, run) }
  return round && reachesAny(seeReach(desk.viewer, rightsIn(desk, round))) ? round : undefined
}

/** The figures of a run that are there. */
const given = ({ done, total, missed }: RunRow): Partial<Record<'done' | 'total' | 'missed', number>> =>
  Object.fromEntries(Object.entries({ done, total, missed }).filter(([, value]) => typeof value === 'number'))

/** A round whose register a person may look into. Errors: `notFound`, also where they may not know of it. */
export const needRound = async (desk: Desk, id: string): Promise<Round> => {
  const run = await runById({ payload: desk.payload }, desk.model.office.id, id)
  const round = run && (await roundOf(desk, run))
  if (!round || run?.state === 'failed') throw new DomainError('notFound')
  return round
}

const checksWhere = (run: string): Where => ({ run: { equals: run } })

/** The places of a round that a person sees, those still to be checked first. */
export const checksOf = async (desk: Desk, round: Round): Promise<CheckRow[]> => {
  const rows = (await findRows({ payload: desk.payload }, SLUG.checks, { where: checksWhere(round.run.id), sort: ['path', 'title', 'id'] })) as unknown as CheckRow[]
  return rows.filter(seesPlace(desk, round))
}

const dayOf = (text: string | null | undefined, { model }: Desk): string | undefined => (text ? localDate(Date.parse(text), model.calendar) : undefined)

const whoOf = (desk: Desk, { run, share }: Round): string | undefined => {
  const assign = run.plan?.def.assign
  if (assign?.kind === 'unitPost') return desk.say(desk.model.posts.byCode.get(assign.post)?.name)
  return share.kind === 'anybody' ? undefined : shareName(desk, { team: run.team, unit: run.unit, person: run.person })
}

const isLate = ({ state, limitAt }: RunRow, { now }: Desk): boolean => state === 'opened' && (ms(limitAt) ?? now) < now

const timesOf = (desk: Desk, { limitAt, finishedAt }: RunRow): Pick<RoundLine, 'due' | 'finished'> => {
  const [due, finished] = [dayOf(limitAt, desk), dayOf(finishedAt, desk)]
  return { ...(due ? { due } : {}), ...(finished ? { finished } : {}) }
}

const lineOf = (desk: Desk, round: Round, mine: boolean): RoundLine => {
  const { run, register } = round
  const { done, total, missed } = { done: 0, total: 0, missed: 0, ...given(run) }
  const who = whoOf(desk, round)
  return {
    id: run.id, title: run.title ?? '', register: desk.say(register.def.name), href: roundHref(run.id), done, total, opened: dayOf(run.openedAt, desk) ?? '', missed,
    late: isLate(run, desk), mine, ...(who ? { who } : {}), ...timesOf(desk, run),
  }
}

/** `isFor` as a condition on the places of a round; undefined where all are for the person, false where none is. */
const forWhere = (share: RoundShare, checker: Checker): Where | false | undefined => {
  if (share.kind !== 'post') return isFor(share, checker, '') ? undefined : false
  const held = checker.posts.filter(({ post }) => post === share.post)
  return held.length > 0 && { or: [{ path: { exists: false } }, ...held.flatMap(({ paths }) => paths.map(subtreeWhere))] }
}

/** Whether a place is left that is the person's to check. */
const hasMine = async (desk: Desk, round: Round, checker: Checker): Promise<boolean> => {
  const fits = forWhere(round.share, checker)
  if (fits === false) return false
  const reach = reachWhere(checkReach(desk.viewer, rightsIn(desk, round)))
  return (await countRows({ payload: desk.payload }, SLUG.checks, { and: [checksWhere(round.run.id), { state: { equals: 'open' } }, ...(fits ? [fits] : []), ...(reach ? [reach] : [])] })) > 0
}

const FINISHED_SHOWN = 10
const OPEN_SHOWN = 200

const runsIn = async ({ payload, model }: Desk, state: 'opened' | 'done', { sort, limit }: { sort: string; limit: number }): Promise<RunRow[]> =>
  (await findRows({ payload }, SLUG.runs, { where: { and: [{ office: { equals: model.office.id } }, { total: { exists: true } }, { state: { equals: state } }] }, sort, limit })) as unknown as RunRow[]

const seen = async (desk: Desk, runs: RunRow[]): Promise<Round[]> => (await eachInTurn(runs, (run) => roundOf(desk, run))).filter((round) => round !== undefined)

const openRounds = async (desk: Desk): Promise<{ round: Round; mine: boolean }[]> => {
  const checker = checkerOf(desk)
  return eachInTurn(await seen(desk, await runsIn(desk, 'opened', { sort: 'limitAt', limit: OPEN_SHOWN })), async (round) => ({ round, mine: await hasMine(desk, round, checker) }))
}

/** In how many open rounds there is still something for a person to check. */
export const awaitedRounds = async (desk: Desk): Promise<number> => (await openRounds(desk)).filter(({ mine }) => mine).length

/** Open rounds, those with places for the person apart, and the last that were finished. */
export const roundsVM = async (desk: Desk): Promise<RoundsVM> => {
  const lines = (await openRounds(desk)).map(({ round, mine }) => lineOf(desk, round, mine))
  const done = await seen(desk, await runsIn(desk, 'done', { sort: '-finishedAt', limit: FINISHED_SHOWN }))
  return { mine: lines.filter(({ mine }) => mine), others: lines.filter(({ mine }) => !mine), finished: done.map((round) => lineOf(desk, round, false)) }
}

const matterRef = async (desk: Desk, id: string | null | undefined): Promise<CheckLine['matter']> => {
  const row = id ? ((await findRow({ payload: desk.payload }, SLUG.matters, { where: { id: { equals: id } } })) as unknown as MatterRow | undefined) : undefined
  return row && desk.may('matter.view', factsOf(row)) ? { number: row.number, href: matterHref(row.id) } : undefined
}

/** One place of a round as a list shows it. */
export const checkLine = async (desk: Desk, round: Round, row: CheckRow, checker: Checker): Promise<CheckLine> => {
  const [unit, matter, day] = [unitRef(desk, row.unit), await matterRef(desk, row.matter), dayOf(row.doneAt, desk)]
  const person = row.doneBy ? desk.model.people.get(row.doneBy)?.name : undefined
  return {
    id: row.id, title: row.title, href: `${roundHref(round.run.id)}/${row.id}`, state: row.state, mine: mayCheck(desk, round, row, checker),
    ...(unit ? { where: [...unit.above.slice(-1), unit.name].join(' › ') } : {}), ...(person && day ? { by: `${person} ${day}` } : {}), ...(row.note ? { note: row.note } : {}), ...(matter ? { matter } : {}),
  }
}

/** A round with the places that a person sees. */
export const roundVM = async (desk: Desk, round: Round): Promise<RoundVM> => {
  const checker = checkerOf(desk)
  const checks = await eachInTurn(await checksOf(desk, round), (row) => checkLine(desk, round, row, checker))
  return { ...lineOf(desk, round, checks.some(({ mine }) => mine)), ...(holdsRegister(desk, round.register, 'view') ? { registerHref: registerHref(round.register) } : {}), checks, skipped: checks.filter(({ state }) => state === 'skipped').length }
}

/** A place of a round, if the person sees it. Errors: `notFound`. */
export const needCheck = async (desk: Desk, round: Round, id: string): Promise<CheckRow> => {
  const row = (await findRow({ payload: desk.payload }, SLUG.checks, { where: { and: [checksWhere(round.run.id), { id: { equals: id } }] } })) as unknown as CheckRow | undefined
  if (!row || !seesPlace(desk, round)(row)) throw new DomainError('notFound')
  return row
}

/** The mark that tells whether a check was changed since it was read. */
export const seenOf = ({ state, doneAt }: Pick<CheckRow, 'state' | 'doneAt'>): string => `${state} ${doneAt ?? ''}`


import { eachInTurn } from '@/lib/eachInTurn'
import type { Where } from 'payload'
import { findRow, findRows } from '@/db/rows'
import { localDate } from '@/domain/clocks'
import { DomainError } from '@/domain/errors'
import { reaches } from '@/domain/registers/access'
import { isFor, type Checker, type RoundShare } from '@/domain/routines/rounds'
import type { Desk } from '@/services/desk/desk'
import { matterHref, shareName, unitRef } from '@/services/desk/names'
import { holdsNow } from '@/services/health/people'
import { factsOf, type MatterRow } from '@/services/matters/row'
import { holdsRegister, mayOnEntry, reachOf, registerById, registerHref, type Register } from '@/services/registers/register'
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

/** Whether a person may check a place: the entry is theirs to edit, and the round is for them. */
export const mayCheck = (desk: Desk, { register, share }: Round, { path }: Pick<CheckRow, 'path'>, checker = checkerOf(desk)): boolean =>
  mayOnEntry(desk, register, 'edit', path ?? '') && isFor(share, checker, path ?? '')

const roundOf = async (desk: Desk, run: RunRow): Promise<Round | undefined> => {
  const opens = run.plan?.def.opens
  if (opens?.kind !== 'round') return undefined
  const register = await registerById(desk, desk.model.registers.byCode.get(opens.register)?.id)
  return register && holdsRegister(desk, register, 'view') ? { run, register, share: shareOf(desk, run) } : undefined
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
export const checksOf = async (desk: Desk, { run, register }: Round): Promise<CheckRow[]> => {
  const reach = reachOf(desk, register, 'view')
  const rows = (await findRows({ payload: desk.payload }, SLUG.checks, { where: checksWhere(run.id), sort: ['path', 'title', 'id'] })) as unknown as CheckRow[]
  return rows.filter(({ path }) => reaches(reach, path ?? ''))
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

const hasMine = async (desk: Desk, round: Round, checker: Checker): Promise<boolean> => {
  if (round.share.kind !== 'post' && !isFor(round.share, checker, '')) return false
  return (await checksOf(desk, round)).some((check) => check.state === 'open' && mayCheck(desk, round, check, checker))
}

const FINISHED_SHOWN = 10
const OPEN_SHOWN = 200

/** Open rounds, those with places for the person apart, and the last that were finished. */
export const roundsVM = async (desk: Desk): Promise<RoundsVM> => {
  const own: Where[] = [{ office: { equals: desk.model.office.id } }, { total: { exists: true } }]
  const read = async (state: 'opened' | 'done', sort: string, limit: number) => (await findRows({ payload: desk.payload }, SLUG.runs, { where: { and: [...own, { state: { equals: state } }] }, sort, limit })) as unknown as RunRow[]
  const rounds = async (runs: RunRow[]): Promise<Round[]> => (await eachInTurn(runs, (run) => roundOf(desk, run))).filter((round) => round !== undefined)
  const [open, done, checker] = [await rounds(await read('opened', 'limitAt', OPEN_SHOWN)), await rounds(await read('done', '-finishedAt', FINISHED_SHOWN)), checkerOf(desk)]
  const lines = await eachInTurn(open, async (round) => lineOf(desk, round, await hasMine(desk, round, checker)))
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
  return { ...lineOf(desk, round, checks.some(({ mine }) => mine)), registerHref: registerHref(round.register), checks, skipped: checks.filter(({ state }) => state === 'skipped').length }
}

/** A place of a round, if the person sees it. Errors: `notFound`. */
export const needCheck = async (desk: Desk, { run, register }: Round, id: string): Promise<CheckRow> => {
  const row = (await findRow({ payload: desk.payload }, SLUG.checks, { where: { and: [checksWhere(run.id), { id: { equals: id } }] } })) as unknown as CheckRow | undefined
  if (!row || !reaches(reachOf(desk, register, 'view'), row.path ?? '')) throw new DomainError('notFound')
  return row
}

/** The mark that tells whether a check was changed since it was read. */
export const seenOf = ({ state, doneAt }: Pick<CheckRow, 'state' | 'doneAt'>): string => `${state} ${doneAt ?? ''}`


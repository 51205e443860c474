import { findRow, findRows } from '@/db/rows'
import { DomainError } from '@/domain/errors'
import { dayIn } from '@/domain/clocks/dayIn'
import type { Words } from '@/domain/words'
import { t } from '@/i18n'
import { idOf } from '@/lib/idOf'
import { holdOn, type Held } from '@/services/forget/holds'
import { planOf, type Plan } from '@/services/forget/plan'
import { factsOf, ms, type MatterRow } from '@/services/matters/row'
import { SLUG } from '@/slugs'
import type { Desk } from './desk'
import { matterHref } from './names'
import { marksOf, type Mark } from './tombstones'

const SHOWN = 100

/** Whoever runs it, whoever holds back, and the auditor look at it. */
export const mayLook = ({ holds }: Desk): boolean => (['retention.run', 'retention.hold', 'audit.view'] as const).some(holds)
export const seesRequests = ({ holds }: Desk): boolean => holds('matter.reply')

/** A wish to erase that waits for an answer. */
export type RequestLine = { id: string; number: string; askedAt: number; answerBy: number; late: boolean; href: string }
export type HoldLine = { kind: Held['kind']; id: string; name: string; href: string; reason: string; by: string; setAt: number; reviewBy: number; late: boolean }
export type RunLine = { id: string; startedAt: number; finishedAt?: number; deleted: number; anonymised: number; planned: number; failed: number; href: string }
export type RetentionView = { requests: RequestLine[]; plan?: Plan; holds: HoldLine[]; runs: RunLine[]; on: boolean; mayRun: boolean; mayHold: boolean; running: boolean }

export const keepingHref = (id: string): string => `/desk/retention/matter/${id}`

/** Wishes to erase of the matters this person may see, the most pressing first. */
export const erasureRequests = async (desk: Desk): Promise<RequestLine[]> => {
  const rows = (await findRows({ payload: desk.payload }, SLUG.matters, { where: { and: [{ office: { equals: desk.viewer.office } }, { eraseAskedAt: { exists: true } }] }, sort: ['eraseAnswerBy', 'id'] })) as unknown as MatterRow[]
  return rows.filter((row) => desk.may('matter.view', factsOf(row)) && (mayLook(desk) || desk.may('matter.reply', factsOf(row)))).map((row) => {
    const answerBy = ms(row.eraseAnswerBy) ?? 0
    return { id: row.id, number: row.number, askedAt: ms(row.eraseAskedAt) ?? 0, answerBy, late: answerBy < desk.now, href: keepingHref(row.id) }
  })
}

const UNNAMED = { name: '…', href: '' }

const entryName = async (desk: Desk, id: string): Promise<{ name: string; href: string }> => {
  // Nor is an entry, to those who see no registers.
  if (!desk.holds('register.view') && !desk.holds('register.edit')) return UNNAMED
  const row = await findRow({ payload: desk.payload }, SLUG.entries, { where: { id: { equals: id } } })
  const code = row ? desk.model.registers.byId.get(idOf(row.register) ?? '')?.code : undefined
  return row && code ? { name: `${code}/${row.code}`, href: `/desk/registers/${code}/e/${row.code}` } : UNNAMED
}

const nameOf = async (desk: Desk, { kind, id }: Held): Promise<{ name: string; href: string }> => {
  if (kind === 'matter') {
    const row = (await findRow({ payload: desk.payload }, SLUG.matters, { where: { id: { equals: id } } })) as unknown as MatterRow | undefined
    // A restricted matter is named to those who may know of it.
    return row && desk.may('matter.view', factsOf(row)) ? { name: row.number, href: keepingHref(id) } : UNNAMED
  }
  return entryName(desk, id)
}

const holdLines = async (desk: Desk): Promise<HoldLine[]> => {
  const rows = await findRows({ payload: desk.payload }, SLUG.legalHolds, { where: { and: [{ office: { equals: desk.viewer.office } }, { liftedAt: { exists: false } }] }, sort: ['reviewBy', 'id'], limit: SHOWN })
  const lines: HoldLine[] = []
  for (const row of rows) {
    const held: Held = idOf(row.matter) ? { kind: 'matter', id: idOf(row.matter) ?? '' } : { kind: 'entry', id: idOf(row.entry) ?? '' }
    const named = await nameOf(desk, held)
    lines.push({
      ...held, ...named, reason: named.href ? row.reason : '…', by: desk.model.people.get(idOf(row.setBy) ?? '')?.name ?? '', setAt: Date.parse(row.setAt), reviewBy: Date.parse(row.reviewBy), late: Date.parse(row.reviewBy) < desk.now,
    })
  }
  return lines
}

const runLines = async (desk: Desk): Promise<RunLine[]> =>
  (await findRows({ payload: desk.payload }, SLUG.erasures, { where: { office: { equals: desk.viewer.office } }, sort: '-startedAt', limit: SHOWN })).map((row) => ({
    id: row.id, startedAt: Date.parse(row.startedAt), deleted: row.deleted, anonymised: row.anonymised, planned: row.planned, failed: row.failed, href: `/desk/retention/${row.id}`,
    ...(row.finishedAt ? { finishedAt: Date.parse(row.finishedAt) } : {}),
  }))

/** What is due, what is held, what was asked, what went. Errors: `notFound` for those who may see none of it. */
export const retentionView = async (desk: Desk): Promise<RetentionView> => {
  const [looks, requests] = [mayLook(desk), mayLook(desk) || seesRequests(desk) ? await erasureRequests(desk) : []]
  if (!looks && !seesRequests(desk)) throw new DomainError('notFound')
  const runs = looks ? await runLines(desk) : []
  return {
    requests, holds: looks ? await holdLines(desk) : [], runs, on: desk.model.office.retentionOn === true, mayRun: desk.holds('retention.run'), mayHold: desk.holds('retention.hold'),
    running: runs.some(({ finishedAt }) => finishedAt === undefined), ...(looks ? { plan: await planOf(desk.payload, desk.model, desk.now) } : {}),
  }
}

export type Certificate = {
  id: string; startedAt: number; finishedAt?: number; by: string; planned: number; deleted: number; anonymised: number; photos: number; held: number; failed: number
  rules: { kind: 'matter' | 'entry'; name: Words; days: number; mode: 'anonymise' | 'delete' }[]; rulesDigest: string; plannedDigest: string; digest: string; office: string
  /** What is left of what went, and whether it gives the digest; absent for those who may not read it. */
  marks?: Mark[]; agrees?: boolean
}

/** The certificate of one run: no word of anybody. Errors: `notFound`. */
export const certificateView = async (desk: Desk, id: string): Promise<Certificate> => {
  const row = mayLook(desk) ? await findRow({ payload: desk.payload }, SLUG.erasures, { where: { and: [{ id: { equals: id } }, { office: { equals: desk.viewer.office } }] } }) : undefined
  if (!row) throw new DomainError('notFound')
  const { planned, deleted, anonymised, photos, held, failed, rulesDigest, plannedDigest, digest } = row
  return {
    id, startedAt: Date.parse(row.startedAt), ...(row.finishedAt ? { finishedAt: Date.parse(row.finishedAt) } : {}), by: desk.model.people.get(idOf(row.startedBy) ?? '')?.name ?? '',
    planned, deleted, anonymised, photos, held, failed, rules: row.rules as Certificate['rules'], rulesDigest, plannedDigest, digest, office: desk.say(desk.model.office.name), ...(await marksOf(desk, row)),
  }
}

export type KeepingView = { id: string; number: string; title: string; href: string; hold?: { reason: string; by: string; setAt: number; reviewBy: number }; asked?: { at: number; by: number; reason: string }; mayHold: boolean; mayAnswer: boolean; revision: number }

const askedOf = async ({ payload }: Desk, matter: MatterRow): Promise<KeepingView['asked']> => {
  const { eraseAskedAt, eraseAnswerBy } = matter
  if (!eraseAskedAt) return undefined
  const event = await findRow({ payload }, SLUG.events, { where: { and: [{ matter: { equals: matter.id } }, { action: { equals: 'askErasure' } }] }, sort: '-seq' })
  const ref = (event?.texts as { id: string }[] | null | undefined)?.[0]
  const reason = ref ? await findRow({ payload }, SLUG.texts, { where: { id: { equals: ref.id } } }) : undefined
  return { at: Date.parse(eraseAskedAt), by: ms(eraseAnswerBy) ?? 0, reason: reason?.text ?? '' }
}

const holdOf = async (desk: Desk, id: string): Promise<KeepingView['hold']> => {
  const hold = await holdOn({ payload: desk.payload }, { kind: 'matter', id })
  return hold && { reason: hold.reason, by: desk.model.people.get(idOf(hold.setBy) ?? '')?.name ?? '', setAt: Date.parse(hold.setAt), reviewBy: Date.parse(hold.reviewBy) }
}

/** One matter as it is kept: its hold, and the wish to erase it. Errors: `notFound`. */
export const keepingView = async (desk: Desk, id: string): Promise<KeepingView> => {
  const matter = (await findRow({ payload: desk.payload }, SLUG.matters, { where: { id: { equals: id } } })) as unknown as MatterRow | undefined
  if (!matter || !desk.may('matter.view', factsOf(matter))) throw new DomainError('notFound')
  const [hold, asked] = [await holdOf(desk, id), await askedOf(desk, matter)]
  return {
    id, number: matter.number, title: matter.title, href: matterHref(id), revision: matter.revision, mayHold: desk.may('retention.hold', factsOf(matter)), mayAnswer: desk.may('matter.reply', factsOf(matter)),
    ...(hold ? { hold } : {}), ...(asked ? { asked } : {}),
  }
}

/** What the page of a matter says of its keeping. */
export const keepingLines = async (desk: Desk, matter: MatterRow): Promise<{ title: string; lines: string[]; open: string; href: string }> => {
  const hold = await holdOn({ payload: desk.payload }, { kind: 'matter', id: matter.id })
  const day = dayIn(desk.model.calendar.timeZone, ms(matter.eraseAnswerBy) ?? 0)
  return {
    title: t(desk.lang, 'retention.matter.title'), open: t(desk.lang, 'retention.matter.open'), href: keepingHref(matter.id),
    lines: [...(matter.eraseAskedAt ? [t(desk.lang, 'retention.matter.asked', { day })] : []), ...(hold ? [t(desk.lang, 'retention.matter.held', { reason: hold.reason })] : [])],
  }
}

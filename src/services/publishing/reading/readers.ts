import type { PayloadRequest, Where } from 'payload'
import { findRows, type RowRequest } from '@/db/rows'
import { isMeant, type Belonging, type Readers } from '@/domain/publishing/reading'
import { idOf } from '@/lib/idOf'
import { now } from '@/lib/clock'
import { wordsOf } from '@/lib/wordsOf'
import type { Words } from '@/domain/words'
import type { Notice } from '@/payload-types'
import { belongings } from '@/services/matters/actor'
import type { OfficeModel } from '@/services/structure/load'
import type { PersonRow } from '@/services/structure/rows'
import { SLUG } from '@/slugs'
import { digestOf } from '../chain/content'

/** A notice for the staff that is out. `edition`: another text is to be read anew. */
export type ToRead = { id: string; office: string; title: Words; edition: string; column: string; mustRead: boolean; readers: Readers; since: number; until?: number }

const ids = (value: unknown): string[] => (Array.isArray(value) ? value.flatMap((each) => idOf(each) ?? []) : [])

const paths = (model: OfficeModel, units: readonly string[]): string[] => units.flatMap((id) => model.units.byId.get(id)?.path ?? [])

const toRead = (model: OfficeModel, row: Notice): ToRead => ({
  id: row.id, office: idOf(row.office) ?? '', title: wordsOf(row.title), edition: `${row.id}.${digestOf(row as unknown as Record<string, unknown>).slice(0, 16)}`, column: idOf(row.column) ?? '', mustRead: row.mustRead === true,
  readers: { teams: ids(row.readTeams), units: paths(model, ids(row.readUnits)), roles: ids(row.readRoles) }, since: Date.parse(row.publishedAt ?? row.createdAt), ...(row.validUntil ? { until: Date.parse(row.validUntil) } : {}),
})

/** Notices for the staff that are out and still hold, the newest first. */
export const staffNotices = async (req: RowRequest, model: OfficeModel): Promise<ToRead[]> => {
  const where: Where = { and: [{ office: { equals: model.office.id } }, { internal: { equals: true } }, { _status: { equals: 'published' } }, { archived: { not_equals: true } }] }
  return (await findRows(req, SLUG.notices, { where, sort: ['-publishedAt', '-id'] })).map((row) => toRead(model, row)).filter(({ until }) => until === undefined || until > now())
}

const inForce = (from: string | null | undefined, until: string | null | undefined): boolean => (!from || Date.parse(from) <= now()) && (!until || Date.parse(until) > now())

/** The ids of the roles that people hold now. */
export const rolesOf = async (req: RowRequest, office: string, person?: string): Promise<Map<string, string[]>> => {
  const rows = await findRows(req, SLUG.grants, { where: { and: [{ office: { equals: office } }, ...(person ? [{ person: { equals: person } }] : [])] } })
  const held = new Map<string, string[]>()
  for (const row of rows) if (inForce(row.from, row.until)) held.set(idOf(row.person) ?? '', [...(held.get(idOf(row.person) ?? '') ?? []), idOf(row.role) ?? ''])
  return held
}

const belongingOf = (model: OfficeModel, person: string, roles: readonly string[]): Belonging => {
  const { teams, units } = belongings(model, person)
  return { teams, unitPaths: paths(model, units), roles }
}

export type Given = { notice: string; edition: string; person: string; at: number }

/** Who confirmed what: of one person, or of one notice. */
export const confirmations = async (req: RowRequest, of: { person: string } | { notice: string }): Promise<Given[]> => {
  const where: Where = 'person' in of ? { person: { equals: of.person } } : { notice: { equals: of.notice } }
  return (await findRows(req, SLUG.reads, { where, sort: 'id' })).map((row) => ({ notice: idOf(row.notice) ?? '', edition: row.edition, person: idOf(row.person) ?? '', at: Date.parse(row.at) }))
}

export const isConfirmed = ({ id, edition }: Pick<ToRead, 'id' | 'edition'>, person: string, given: readonly Given[]): Given | undefined =>
  given.find((row) => row.notice === id && row.edition === edition && row.person === person)

export type Reader = { person: PersonRow; at?: number }

/** Everybody who works here and is to confirm a notice, and when they did. */
export const readersOf = (model: OfficeModel, notice: ToRead, given: readonly Given[], roles: ReadonlyMap<string, string[]>): Reader[] =>
  [...model.people.values()].filter(({ active }) => active !== false).flatMap((person) => {
    if (!notice.mustRead || !isMeant(notice.readers, belongingOf(model, person.id, roles.get(person.id) ?? []))) return []
    const at = isConfirmed(notice, person.id, given)?.at
    return [{ person, ...(at === undefined ? {} : { at }) }]
  })

/** Notices that wait for one person's confirmation. */
export const awaitedNotices = async (req: RowRequest | PayloadRequest, model: OfficeModel, person: string): Promise<ToRead[]> => {
  const asked = (await staffNotices(req, model)).filter(({ mustRead }) => mustRead)
  if (asked.length === 0) return []
  const [given, roles] = [await confirmations(req, { person }), (await rolesOf(req, model.office.id, person)).get(person) ?? []]
  return asked.filter((notice) => isMeant(notice.readers, belongingOf(model, person, roles)) && !isConfirmed(notice, person, given))
}

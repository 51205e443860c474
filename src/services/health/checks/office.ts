import type { Where } from 'payload'
import { findRow, findRows } from '@/db/rows'
import { calendarGaps, type Limit } from '@/domain/clocks'
import { idOf } from '@/lib/idOf'
import { boundPeople, documentsOf, type Document } from '@/services/structure/rules'
import { isInForce, type Acknowledged } from '@/domain/rules/acknowledge'
import { workflowVersion } from '@/services/structure/versions'
import { SLUG } from '@/slugs'
import type { Check, Finding, Ground } from '../types'

/** The owner has not yet named the two others (decisions.md 12). */
export const appointments: Check = ({ model }) =>
  (model.office.appointmentsOpen === true ? [{ code: 'appointments', gravity: 'now', fix: { href: '/desk/appoint', needs: ['settings.edit'] } }] : [])

const latestDue = async ({ payload, model }: Ground): Promise<number | undefined> => {
  const where: Where = { and: [{ office: { equals: model.office.id } }, { state: { in: ['running', 'overdue'] } }] }
  const dueAt = (await findRow({ payload }, SLUG.clocks, { where, sort: '-dueAt' }))?.dueAt
  return dueAt ? Date.parse(dueAt) : undefined
}

/** Years whose holidays are not entered: the present one, next year's from November on, and any that a limit reaches into. */
export const calendar: Check = async (ground) => {
  const { model, now } = ground
  return calendarGaps({ calendar: model.calendar, now, latestDueAt: await latestDue(ground) }).map(({ year, code }) => ({
    code: code === 'nextYearMissing' ? 'nextYear' : 'yearMissing', gravity: code === 'nextYearMissing' ? 'soon' : 'now', params: { year: String(year) },
    fix: { href: '/admin/structure/limits/calendar', needs: ['structure.edit'] },
  }))
}

const citedByWorkflows = async ({ payload, model }: Ground): Promise<string[]> => {
  const versions = model.workflows.all.flatMap(({ current }) => current ?? [])
  const defs = await Promise.all(versions.map((id) => workflowVersion(payload, id)))
  return defs.flatMap(({ transitions }) => transitions.flatMap(({ cites }) => cites ?? []))
}

const citedByLimits = ({ model }: Ground): string[] => (model.limits?.definition.limits ?? []).flatMap(({ cites }: Limit) => cites ?? [])

const stands = (documents: readonly Document[]) => (cite: string): boolean => {
  const [code, clause] = cite.split('#')
  const document = documents.find((row) => row.code === code)
  return document !== undefined && (clause === undefined || document.clauses.some((row) => row.code === clause))
}

const dangling = async (ground: Ground, documents: readonly Document[]): Promise<Finding[]> => {
  const cites = [...new Set([...citedByLimits(ground), ...(await citedByWorkflows(ground))])]
  const lost = cites.filter((cite) => !stands(documents)(cite))
  return lost.length > 0 ? [{ code: 'citesNothing', gravity: 'soon', params: { n: lost.length }, names: lost.map((zh) => ({ zh })), fix: { href: '/admin/collections/rule-documents', needs: ['rules.edit'] } }] : []
}

const unread = async ({ payload, model, now }: Ground, documents: readonly Document[]): Promise<Finding[]> => {
  const rows = await findRows({ payload }, SLUG.acknowledgements, { where: { office: { equals: model.office.id } }, select: { document: true, edition: true, person: true, at: true } })
  const given: Acknowledged[] = rows.map((row) => ({ document: idOf(row.document) ?? '', edition: row.edition, person: idOf(row.person) ?? '', at: Date.parse(row.at) }))
  const asked = documents.filter((document) => isInForce(document, now)).map((document) => ({ document, people: boundPeople(model, document, given) }))
  const waiting = asked.filter(({ people }) => people.some(({ at }) => at === undefined))
  const n = waiting.reduce((sum, { people }) => sum + people.filter(({ at }) => at === undefined).length, 0)
  const all = asked.reduce((sum, { people }) => sum + people.length, 0)
  return n > 0 ? [{ code: 'unacknowledged', gravity: 'note', params: { n, all }, names: waiting.map(({ document }) => document.title), fix: { href: '/desk/rules', needs: ['rules.edit', 'health.view'] } }] : []
}

/** Clauses that limits and workflows cite and that are not there; documents that not everybody they bind has acknowledged. */
export const rules: Check = async (ground) => {
  const documents = await documentsOf(ground, ground.model.office.id)
  return [...(await dangling(ground, documents)), ...(await unread(ground, documents))]
}

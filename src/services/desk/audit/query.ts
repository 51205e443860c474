import type { Where } from 'payload'
import { findRows } from '@/db/rows'
import { instantOf } from '@/domain/clocks/calendar'
import { SLUG, type Slug } from '@/slugs'
import type { Desk } from '../desk'
import type { AuditQuery } from '../view/audit'

const DAY_MS = 86_400_000
const DAY = /^\d{4}-\d\d-\d\d$/
const MOST = 100

/** What the log is searched by: beginnings of the codes of its actions. */
export const GROUPS = {
  sessions: ['session.'], refusals: ['access.'], looks: ['matter.view', 'attachment.original'], reveals: ['matter.reveal', 'contact.'], exports: ['register.export', 'audit.export', 'structure.export', 'export.'],
  people: ['people.', 'role.', 'roles.', 'grant.', 'membership.', 'setup.invite', 'session.factorReset'], structure: ['structure.', 'setup.', 'rules.', 'webhook', 'outbox.', 'keys.', 'content.'], matters: ['matter.'], keeping: ['retention.', 'contact.erase', 'matter.hold', 'matter.liftHold', 'matter.anonymised', 'matter.answersErased'], proof: ['audit.'],
} as const satisfies Record<string, readonly string[]>

export type AuditGroup = keyof typeof GROUPS

const isGroup = (text: string | undefined): text is AuditGroup => text !== undefined && Object.hasOwn(GROUPS, text)

const OUTCOMES = ['done', 'denied', 'failed']

const given = (params: URLSearchParams, name: string): string | undefined => params.get(name)?.trim().slice(0, MOST) || undefined

const dayIn = (params: URLSearchParams, name: string): string | undefined => (DAY.test(given(params, name) ?? '') ? given(params, name) : undefined)

const beforeIn = (params: URLSearchParams): number | undefined => {
  const before = Number(given(params, 'before') ?? NaN)
  return Number.isInteger(before) && before > 0 ? before : undefined
}

/** What an address asks for; anything malformed is left out. */
export const parseAuditQuery = (params: URLSearchParams): AuditQuery => {
  const [group, outcome] = [given(params, 'group'), given(params, 'outcome')]
  const all: AuditQuery = {
    from: dayIn(params, 'from'), to: dayIn(params, 'to'), person: given(params, 'person'), target: given(params, 'target'), group: isGroup(group) ? group : undefined,
    outcome: OUTCOMES.find((each) => each === outcome), before: beforeIn(params),
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}

/** The conditions as an address, without where the page begins. */
export const auditParams = ({ before: _before, ...query }: AuditQuery): URLSearchParams => new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))

const startsWith = (prefix: string): Where => ({ and: [{ action: { greater_than_equal: prefix } }, { action: { less_than: `${prefix}~` } }] })

const dayStart = (day: string, { model: { calendar } }: Desk, plus = 0): string => new Date(instantOf({ day: Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY_MS) + plus, minute: 0, calendar })).toISOString()

type Naming = { slug: Slug; field: string; text: string }

/** Rows of the office that people know by this text: matters by number, people by user name, the rest by code. */
const namings = ({ payload }: Desk, text: string): Naming[] => {
  const coded = Object.values(SLUG).filter((slug) => {
    const names = payload.collections[slug].config.flattenedFields.map(({ name }) => name)
    return names.includes('code') && names.includes('office') && slug !== SLUG.definitions
  })
  return [{ slug: SLUG.matters, field: 'number', text: text.toUpperCase() }, { slug: SLUG.users, field: 'username', text }, ...coded.map((slug) => ({ slug, field: 'code', text }))]
}

const SAME = 50

/** The ids that a text may mean; the text itself is one. */
const targetsOf = async (desk: Desk, text: string): Promise<string[]> => {
  const found = [text]
  for (const { slug, field, text: said } of namings(desk, text)) {
    const rows = await findRows({ payload: desk.payload }, slug, { where: { and: [{ office: { equals: desk.viewer.office } }, { [field]: { equals: said } }] }, limit: SAME })
    found.push(...rows.map(({ id }) => String(id)))
  }
  return found
}

/** The conditions on the rows of the log, those of the person's own office. */
export const auditWhere = async (desk: Desk, query: AuditQuery): Promise<Where> => {
  const { from, to, person, group, target, outcome, before } = query
  const all: Where[] = [{ office: { equals: desk.viewer.office } }]
  if (from) all.push({ at: { greater_than_equal: dayStart(from, desk) } })
  if (to) all.push({ at: { less_than: dayStart(to, desk, 1) } })
  if (person) all.push({ actorName: { contains: person } })
  if (isGroup(group)) all.push({ or: GROUPS[group].map(startsWith) })
  if (target) all.push({ target: { in: await targetsOf(desk, target) } })
  if (outcome) all.push(outcome === 'done' ? { or: [{ outcome: { equals: 'done' } }, { outcome: { exists: false } }] } : { outcome: { equals: outcome } })
  if (before) all.push({ seq: { less_than: before } })
  return { and: all }
}

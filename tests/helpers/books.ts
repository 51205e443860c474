import { createHash, createHmac } from 'node:crypto'
import type { Payload } from 'payload'
import { findRow, findRows } from '@/db/rows'
import { canonical } from '@/domain/canonical'
import { readClock } from '@/domain/clocks'
import { toClockEvents, type ClockRow } from '@/services/matters/clockRows'
import type { AssignmentRow, MatterRow } from '@/services/matters/row'
import { needModel } from '@/services/structure/cache'
import type { Contact, MatterEvent, MatterText } from '@/payload-types'
import { SLUG } from '@/slugs'

type Books = {
  matters: MatterRow[]
  events: Map<string, MatterEvent[]>
  texts: Map<string, MatterText>
  clocks: Map<string, ClockRow[]>
  shares: Map<string, AssignmentRow[]>
  outbox: Map<string, { kind: string; seq?: number | null }[]>
  audit: Map<string, { action: string; detail?: unknown }[]>
  contacts: Map<string, Contact[]>
}

export const grouped = <T>(rows: readonly T[], key: (row: T) => unknown): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const row of rows) groups.set(String(key(row)), [...(groups.get(String(key(row))) ?? []), row])
  return groups
}

const given = <T>(value: T | null | undefined): T | null => value ?? null

/** The digest of an event, reckoned anew from the stored row. */
const digestOf = (event: MatterEvent): string => {
  const facts = {
    matter: event.matter, seq: event.seq, round: event.round, at: event.at, kind: event.kind, action: event.action, name: given(event.name), stepFrom: given(event.stepFrom),
    stepTo: given(event.stepTo), phaseTo: given(event.phaseTo), actorKind: event.actorKind,
    ...(event.actor ? { actor: event.actor } : {}), ...(event.actorName ? { actorName: event.actorName } : {}),
    signals: event.signals, data: event.data, reason: given(event.reason), residentLine: given(event.residentLine), ruleVersion: given(event.ruleVersion), texts: event.texts,
  }
  return createHash('sha256').update(event.previous ?? '').update(canonical(facts)).digest('hex')
}

const textFaults = (event: MatterEvent, texts: Books['texts']): string[] => {
  const named = (event.texts ?? []) as { id: string; digest: string }[]
  return named.flatMap(({ id, digest }) => {
    const row = texts.get(id)
    if (!row) return [`text ${id} is gone`]
    if (row.erasedAt) return row.text || row.key ? [`text ${id} is called erased and is not`] : []
    return createHmac('sha256', row.key ?? '').update(row.text ?? '').digest('hex') === digest ? [] : [`text ${id} is not what the event saw`]
  })
}

/** Faults of one matter's chain: numbered without gap, each tied to the one before it, texts as they were. */
export const chainFaults = (matter: Pick<MatterRow, 'eventCount' | 'lastDigest' | 'revision'>, events: MatterEvent[], texts: Books['texts']): string[] => {
  const faults: string[] = []
  let previous = ''
  events.forEach((event, index) => {
    if (event.seq !== index + 1) faults.push(`event ${event.seq} stands at place ${index + 1}`)
    if ((event.previous ?? '') !== previous) faults.push(`event ${event.seq} is not tied to the one before it`)
    if (digestOf(event) !== event.digest) faults.push(`event ${event.seq} was changed`)
    if ((event.data as { revision?: number }).revision !== event.seq) faults.push(`event ${event.seq} is not of revision ${event.seq}`)
    faults.push(...textFaults(event, texts))
    previous = event.digest ?? ''
  })
  if (matter.eventCount !== events.length) faults.push(`${events.length} events, ${matter.eventCount} counted`)
  if (matter.revision !== events.length) faults.push(`${events.length} events, revision ${matter.revision}`)
  return matter.lastDigest === previous ? faults : [...faults, 'the matter does not know its last event']
}

/** The step is where the last event that moved it led. */
const stepFaults = (matter: Pick<MatterRow, 'step' | 'phase'>, events: MatterEvent[]): string[] => {
  const last = events.filter(({ stepTo }) => stepTo).at(-1)
  return last?.stepTo === matter.step && last.phaseTo === matter.phase ? [] : [`stands in ${matter.phase} ${matter.step}, its last event led to ${last?.phaseTo} ${last?.stepTo}`]
}

/** Texts that no event speaks of. */
const strayTexts = (events: MatterEvent[], texts: MatterText[]): string[] => {
  const named = new Set(events.flatMap((event) => ((event.texts ?? []) as { id: string }[]).map(({ id }) => id)))
  return texts.flatMap(({ id }) => (named.has(id) ? [] : [`text ${id} of no event`]))
}

const contactFaults = ({ hasContact }: Pick<MatterRow, 'hasContact'>, contacts: Contact[]): string[] => {
  const kept = contacts.filter(({ erasedAt }) => !erasedAt).length
  return kept === (hasContact ? 1 : 0) ? [] : [`${kept} contacts, ${hasContact ? 'one' : 'none'} expected`]
}

const shareKey = ({ unit, team, person }: { unit?: string | null; team?: string | null; person?: string | null }): string => [unit, team, person].map((id) => id ?? '').join('/')

const shareFaults = (matter: MatterRow, shares: AssignmentRow[]): string[] => {
  const leads = shares.filter((share) => share.active && share.role === 'lead')
  const parties = shares.filter((share) => share.active && share.role === 'party')
  const owner = shareKey({ unit: matter.ownerUnit, team: matter.ownerTeam, person: matter.ownerPerson })
  if (!matter.open) return leads.length + parties.length === 0 ? [] : ['an archived matter has open shares']
  const faults = leads.length > 1 ? ['two leads'] : []
  if (shareKey(leads[0] ?? {}) !== owner) faults.push(`owner ${owner}, lead ${shareKey(leads[0] ?? {})}`)
  const keys = new Set(matter.participants.split('|').filter(Boolean))
  const expected = new Set([...leads, ...parties].flatMap(({ unit, team, person }) => [unit ? `u:${unit}` : '', team ? `t:${team}` : '', person ? `p:${person}` : '']).filter(Boolean))
  if (keys.size !== expected.size || [...expected].some((key) => !keys.has(key))) faults.push(`participants ${matter.participants}`)
  return shares.some((share) => !share.active && !share.until) ? [...faults, 'a share ended without a time'] : faults
}

const iso = (at: number | undefined): string | null => (at === undefined ? null : new Date(at).toISOString())

const clockFaults = (clocks: ClockRow[], events: MatterEvent[], calendar: Parameters<typeof readClock>[0]['calendar'], now: number): string[] => {
  const heard = toClockEvents(events as Parameters<typeof toClockEvents>[0])
  return clocks.flatMap((clock) => {
    const reading = readClock({ limit: clock.limit, events: heard, calendar, now })
    const moving = reading.pausedSince !== undefined
    const same = given(clock.startedAt) === iso(reading.startedAt) && given(clock.stoppedAt) === iso(reading.stoppedAt) && (moving || given(clock.dueAt) === iso(reading.dueAt))
    return same ? [] : [`clock ${clock.clock} is ${clock.dueAt ?? 'not due'}, its events say ${iso(reading.dueAt) ?? 'not due'}`]
  })
}

const seqOf = ({ detail }: { detail?: unknown }): number | undefined => (detail as { seq?: number } | null)?.seq

const pairFaults = (events: MatterEvent[], outbox: { kind: string; seq?: number | null }[], audit: { action: string; detail?: unknown }[]): string[] =>
  events.flatMap(({ seq, action }) => {
    const out = outbox.filter((row) => row.seq === seq && row.kind === `matter.${action}`).length
    const log = audit.filter((row) => row.action === `matter.${action}` && (action === 'create' || seqOf(row) === seq)).length
    return [...(out === 1 ? [] : [`${out} outbox rows for event ${seq} ${action}`]), ...(log === 1 ? [] : [`${log} audit rows for event ${seq} ${action}`])]
  }).concat(
    outbox.length === events.length ? [] : [`${outbox.length} outbox rows for ${events.length} events`],
    audit.filter((row) => (seqOf(row) ?? 1) > events.length).map((row) => `an audit row ${row.action} of no event`),
  )

const read = async (payload: Payload): Promise<Books> => {
  const all = <S extends Parameters<typeof findRows>[1]>(slug: S) => findRows({ payload }, slug, { sort: 'id' })
  const events = await findRows({ payload }, SLUG.events, { sort: 'seq' })
  return {
    matters: (await all(SLUG.matters)) as MatterRow[],
    events: grouped(events, (row) => row.matter),
    texts: new Map((await all(SLUG.texts)).map((row) => [row.id, row])),
    clocks: grouped((await all(SLUG.clocks)) as unknown as ClockRow[], (row) => row.matter),
    shares: grouped((await all(SLUG.assignments)) as unknown as AssignmentRow[], (row) => row.matter),
    outbox: grouped(await all(SLUG.outbox), (row) => row.matter),
    audit: grouped((await all(SLUG.audit)).filter((row) => row.action.startsWith('matter.')), (row) => row.target),
    contacts: grouped(await all(SLUG.contacts), (row) => row.matter),
  }
}

/** Faults of the audit's chain, every link reckoned anew, and its head. */
export const auditFaults = async (payload: Payload, office: string): Promise<string[]> => {
  const rows = await findRows({ payload }, SLUG.audit, { where: { office: { equals: office } }, sort: 'seq' })
  const faults: string[] = []
  let previous = '0'.repeat(64)
  rows.forEach((row, index) => {
    // All that is stored but the chain's own two columns, so that a new one cannot be forgotten.
    const { previous: tied, hash, ...columns } = row
    const facts = Object.fromEntries(Object.entries(columns).filter(([, value]) => given(value) !== null))
    const reckoned = createHash('sha256').update(previous).update(canonical(facts)).digest('hex')
    if (row.seq !== index + 1) faults.push(`audit ${row.seq} stands at place ${index + 1}`)
    if (tied !== previous) faults.push(`audit ${row.seq} is not tied to the one before it`)
    if (hash !== reckoned) faults.push(`audit ${row.seq} was changed`)
    previous = hash ?? ''
  })
  const head = await findRow({ payload }, SLUG.auditHeads, { where: { office: { equals: office } } })
  return head?.seq === rows.length && head.hash === previous ? faults : [...faults, 'the head is not the last entry']
}

/**
 * Whether matters, events, texts, clocks, assignments, audit and outbox agree, row by row. One line per fault; none when the
 * books are in order. `now` (epoch ms) is when the clocks are read.
 */
export const bookFaults = async (payload: Payload, now = Date.now()): Promise<string[]> => {
  const { calendar, office } = await needModel(payload)
  const books = await read(payload)
  const ids = new Set(books.matters.map(({ id }) => id))
  const texts = grouped([...books.texts.values()], (row) => row.matter)
  const strangers = [books.events, books.clocks, books.shares, books.outbox, books.contacts, texts].flatMap((group) => [...group.keys()]).filter((id) => !ids.has(id))
  const faults = books.matters.flatMap((matter) => {
    const events = books.events.get(matter.id) ?? []
    return [
      ...chainFaults(matter, events, books.texts),
      ...stepFaults(matter, events),
      ...strayTexts(events, texts.get(matter.id) ?? []),
      ...contactFaults(matter, books.contacts.get(matter.id) ?? []),
      ...shareFaults(matter, books.shares.get(matter.id) ?? []),
      ...clockFaults(books.clocks.get(matter.id) ?? [], events, calendar, now),
      ...pairFaults(events, books.outbox.get(matter.id) ?? [], books.audit.get(matter.id) ?? []),
    ].map((fault) => `${matter.number}: ${fault}`)
  })
  return [...faults, ...strangers.map((id) => `rows of a matter ${id} that is none`), ...(await auditFaults(payload, office.id))]
}

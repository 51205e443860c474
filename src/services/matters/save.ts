import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { newId } from '@/db/ids'
import { insertRow, updateRowIf } from '@/db/rows'
import { canonical } from '@/domain/canonical'
import type { ClockSignal } from '@/domain/clocks/types'
import { DomainError } from '@/domain/errors'
import type { AssignmentChanges, Share } from '@/domain/workflow/assignments'
import type { Actor, Phase } from '@/domain/workflow/types'
import type { Words } from '@/domain/words'
import { appendAudit } from '@/services/audit/append'
import { queueOfMatter } from '@/services/outbox/queue'
import type { OfficeModel } from '@/services/structure/load'
import { SLUG } from '@/slugs'
import type { Acting } from './actor'
import { clockEventsOf, clockRowsOf, limitsFor, rereadClocks } from './clockRows'
import { correctionShifts, replaceClocks, withOwn } from './correctedClocks'
import { iso, type AssignmentRow, type MatterRow } from './row'

export type TextRole = 'description' | 'reason' | 'internal' | 'reply' | 'responsible' | 'addition'
export type NewText = { role: TextRole; text: string; readers: 'staff' | 'reporter' }

export type NewEvent = {
  kind: 'transition' | 'act' | 'system'
  action: string
  name?: Words
  stepFrom?: string
  stepTo?: string
  phaseTo?: Phase
  signals?: ClockSignal[]
  data?: Record<string, unknown>
  /** Why an automatic decision was taken, in words a clerk can read back (domain.md §3 rule 7). */
  reason?: Words
  residentLine?: Words
  ruleVersion?: string
  texts?: NewText[]
}

const actorColumns = (actor: Actor) => {
  if (actor.kind === 'staff') return { actorKind: actor.kind, actor: actor.id, actorName: actor.name }
  if (actor.kind === 'rule') return { actorKind: actor.kind, actorName: actor.name }
  if (actor.kind === 'system') return { actorKind: actor.kind, actorName: actor.job }
  return { actorKind: actor.kind }
}

/** How the audit names an actor. A reporter has no name there. */
/** A rule goes by its name: codes are for definitions. */
const ruleName = (code: string, model?: OfficeModel): { name?: string } => {
  const rule = model?.routing?.definition.rules.find((each) => each.code === code)
  return rule ? { name: rule.name.zh } : {}
}

export const auditActor = (actor: Actor, model?: OfficeModel) => {
  if (actor.kind === 'staff') return { kind: actor.kind, id: actor.id, name: actor.name }
  if (actor.kind === 'rule') return { kind: actor.kind, id: actor.rule, ...ruleName(actor.rule, model) }
  return actor.kind === 'system' ? { kind: actor.kind, id: actor.job } : { kind: actor.kind }
}

type BuiltText = { row: { id: string; office: string; matter: string; kind: TextRole; text: string; key: string; createdAt: string; updatedAt: string }; role: TextRole; readers: 'staff' | 'reporter'; digest: string }

const buildText = (matter: { id: string; office: string }, text: NewText, at: string): BuiltText => {
  // Each text has its own key, destroyed with it, so that nothing can be guessed back from the chain (decisions.md 16).
  const key = randomBytes(32).toString('hex')
  return {
    row: { id: newId(), office: matter.office, matter: matter.id, kind: text.role, text: text.text, key, createdAt: at, updatedAt: at },
    role: text.role,
    readers: text.readers,
    digest: createHmac('sha256', key).update(text.text).digest('hex'),
  }
}

type BuildArgs = { matter: Pick<MatterRow, 'id' | 'office' | 'eventCount' | 'lastDigest' | 'round'>; event: NewEvent; actor: Actor; at: number; revision: number }

const stepColumns = ({ name, stepFrom, stepTo, phaseTo }: NewEvent) => ({ name: name ?? null, stepFrom: stepFrom ?? null, stepTo: stepTo ?? null, phaseTo: phaseTo ?? null })

const reasonColumns = ({ reason, residentLine, ruleVersion }: NewEvent) => ({ reason: reason ?? null, residentLine: residentLine ?? null, ruleVersion: ruleVersion ?? null })

/** One event of the matter's chain and its erasable texts, as rows to be written. `seq` and `digest` go onto the matter. */
export const buildEvent = ({ matter, event, actor, at, revision }: BuildArgs) => {
  const when = iso(at)
  const texts = (event.texts ?? []).map((text) => buildText(matter, text, when))
  const seq = matter.eventCount + 1
  const facts = {
    matter: matter.id, seq, round: matter.round, at: when, kind: event.kind, action: event.action, ...stepColumns(event), ...actorColumns(actor),
    signals: event.signals ?? [], data: { ...event.data, revision }, ...reasonColumns(event),
    texts: texts.map(({ row, role, readers, digest }) => ({ id: row.id, role, readers, digest })),
  }
  const previous = matter.lastDigest ?? ''
  const digest = createHash('sha256').update(previous).update(canonical(facts)).digest('hex')
  return { seq, digest, texts: texts.map(({ row }) => row), row: { id: newId(), office: matter.office, ...facts, previous, digest, createdAt: when, updatedAt: when } }
}

/** Writes an event that was built, after the matter it belongs to. The event goes first: its number is there once, so whoever comes second leaves nothing, also where nothing is taken back. */
export const writeEvent = async (req: PayloadRequest, built: ReturnType<typeof buildEvent>): Promise<void> => {
  await insertRow(req, SLUG.events, built.row)
  for (const text of built.texts) await insertRow(req, SLUG.texts, text)
}

const shareRow = (matter: Pick<MatterRow, 'id' | 'office' | 'round'>, { role, party }: Share, at: string) => ({
  id: newId(), office: matter.office, matter: matter.id, role, unit: party.unit, team: party.team, person: party.person, note: party.note,
  dueAt: party.dueAt === undefined ? undefined : iso(party.dueAt), from: at, active: true, round: matter.round, createdAt: at, updatedAt: at,
})

const sameShare = (row: AssignmentRow, { role, party }: Share): boolean =>
  row.role === role && (row.unit ?? undefined) === party.unit && (row.team ?? undefined) === party.team && (row.person ?? undefined) === party.person && (row.note ?? undefined) === party.note

/** Ends and starts assignments. */
export const writeAssignments = async (
  { req, matter, active, changes, at }: { req: PayloadRequest; matter: Pick<MatterRow, 'id' | 'office' | 'round'>; active: AssignmentRow[]; changes: AssignmentChanges; at: number },
): Promise<void> => {
  const when = iso(at)
  for (const share of changes.ended) {
    const row = active.find((item) => item.active && sameShare(item, share))
    if (row) await req.payload.db.updateOne({ collection: SLUG.assignments, id: row.id, data: { active: false, until: when, updatedAt: when }, req, returning: false })
  }
  for (const share of changes.started) await insertRow(req, SLUG.assignments, shareRow(matter, share, when))
}

export type SaveArgs = {
  req: PayloadRequest
  model: OfficeModel
  before: MatterRow
  changes: Partial<MatterRow>
  event: NewEvent
  acting: Acting
  at: number
  active?: AssignmentRow[]
  assignments?: AssignmentChanges
  /** Category, type or unit was corrected: other limits may apply from the original start (decisions.md 8). */
  relimit?: boolean
  /** The calendar changed: clocks are read anew though nothing happened to the matter. */
  reread?: boolean
}

const digestOf = ({ lastDigest }: MatterRow): string | undefined => lastDigest ?? undefined

const needsClocks = ({ event, reread }: SaveArgs): boolean => Boolean(reread) || (event.signals ?? []).length > 0 || event.data?.extendMinutes !== undefined

/** Clocks under the limits that apply after a correction, from the original start; what they promised before goes into the event. */
const relimited = async ({ req, model, before, changes, event, at }: SaveArgs): Promise<{ event: NewEvent; clocks: Partial<MatterRow> }> => {
  const [rows, events] = [await clockRowsOf(req, before.id), await clockEventsOf(req, before.id)]
  const limits = withOwn(limitsFor(model, { ...before, ...changes }), rows)
  const shifts = correctionShifts(rows, limits, { model, events, now: at })
  const kept = await replaceClocks({ req, model, matter: before, rows, limits, events, now: at })
  const clocks = await rereadClocks({ req, model, rows: kept, events, now: at, limits })
  return { event: shifts.length > 0 ? { ...event, data: { ...event.data, clocks: shifts } } : event, clocks }
}

const reread = async ({ req, model, before, at }: SaveArgs): Promise<Partial<MatterRow>> =>
  rereadClocks({ req, model, rows: await clockRowsOf(req, before.id), events: await clockEventsOf(req, before.id), now: at })

/**
 * Writes one change of a matter with its event, clocks, assignments, audit record and outbox row (domain.md §3 rule 2).
 * Runs inside the caller's transaction. Errors: `conflict` when somebody else's write came first.
 */
export const saveMatter = async (args: SaveArgs): Promise<MatterRow> => {
  const { req, before, changes, acting, at, active = [], assignments, relimit } = args
  const early = relimit ? await relimited(args) : undefined
  const event = early?.event ?? args.event
  const revision = before.revision + 1
  const recorded = buildEvent({ matter: { ...before, ...changes, eventCount: before.eventCount, lastDigest: before.lastDigest }, event, actor: acting.actor, at, revision })
  await writeEvent(req, recorded)
  if (assignments) await writeAssignments({ req, matter: { ...before, ...changes }, active, changes: assignments, at })
  const after: MatterRow = { ...before, ...changes, revision, eventCount: recorded.seq, lastDigest: recorded.digest, touchedAt: iso(at) }
  const clocks = early?.clocks ?? (needsClocks(args) ? await reread(args) : {})
  const written = { ...changes, ...clocks, revision, eventCount: recorded.seq, lastDigest: recorded.digest, touchedAt: iso(at), updatedAt: iso(at) }
  const count = await updateRowIf(req, SLUG.matters, { and: [{ id: { equals: before.id } }, { revision: { equals: before.revision } }] }, written)
  if (count !== 1) throw new DomainError('conflict', { expected: before.revision })
  await appendAudit(req, { office: before.office, action: `matter.${event.action}`, actor: auditActor(acting.actor, args.model), targetKind: SLUG.matters, target: before.id, detail: { seq: recorded.seq, number: before.number }, before: digestOf(before), after: recorded.digest, address: acting.address })
  await queueOut({ req, model: args.model, before, matter: after, event, at })
  return { ...after, ...clocks }
}

/** Queues what leaves the system, in the transaction of the act; it is sent after the commit. `before`: absent when the act opened the matter. */
export const queueOut = ({ req, model, before, matter, event, at }: { req: PayloadRequest; model: OfficeModel; before?: MatterRow; matter: MatterRow; event: NewEvent; at: number }): Promise<void> =>
  queueOfMatter(req, {
    matter, before, at, action: event.action, typeCode: model.types.byId.get(matter.type)?.code ?? '',
    payload: { action: event.action, stepTo: event.stepTo ?? null, toReporter: Boolean(event.residentLine) || (event.texts ?? []).some((text) => text.readers === 'reporter') },
  })

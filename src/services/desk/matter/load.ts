import type { PayloadRequest, Where } from 'payload'
import { findRows } from '@/db/rows'
import type { WorkflowDef } from '@/domain/workflow/types'
import { clockRowsOf, type ClockRow } from '@/services/matters/clockRows'
import { visibleMatter } from '@/services/matters/find'
import { factsOf, type AssignmentRow, type MatterRow } from '@/services/matters/row'
import { engineContext } from '@/services/matters/engine'
import { SLUG } from '@/slugs'
import type { ClockSignal } from '@/domain/clocks'
import type { Phase } from '@/domain/workflow/types'
import type { Words } from '@/domain/words'
import type { Desk } from '../desk'
import { flowsThen } from './flows'

/** An event of a matter as the database holds it. */
export type EventRow = {
  id: string; seq: number; round: number; at: string; kind: 'transition' | 'act' | 'system'; action: string; name?: Words | null
  stepFrom?: string | null; stepTo?: string | null; phaseTo?: Phase | null; actorKind: 'staff' | 'reporter' | 'system' | 'rule'; actorName?: string | null
  signals?: ClockSignal[] | null; data?: Record<string, unknown> | null; reason?: Words | null; residentLine?: Words | null
  texts?: { id: string; role: string; readers: 'staff' | 'reporter' }[] | null
}

export type AttachmentRow = {
  id: string; stage: string; visibility: 'staff' | 'reporter' | 'public'; addedBy: 'reporter' | 'staff'; person?: string | null; addedAt: string; erasedAt?: string | null; redaction?: number | null
}

export type ContactRow = { masked?: Record<string, string> | null; eraseAfter?: string | null; erasedAt?: string | null }

/** Everything a matter's page is drawn from. */
export type Loaded = {
  matter: MatterRow
  workflow: WorkflowDef
  context: Awaited<ReturnType<typeof engineContext>>['context']
  active: AssignmentRow[]
  events: EventRow[]
  /** The workflow that each event, by its id, left a step of. */
  then: Map<string, WorkflowDef>
  /** Texts of events by id; an erased one has no text. */
  texts: Map<string, string | null>
  clocks: ClockRow[]
  attachments: AttachmentRow[]
  contact?: ContactRow
  /** Matters tied to this one that the viewer may see. */
  family: { parent?: MatterRow; parts: MatterRow[]; merged: MatterRow[]; mergedInto?: MatterRow }
  /** Matters that its history names besides, of those the viewer may see. */
  named: MatterRow[]
}

const rowsOf = async <T>(req: PayloadRequest, collection: (typeof SLUG)['events' | 'texts' | 'attachments' | 'contacts' | 'matters'], where: Parameters<typeof findRows>[2]): Promise<T[]> =>
  (await findRows(req, collection, where)) as unknown as T[]

const familyOf = async ({ req, may }: Desk, matter: MatterRow): Promise<Loaded['family']> => {
  const ties: Where[] = [{ parent: { equals: matter.id } }, { mergedInto: { equals: matter.id } }, ...[matter.parent, matter.mergedInto].flatMap((id) => (id ? [{ id: { equals: id } }] : []))]
  const rows = await rowsOf<MatterRow>(req, SLUG.matters, { where: { or: ties }, sort: 'id' })
  const seen = rows.filter((row) => may('matter.view', factsOf(row)))
  return {
    parent: seen.find((row) => row.id === matter.parent),
    mergedInto: seen.find((row) => row.id === matter.mergedInto),
    parts: seen.filter((row) => row.parent === matter.id),
    merged: seen.filter((row) => row.mergedInto === matter.id),
  }
}

const namedIn = async ({ req, may }: Desk, events: EventRow[]): Promise<MatterRow[]> => {
  const ids = [...new Set(events.flatMap(({ data }) => [data?.other, data?.target, data?.matter].filter((value) => typeof value === 'string')))]
  if (ids.length === 0) return []
  return (await rowsOf<MatterRow>(req, SLUG.matters, { where: { id: { in: ids } } })).filter((row) => may('matter.view', factsOf(row)))
}

/** Reads a matter with all that belongs to it. Errors: `notFound`, also when the viewer may not see it. */
export const loadMatter = async (desk: Desk, id: string): Promise<Loaded> => {
  const { req, model, acting } = desk
  const matter = await visibleMatter(req, id, acting)
  const of = { where: { matter: { equals: id } } }
  const { context, active } = await engineContext(req, model, matter, acting)
  const [events, texts, clocks, attachments, contacts, family] = await Promise.all([
    rowsOf<EventRow>(req, SLUG.events, { ...of, sort: 'seq' }),
    rowsOf<{ id: string; text?: string | null; erasedAt?: string | null }>(req, SLUG.texts, of),
    clockRowsOf(req, id),
    rowsOf<AttachmentRow>(req, SLUG.attachments, { ...of, sort: 'id' }),
    rowsOf<ContactRow>(req, SLUG.contacts, of),
    familyOf(desk, matter),
  ])
  return {
    matter, workflow: context.workflow, context, active, events, clocks, attachments, family, contact: contacts[0], named: await namedIn(desk, events),
    then: await flowsThen(desk.payload, { events, current: matter.workflowVersion }),
    texts: new Map(texts.map((row) => [row.id, row.erasedAt ? null : (row.text ?? null)])),
  }
}

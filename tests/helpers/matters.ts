import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { findRow, findRows } from '@/db/rows'
import { actOnMatter } from '@/services/matters/act'
import { plainActing } from '@/services/matters/actor'
import { createMatter, type CreateArgs, type Receipt } from '@/services/matters/create'
import type { CreateInput } from '@/services/matters/createInput'
import type { ClockRow } from '@/services/matters/clockRows'
import type { MatterRow } from '@/services/matters/row'
import { transitionMatter } from '@/services/matters/transition'
import { needModel } from '@/services/structure/cache'
import type { OfficeModel } from '@/services/structure/load'
import { SLUG } from '@/slugs'
import type { ActingOf } from './people'

export const reporter: ActingOf = () => plainActing({ kind: 'reporter' })

/** Answers that satisfy the questions of the preset's plain report. */
export const ANSWERS = { danger: 'no', since: 'today' }

type New = Partial<Omit<CreateInput, 'category' | 'unit' | 'source' | 'type'>> & {
  /** Codes. */
  category?: string
  unit?: string
  source?: string
  type?: string
  by?: ActingOf
  key?: string
  photoOwner?: { draft?: string; person?: string }
}

const idOfCode = (table: { byCode: Map<string, { id: string }> }, code: string | undefined): string | undefined => (code === undefined ? undefined : table.byCode.get(code)?.id)

/** What a test says nothing about. */
const PLAIN: New = { category: 'environment-green', unit: 'jw-01-01', text: '楼门口的地砖松了，走路会绊一下', answers: ANSWERS }

const createArgs = (model: OfficeModel, asked: New): Omit<CreateArgs, 'payload'> => {
  const { category, unit, source, type, by, key = `test-${randomUUID()}`, photoOwner, text = '', ...input } = { ...PLAIN, ...asked }
  const place = { category: idOfCode(model.categories, category), unit: idOfCode(model.units, unit) }
  const kind = { source: idOfCode(model.sources, source), type: idOfCode(model.types, type) }
  return { who: by ? 'staff' : 'resident', idempotencyKey: key, acting: by ?? reporter, photoOwner, input: { text, ...input, ...place, ...kind } }
}

/** Shorthand for driving matters by the real services. Every call reads the matter first, unless a revision is given. */
export const driver = (payloadOf: () => Payload) => {
  const fresh = async (id: string): Promise<MatterRow> => {
    const row = await findRow({ payload: payloadOf() }, SLUG.matters, { where: { id: { equals: id } } })
    if (!row) throw new Error(`matter ${id} is gone`)
    return row as MatterRow
  }
  const create = async (asked: New = {}): Promise<Receipt> => {
    const payload = payloadOf()
    return createMatter({ payload, ...createArgs(await needModel(payload), asked) })
  }
  type Step = { by: ActingOf; input?: Record<string, unknown>; revision?: number }
  const move = async (id: string, action: string, { by, input = {}, revision }: Step): Promise<MatterRow> =>
    transitionMatter({ payload: payloadOf(), matter: id, action, input, expectedRevision: revision ?? (await fresh(id)).revision, acting: by })
  const act = async (id: string, name: string, { by, input = {}, revision }: Step) =>
    actOnMatter({ payload: payloadOf(), matter: id, act: name, input, expectedRevision: revision ?? (await fresh(id)).revision, acting: by })
  const events = (id: string) => findRows({ payload: payloadOf() }, SLUG.events, { where: { matter: { equals: id } }, sort: 'seq' })
  const lastEvent = async (id: string) => {
    const event = (await events(id)).at(-1)
    if (!event) throw new Error(`matter ${id} has no events`)
    return event
  }
  const clock = async (id: string, name: string): Promise<ClockRow> => {
    const row = await findRow({ payload: payloadOf() }, SLUG.clocks, { where: { and: [{ matter: { equals: id } }, { clock: { equals: name } }] } })
    if (!row) throw new Error(`matter ${id} has no clock ${name}`)
    return row as unknown as ClockRow
  }
  const shares = (id: string) => findRows({ payload: payloadOf() }, SLUG.assignments, { where: { and: [{ matter: { equals: id } }, { active: { equals: true } }] }, sort: 'id' })
  return { fresh, create, move, act, events, lastEvent, clock, shares }
}

export type Driver = ReturnType<typeof driver>

/** Every table an act writes to. */
const BOOKS = [SLUG.matters, SLUG.events, SLUG.texts, SLUG.assignments, SLUG.clocks, SLUG.contacts, SLUG.outbox, SLUG.audit, SLUG.auditHeads, SLUG.counters] as const

/** All rows an act could have written, to compare before and after. */
export const snapshot = async (payload: Payload): Promise<Record<string, unknown[]>> =>
  Object.fromEntries(await Promise.all(BOOKS.map(async (slug) => [slug, await findRows({ payload }, slug, { sort: 'id' })] as const)))

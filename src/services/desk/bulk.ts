import { DomainError } from '@/domain/errors'
import type { Party } from '@/domain/workflow/types'
import { actOnMatter } from '@/services/matters/act'
import { staffOf } from '@/services/matters/actor'
import { visibleMatter } from '@/services/matters/find'
import { partyErrors } from '@/services/matters/refs'
import type { MatterRow } from '@/services/matters/row'
import { asDomainError, newReference } from '@/services/http'
import { assignLead, freeTransitions, takeBackLead } from './acts'
import type { Desk } from './desk'
import { assigning, takingBack } from './matter/rights'
import { shareName, tagId, tagNames } from './names'
import { seal, unseal } from './seal'
import type { BulkAnswer, BulkRequest, BulkRowResult } from './view'

const MAX_ROWS = 200
const UNDO_MS = 10 * 60_000
const PURPOSE = 'desk:bulk'

type Row = BulkRequest['rows'][number]
type Job = { before: (matter: MatterRow) => string; after: (matter: MatterRow) => string; check: (matter: MatterRow) => Promise<void>; run: (matter: MatterRow, expectedRevision: number) => Promise<MatterRow> }
/** What takes a batch back: for each row the revision it was left with, and the lead it had. */
type Undo = { by: string; until: number; act: 'assign' | 'tag' | 'untag'; tag?: string; rows: { id: string; revision: number; lead?: Party }[] }

const leadOf = ({ ownerUnit, ownerTeam, ownerPerson }: MatterRow): Party => ({
  ...(ownerUnit ? { unit: ownerUnit } : {}), ...(ownerTeam ? { team: ownerTeam } : {}), ...(ownerPerson ? { person: ownerPerson } : {}),
})

const ownerName = (desk: Desk, matter: MatterRow): string => shareName(desk, leadOf(matter))

const assignJob = (desk: Desk, lead: Party, reason: unknown): Job => ({
  before: (matter) => ownerName(desk, matter),
  after: () => shareName(desk, lead),
  check: async (matter) => {
    if (!assigning(await freeTransitions(desk, matter))) throw new DomainError('illegalStep', { step: matter.step })
    if (Object.entries(lead).every(([kind, id]) => leadOf(matter)[kind as 'unit'] === id)) throw new DomainError('invalid', {}, [{ field: 'lead', code: 'unchanged' }])
  },
  run: (matter, expectedRevision) => assignLead(desk, matter, { lead, reason, expectedRevision }),
})

/** What nobody had before goes back to where it waited for somebody. */
const takeBackJob = (desk: Desk): Job => ({
  before: (matter) => ownerName(desk, matter),
  after: () => desk.t('bulk.nobody'),
  check: async (matter) => {
    if (!takingBack(await freeTransitions(desk, matter))) throw new DomainError('illegalStep', { step: matter.step })
  },
  run: (matter, expectedRevision) => takeBackLead(desk, matter, { reason: desk.t('bulk.undone'), expectedRevision }),
})

const undoAssign = (desk: Desk, lead: Party): Job => (Object.keys(lead).length > 0 ? assignJob(desk, lead, desk.t('bulk.undone')) : takeBackJob(desk))

const tagJob = (desk: Desk, act: 'tag' | 'untag', tag: string): Job => ({
  before: ({ tags }) => tagNames(desk, tags).join(' '),
  after: ({ tags }) => tagNames(desk, act === 'tag' ? `${tags ?? ''}|${tag}|` : (tags ?? '').replace(tag, '')).join(' '),
  check: async (matter) => {
    if (!desk.acting.can('matter.tag', matter)) throw new DomainError('notAllowed')
    if ((matter.tags ?? '').includes(`|${tag}|`) === (act === 'tag')) throw new DomainError('invalid', {}, [{ field: 'tag', code: 'unchanged' }])
  },
  run: async (matter, expectedRevision) =>
    (await actOnMatter({ payload: desk.payload, matter: matter.id, act, input: { tags: [tag] }, expectedRevision, acting: staffOf(desk.req) })).matter,
})

const refuse = (field: string, code: string) => new DomainError('invalid', {}, [{ field, code }])

const jobOf = (desk: Desk, { act, input }: Pick<BulkRequest, 'act' | 'input'>): Job => {
  if (act === 'assign') {
    const lead = input.lead ?? {}
    if (Object.keys(lead).length === 0) throw refuse('lead', 'required')
    const errors = partyErrors(desk.model, lead, 'lead')
    if (errors.length > 0) throw new DomainError('invalid', {}, errors)
    return assignJob(desk, lead, input.reason)
  }
  const tag = tagId(desk.model, input.tag ?? '')
  if (!tag) throw refuse('tag', 'notOffered')
  if (act !== 'tag' && act !== 'untag') throw refuse('act', 'notOffered')
  return tagJob(desk, act, tag)
}

const textOf = (error: DomainError, { t }: Desk): string | undefined => {
  if (error.fields.some(({ code }) => code === 'unchanged')) return t('bulk.same')
  return error.code === 'illegalStep' ? t('bulk.noAssign') : undefined
}

const failed = (desk: Desk, row: Row, error: unknown, matter?: MatterRow): BulkRowResult => {
  const reference = newReference()
  const known = asDomainError(error, reference)
  const text = textOf(known, desk)
  return {
    id: row.id, number: matter?.number ?? '', title: matter?.title ?? '', ok: false,
    error: { code: known.code, ...(text ? { text } : {}), ...(known.code === 'internal' ? { reference } : {}) },
  }
}

type One = { result: BulkRowResult; matter?: MatterRow }

const runRow = async (desk: Desk, job: Job, row: Row, preview: boolean): Promise<One> => {
  let matter: MatterRow | undefined
  try {
    matter = await visibleMatter(desk.req, row.id, desk.acting)
    if (matter.revision !== row.expectedRevision) throw new DomainError('conflict')
    await job.check(matter)
    const told = { id: matter.id, number: matter.number, title: matter.title, ok: true, before: job.before(matter) || undefined, after: job.after(matter) }
    if (preview) return { result: told }
    const saved = await job.run(matter, row.expectedRevision)
    return { result: { ...told, revision: saved.revision }, matter }
  } catch (error) {
    return { result: failed(desk, row, error, matter) }
  }
}

const rowsOf = (rows: unknown): Row[] => {
  const known = Array.isArray(rows) ? rows.filter((row): row is Row => typeof row?.id === 'string' && Number.isInteger(row?.expectedRevision)) : []
  if (known.length > MAX_ROWS) throw refuse('rows', 'tooMany')
  return [...new Map(known.map((row) => [row.id, row])).values()]
}

// One after the other: each is a transaction of its own, and the database has one writer.
const runAll = async (desk: Desk, job: (row: Row) => Job, rows: Row[], preview: boolean): Promise<One[]> => {
  const done: One[] = []
  for (const row of rows) done.push(await runRow(desk, job(row), row, preview))
  return done
}

const batchOf = (desk: Desk, { act, input }: BulkRequest, done: One[]): Pick<BulkAnswer, 'batch' | 'undoUntil'> => {
  const rows = done.flatMap(({ result, matter }) => {
    const lead = matter && act === 'assign' ? leadOf(matter) : undefined
    if (!matter || result.revision === undefined) return []
    return [{ id: result.id, revision: result.revision, ...(lead ? { lead } : {}) }]
  })
  if (rows.length === 0 || act === 'undo') return {}
  const undo: Undo = { by: desk.viewer.id, until: desk.now + UNDO_MS, act, tag: input.tag, rows }
  return { batch: seal(PURPOSE, undo), undoUntil: undo.until }
}

const takeBack = async (desk: Desk, batch: string | undefined): Promise<BulkAnswer> => {
  const undo = unseal<Undo>(PURPOSE, batch)
  if (!undo || undo.by !== desk.viewer.id) throw new DomainError('invalid', {}, [{ field: 'batch', code: 'wrong' }])
  if (undo.until < desk.now) throw new DomainError('expired')
  const leads = new Map(undo.rows.map(({ id, lead }) => [id, lead]))
  const reverse = undo.act === 'tag' ? 'untag' : 'tag'
  const jobFor = ({ id }: Row): Job => (undo.act === 'assign' ? undoAssign(desk, leads.get(id) ?? {}) : jobOf(desk, { act: reverse, input: { tag: undo.tag } }))
  const done = await runAll(desk, jobFor, undo.rows.map(({ id, revision }) => ({ id, expectedRevision: revision })), false)
  return { results: done.map(({ result }) => result) }
}

/**
 * Assigns or tags many matters: every row is a transaction of its own with its own result. `preview` reckons and writes
 * nothing. Errors: `invalid`, `expired`, of the whole; those of rows stand in their results.
 */
export const bulk = async (desk: Desk, request: BulkRequest): Promise<BulkAnswer> => {
  if (request.act === 'undo') return takeBack(desk, request.input.batch)
  const job = jobOf(desk, request)
  const preview = request.preview === true
  const done = await runAll(desk, () => job, rowsOf(request.rows), preview)
  return { results: done.map(({ result }) => result), ...(preview ? {} : batchOf(desk, request, done)) }
}

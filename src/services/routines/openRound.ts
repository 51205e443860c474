import { findRows, insertRows, type RowRequest } from '@/db/rows'
import { DomainError } from '@/domain/errors'
import { pickEntries, type Candidate } from '@/domain/routines/sample'
import type { Opens } from '@/domain/routines/types'
import type { Party } from '@/domain/workflow/types'
import { rootUnit } from '@/services/matters/createInput'
import type { OfficeModel } from '@/services/structure/load'
import { SLUG } from '@/slugs'
import { assigneeOf } from './assign'
import { needId, wordsAt } from './fill'
import type { Opening } from './openMatter'

export type OpensRound = Extract<Opens, { kind: 'round' }>

type Place = Candidate & { unit?: string | null; path?: string | null }

const CHUNK = 400

/** When each of these entries was last checked, as an instant's text. */
const lastChecks = async (req: RowRequest, ids: readonly string[]): Promise<Map<string, string>> => {
  const last = new Map<string, string>()
  for (let at = 0; at < ids.length; at += CHUNK) {
    const rows = await findRows(req, SLUG.checks, { where: { and: [{ entry: { in: ids.slice(at, at + CHUNK) } }, { state: { equals: 'done' } }] }, select: { entry: true, doneAt: true }, sort: 'id' })
    for (const { entry, doneAt } of rows) {
      const id = String(entry)
      if (doneAt && doneAt > (last.get(id) ?? '')) last.set(id, doneAt)
    }
  }
  return last
}

/** The entries that a round would ask about now, those checked longest ago first. Errors: `invalid` for a register that is gone or not in force. */
export const placesOf = async (req: RowRequest, model: OfficeModel, { register: code, sample }: OpensRound): Promise<Place[]> => {
  const register = needId(model.registers.byCode, code, 'register')
  if (!register.current) throw new DomainError('invalid', { code }, [{ field: 'register', code: 'notPublished' }])
  const rows = await findRows(req, SLUG.entries, {
    where: { and: [{ office: { equals: model.office.id } }, { register: { equals: register.id } }, { active: { not_equals: false } }] }, sort: 'id', select: { title: true, unit: true, path: true },
  })
  const last = await lastChecks(req, rows.map(({ id }) => id))
  return pickEntries(rows.map(({ id, title, unit, path }): Place => ({ id, title, unit: unit as string | null, path, ...(last.has(id) ? { last: last.get(id) } : {}) })), sample)
}

const formVersionOf = (model: OfficeModel, code: string): string => {
  const form = needId(model.forms.byCode, code, 'form')
  if (!form.current) throw new DomainError('invalid', { code }, [{ field: 'form', code: 'notPublished' }])
  return form.current
}

export type OpenedRound = { title: string; total: number; lead: Party | undefined }

/** Writes the checks of a round inside the caller's transaction: one an entry, with the form as it is in force now. Errors: `invalid`. */
export const openRound = async (opening: Opening, opens: OpensRound): Promise<OpenedRound> => {
  const { req, model, def, run } = opening
  const formVersion = formVersionOf(model, opens.form)
  const places = await placesOf(req, model, opens)
  await insertRows(req, SLUG.checks, places.map(({ id, title, unit, path }) => ({
    office: model.office.id, run, entry: id, title, state: 'open' as const, formVersion, ...(unit ? { unit } : {}), ...(path ? { path } : {}),
  })))
  // A post is answered for by several people, each where they are: who it is depends on the place.
  const lead = def.assign?.kind === 'unitPost' ? undefined : assigneeOf(model, def, rootUnit(model)?.id)
  return { title: wordsAt(opens.title, opening).zh, total: places.length, lead }
}

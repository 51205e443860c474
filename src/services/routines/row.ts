import type { RoutineDef } from '@/domain/routines/types'
import { routine } from '@/domain/package/routines'
import { findRow, findRows, type RowRequest } from '@/db/rows'
import type { Answers } from '@/domain/forms/types'
import type { Words } from '@/domain/words'
import { SLUG } from '@/slugs'

type Ref = string | null | undefined

/** A routine as the database holds it. Instants are ISO texts. */
export type RoutineRow = { id: string; office: string; code: string; name: Words; definition: unknown; active?: boolean | null; nextAt?: string | null; updatedAt: string }

/** One run of a routine, `plan` being what it was when it ran. */
export type RunRow = {
  id: string; office: string; routine: string; title?: string | null; dueAt: string; openedAt?: string | null; state: 'opened' | 'failed' | 'done'; missed?: number | null; error?: string | null; matter?: Ref
  plan?: Plan | null; team?: Ref; unit?: Ref; person?: Ref; limitAt?: string | null; total?: number | null; done?: number | null; finishedAt?: string | null
}

/** What a run keeps of its routine: the definition as it was, and the day that was planned. */
export type Plan = { def: RoutineDef; planned: string }

/** One entry in one round. */
export type CheckRow = {
  id: string; office: string; run: string; entry: string; title: string; unit?: Ref; path?: string | null; state: 'open' | 'done' | 'skipped'
  formVersion?: Ref; answers?: Answers | null; note?: string | null; matter?: Ref; doneBy?: Ref; doneAt?: string | null
}

export const iso = (at: number): string => new Date(at).toISOString()
export const ms = (text: string | null | undefined): number | undefined => (text ? Date.parse(text) : undefined)

/** The definition of a routine, as its row stands; undefined for one that nothing can be made of. */
export const defOf = ({ definition, code, name, active }: RoutineRow): RoutineDef | undefined => {
  const parsed = routine.safeParse({ ...(definition as object), code, name: named(name), on: active !== false })
  return parsed.success ? parsed.data : undefined
}

const named = ({ zh, en }: Words): Words => ({ zh, ...(en ? { en } : {}) })

/** Every routine of an office, by code. */
export const routinesOf = async (req: RowRequest, office: string): Promise<RoutineRow[]> =>
  (await findRows(req, SLUG.routines, { where: { office: { equals: office } }, sort: 'code' })) as unknown as RoutineRow[]

export const routineById = async (req: RowRequest, office: string, id: string): Promise<RoutineRow | undefined> =>
  (await findRow(req, SLUG.routines, { where: { and: [{ id: { equals: id } }, { office: { equals: office } }] } })) as unknown as RoutineRow | undefined

export const runById = async (req: RowRequest, office: string, id: string): Promise<RunRow | undefined> =>
  (await findRow(req, SLUG.runs, { where: { and: [{ id: { equals: id } }, { office: { equals: office } }] } })) as unknown as RunRow | undefined

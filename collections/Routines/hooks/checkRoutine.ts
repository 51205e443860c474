import { ValidationError, type CollectionBeforeChangeHook, type PayloadRequest } from 'payload'
import { routine } from '@/domain/package/routines'
import { shapeProblems } from '@/domain/package/shape'
import type { RoutineDef } from '@/domain/routines/types'
import { t } from '@/i18n'
import { langOf } from '@/lib/langOf'
import { issueWords } from '@/services/structure/publishCheck'
import { problemText, routineProblems } from '@/services/routines/check'
import { officeOf } from './officeOf'

type Given = { data: Record<string, unknown>; originalDoc?: Record<string, unknown> }

/** The routine as it would stand: its code and switch are columns of their own. */
const standing = ({ data, originalDoc = {} }: Given): Record<string, unknown> => {
  const is = { ...originalDoc, ...Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) } as Record<string, unknown>
  return { ...(is.definition as object | undefined), code: is.code, on: is.active ?? true }
}

/** What keeps it from its work. What is turned off may name what is gone: so it can be turned off, and kept for later. */
const problemsOf = async (req: PayloadRequest, office: string, def: RoutineDef): Promise<string | undefined> => {
  const problems = def.on ? await routineProblems(req, office, def) : []
  return problems.length > 0 ? problems.map((problem) => problemText(problem, langOf(req))).join(t(langOf(req), 'structure.boundary.joint')) : undefined
}

/** A routine has the shape its engine reads, names only what is there, and stands under its own code and switch. */
export const checkRoutine: CollectionBeforeChangeHook = async ({ data, originalDoc, collection, req }) => {
  const stands = standing({ data, originalDoc })
  const parsed = routine.safeParse(stands)
  const refuse = (message: string) => new ValidationError({ collection: collection.slug, errors: [{ path: 'definition', message }] }, req.t)
  if (!parsed.success) throw refuse(issueWords(shapeProblems(stands, parsed.error.issues), langOf(req)))
  const problems = await problemsOf(req, officeOf(data, originalDoc), parsed.data)
  if (problems) throw refuse(problems)
  return { ...data, definition: parsed.data }
}

import { ValidationError, type CollectionBeforeChangeHook } from 'payload'
import { routine } from '@/domain/package/routines'
import { shapeProblems } from '@/domain/package/shape'
import { langOf } from '@/lib/langOf'
import { issueWords } from '@/services/structure/publishCheck'

/** A routine has the shape its engine reads, and stands under its own code and switch. */
export const checkRoutine: CollectionBeforeChangeHook = ({ data, originalDoc, collection, req }) => {
  const given: unknown = data.definition ?? originalDoc?.definition
  const stands = { ...(given as object), code: data.code ?? originalDoc?.code, on: data.active ?? originalDoc?.active ?? true }
  const parsed = routine.safeParse(stands)
  if (parsed.success) return { ...data, definition: parsed.data }
  const message = issueWords(shapeProblems(stands, parsed.error.issues), langOf(req))
  throw new ValidationError({ collection: collection.slug, errors: [{ path: 'definition', message }] }, req.t)
}

import { studioDoor } from '@/app/(studio)/_server/door'
import { DomainError } from '@/domain/errors'
import { readJson } from '@/services/http'
import { conflictSaid } from '@/services/structure/changes/detail'
import { problemSaid, type NamedProblem } from '@/services/structure/package/problemSaid'
import { undoChange } from '@/services/structure/undo'
import type { UndoConflict } from '@/services/structure/undoing/steps'
import type { Desk } from '@/services/desk/desk'

const listOf = <T>(value: unknown): T[] => (Array.isArray(value) ? (value as T[]) : [])

/** The same refusal, in words. */
const worded = (desk: Desk, error: unknown): unknown => {
  if (!(error instanceof DomainError)) return error
  const said = [
    ...listOf<UndoConflict>(error.detail.undo).map((conflict) => conflictSaid(conflict, desk)).map(({ name, why }) => ({ path: '', text: `${name} ${why}` })),
    ...listOf<NamedProblem>(error.detail.problems).map((problem) => problemSaid(problem, desk.lang)).map(({ where, what, path }) => ({ path, text: `${where} ${what}` })),
  ]
  return said.length === 0 ? error : new DomainError(error.code, { said }, error.fields)
}

/** POST {reason?}: takes a change, or a whole batch, back as a new change. The right of the change itself is asked for inside. */
export const POST = studioDoor(['structure.view', 'structure.edit'], async ({ desk, request, params }) => {
  const { reason } = await readJson(request)
  const id = await undoChange(desk, params.id ?? '', reason).catch((error: unknown) => { throw worded(desk, error) })
  return { id }
})

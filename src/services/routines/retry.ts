import { DomainError } from '@/domain/errors'
import type { Desk } from '@/services/desk/desk'
import { runsOf, whyOf } from './editor'
import { routineById, runById } from './row'
import { faultOf, retryRun } from './run'
import type { RunLine } from './view'

/** Tries a failed run once more for somebody at the editor. Errors: `notFound`, `conflict`, and `invalid` with the reason in words. */
export const retryFor = async (desk: Desk, { routine, run }: { routine: string; run: string }): Promise<{ runs: RunLine[]; more: boolean }> => {
  const [req, office] = [{ payload: desk.payload }, desk.model.office.id]
  const [row, failed] = [await routineById(req, office, routine), await runById(req, office, run)]
  if (!row || failed?.routine !== row.id) throw new DomainError('notFound')
  try {
    await retryRun(desk.payload, row, failed)
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'invalid') throw error
    throw new DomainError('invalid', { said: [{ path: '', text: (await whyOf({ error: faultOf(error), plan: failed.plan }, desk)) ?? '' }] }, error.fields)
  }
  return runsOf(desk, row.id)
}

import { studioDoor } from '@/app/(studio)/_server/door'
import { DomainError } from '@/domain/errors'
import { assertKeeper, resetFactor } from '@/services/session/factor/reset'
import { endSessions } from '@/services/session/sessions'

/** POST: `sessions` ends every session of a person, `factor` takes their lost second factor away. By the security administrator, with a recent proof. */
export const POST = studioDoor(['grants.edit'], async ({ desk, params }) => {
  const person = params.id ?? ''
  if (params.act === 'factor') await resetFactor(desk, person)
  else if (params.act === 'sessions') {
    await assertKeeper(desk, person)
    await endSessions({ payload: desk.payload, by: { ...desk.me, office: desk.viewer.office }, person, which: {}, address: desk.acting.address })
  } else throw new DomainError('notFound')
  return {}
})

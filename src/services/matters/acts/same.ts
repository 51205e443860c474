import { DomainError } from '@/domain/errors'
import { now } from '@/lib/clock'
import { matterById } from '../find'
import { saveMatter } from '../save'
import { idInput, refuse, type Act, type ActContext } from './types'

const otherOf = async ({ req, matter, acting, input }: ActContext) => {
  const other = await matterById(req, idInput(input, 'other'))
  if (!other || other.id === matter.id || other.office !== matter.office || !acting.can('matter.view', other)) throw refuse({ field: 'other', code: 'notOffered' })
  return other
}

/**
 * A person looked at two matters that read alike, and says that they are not the same (`same: true` takes it back). Both
 * histories say so, and neither is suggested to the other again.
 */
export const notSame: Act = {
  permission: 'matter.merge',
  run: async (context) => {
    const { req, model, matter, acting, input } = context
    const other = await otherOf(context)
    if (matter.mergedInto === other.id || other.mergedInto === matter.id) throw new DomainError('guardFailed', { guard: 'notMerged' })
    const action = input.same === true ? 'perhapsSame' : 'notSame'
    await saveMatter({ req, model, before: other, changes: {}, acting, at: now(), event: { kind: 'act', action, data: { other: matter.id, number: matter.number } } })
    return { event: { kind: 'act', action, data: { other: other.id, number: other.number } } }
  },
}

import { matterById } from '../find'
import { idInput, refuse, type Act } from './types'

/** The reporter says that an open report nearby is the same thing. Staff decide whether to merge; the other matter is not touched. */
export const saidSame: Act = {
  permission: null,
  run: async ({ req, matter, input }) => {
    const other = await matterById(req, idInput(input, 'other'))
    if (!other || other.id === matter.id || other.office !== matter.office) throw refuse({ field: 'other', code: 'notOffered' })
    return { event: { kind: 'act', action: 'saidSame', data: { other: other.id, number: other.number } } }
  },
}

import type { EffortView } from '@/components/site/types'
import { EFFORT_FIELDS, taskFor, type EffortDoor } from '@/services/effort'
import { visitorAddress, type Site } from './site'

/** What the forms of a door ask of this visitor's browser before the next use; nothing while the door is not in much use from there. */
export const effortView = async ({ payload }: Pick<Site, 'payload'>, door: EffortDoor): Promise<{ effort?: EffortView }> => {
  const task = await taskFor({ payload, door, address: await visitorAddress() })
  return task === undefined ? {} : { effort: { task, names: EFFORT_FIELDS } }
}

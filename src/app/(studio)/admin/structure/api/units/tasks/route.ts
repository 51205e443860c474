import { studioDoor } from '@/app/(studio)/_server/door'
import { territoryTasks } from '@/services/studio/territory/view'

/** GET: how the work that follows from changes of the territory stands. */
export const GET = studioDoor(['structure.view', 'structure.edit'], async ({ desk }) => ({ tasks: await territoryTasks(desk) }))

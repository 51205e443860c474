import { studioDoor } from '@/app/(studio)/_server/door'
import { grantWishes } from '@/services/setup/invite'

/** POST: the security administrator gives every role that was wished for. */
export const POST = studioDoor(['grants.edit'], async ({ desk }) => ({ granted: await grantWishes(desk) }))

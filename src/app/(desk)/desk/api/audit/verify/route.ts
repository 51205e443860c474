import { verifyNow } from '@/services/desk/audit'
import { door } from '../../../../_server/door'
import { goTo } from '../../../../_server/forms'

/** POST: verifies the log now, and back to its page. */
export const POST = door(async ({ desk }) => {
  await verifyNow(desk)
  return goTo('/desk/audit')
})

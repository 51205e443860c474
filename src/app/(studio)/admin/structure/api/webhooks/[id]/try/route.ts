import { studioDoor } from '@/app/(studio)/_server/door'
import { tryHook } from '@/services/webhooks/tryOut'

/** POST: sends a test message at once and tells the answer. */
export const POST = studioDoor(['settings.edit'], ({ desk, params }) => tryHook(desk, params.id ?? ''))

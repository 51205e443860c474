import { studioDoor } from '@/app/(studio)/_server/door'
import { renewSecret } from '@/services/webhooks/save'

/** POST: a new secret, answered this once. */
export const POST = studioDoor(['settings.edit'], ({ desk, params }) => renewSecret(desk, params.id ?? ''))

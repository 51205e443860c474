import { studioDoor } from '@/app/(studio)/_server/door'
import { retryFor } from '@/services/routines/retry'

/** POST: tries a failed run once more. */
export const POST = studioDoor<{ id: string; run: string }>(['structure.edit'], async ({ desk, params }) => retryFor(desk, { routine: params.id, run: params.run }))

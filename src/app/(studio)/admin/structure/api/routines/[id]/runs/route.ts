import { studioDoor } from '@/app/(studio)/_server/door'
import { runsOf } from '@/services/routines/editor'

/** GET ?before=: earlier runs, newest first. */
export const GET = studioDoor<{ id: string }>(['structure.view', 'structure.edit'], async ({ desk, url, params }) => {
  const before = Number(url.searchParams.get('before') ?? Number.NaN)
  return runsOf(desk, params.id, Number.isSafeInteger(before) ? { before } : {})
})

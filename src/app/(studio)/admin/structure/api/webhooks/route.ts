import { studioDoor } from '@/app/(studio)/_server/door'
import { readJson } from '@/services/http'
import { addHook } from '@/services/webhooks/save'

/** POST {name, address, events, active}: makes a hook; answers its secret, this once. */
export const POST = studioDoor(['settings.edit'], async ({ desk, request }) => addHook(desk, await readJson(request)))

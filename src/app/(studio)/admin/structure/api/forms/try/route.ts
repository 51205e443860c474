import { studioDoor } from '@/app/(studio)/_server/door'
import { readJson } from '@/services/http'
import { tryForm } from '@/services/studio/forms/tryForm'
import { MAX_DRAFT } from '../../definitions/_kind'

/** POST {pages, page, fields}: what a page of the form on the screen makes of what was typed, as it would for a report. Nothing is kept. */
export const POST = studioDoor(['structure.view', 'structure.edit', 'structure.publish'], async ({ request }) => tryForm(await readJson(request, MAX_DRAFT)))

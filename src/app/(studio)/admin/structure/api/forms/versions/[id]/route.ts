import { studioDoor } from '@/app/(studio)/_server/door'
import { versionDefinition } from '@/services/structure/drafts'

/** GET: the definition of one published version, to be compared with another. */
export const GET = studioDoor(['structure.view', 'structure.edit', 'structure.publish'], async ({ desk, params }) => ({ definition: await versionDefinition(desk, params.id ?? '') }))

import type { PayloadRequest } from 'payload'
import { deleteRows } from '@/db/rows'
import type { RetentionMode } from '@/domain/privacy/retention'
import { t } from '@/i18n'
import { plainActing } from '@/services/matters/actor'
import { isRoutine } from '@/services/matters/origin'
import { iso, type MatterRow } from '@/services/matters/row'
import { saveMatter } from '@/services/matters/save'
import type { OfficeModel } from '@/services/structure/load'
import { SLUG } from '@/slugs'
import { followReferences, MATTER_REFERENCES } from './references'

const langOf = ({ lang }: MatterRow): 'zh' | 'en' => (lang === 'en' ? 'en' : 'zh')

/** Nobody can ask for it by its receipt any more; where it came from stays known. */
const unnamed = (matter: MatterRow): Partial<MatterRow> => ({
  receiptCode: `forgotten-${matter.id}`, wordHash: '', ...(isRoutine(matter) ? {} : { idempotencyKey: `${matter.office}:forgotten-${matter.id}` }),
})

/** Every column of a matter that somebody's words or whereabouts stand in, emptied. */
const emptied = (matter: MatterRow, at: number): Partial<MatterRow> => ({
  ...unnamed(matter), title: t(langOf(matter), 'retention.forgotten.title'), text: null, address: null, lng: null, lat: null, answers: {}, tags: '',
  searchText: matter.number.toLowerCase(), lang: null, hasContact: false, eraseAskedAt: null, eraseAnswerBy: null, anonymisedAt: iso(at),
})

type Args = { req: PayloadRequest; model: OfficeModel; matter: MatterRow; mode: RetentionMode; at: number }

/**
 * Forgets one matter with all that refers to it, inside the caller's transaction. `anonymise`: its steps, times, place in the territory and outcome stay
 * for the numbers. Returns how many photos went. Errors: `conflict` when somebody writes it in this moment.
 */
export const forgetMatter = async ({ req, model, matter, mode, at }: Args): Promise<number> => {
  const photos = await followReferences(MATTER_REFERENCES, mode, { req, target: matter.id, at })
  if (mode === 'delete') {
    await deleteRows(req, SLUG.matters, { id: { equals: matter.id } })
    return photos
  }
  await saveMatter({
    req, model, before: matter, at, acting: plainActing({ kind: 'system', job: 'forget' }), changes: emptied(matter, at), event: { kind: 'system', action: 'anonymised' },
  })
  return photos
}

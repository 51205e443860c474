import type { Payload } from 'payload'
import { say, type Lang } from '@/domain/words'
import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { CONTACT_FIELDS } from '@/services/matters/contact'
import type { OfficeModel } from '@/services/structure/load'
import type { TypeRow } from '@/services/structure/rows'
import { formVersion } from '@/services/structure/versions'
import { phoneOf } from '../phones'
import { draftHours } from '../report/draft'
import { SESSION_MS } from '../track/session'

const openToResidents = ({ active, openBy }: TypeRow): boolean => active !== false && openBy.includes('resident')

const askedBy = async (payload: Payload, model: OfficeModel, type: TypeRow, lang: Lang) => {
  const current = model.forms.byId.get(type.form)?.current
  const form = current ? await formVersion(payload, current) : undefined
  const questions = (form?.pages ?? []).flatMap((page) => page.questions).filter(({ kind }) => kind !== 'info')
  return {
    matterType: say(type.name, lang),
    questions: questions.map(({ label, purpose, required }) => ({ label: say(label, lang), ...(purpose ? { purpose: say(purpose, lang) } : {}), required: required === true })),
  }
}

/** What is collected, why and for how long, from the settings the portal works by. */
export const privacyFacts = async (payload: Payload, model: OfficeModel, lang: Lang) => {
  const types = model.types.all.filter(openToResidents)
  const complaint = phoneOf(model.office.phone ?? model.office.dutyPhone)
  return {
    asOf: now(),
    controller: say(model.office.footerHost ?? model.office.name, lang) || say(model.office.name, lang),
    contactErasedAfterDays: Math.max(...types.map((type) => type.contactRetentionDays ?? model.office.contactRetentionDays ?? 90), 0) || (model.office.contactRetentionDays ?? 90),
    contactFields: [...CONTACT_FIELDS],
    draftHours: draftHours(model),
    trackHours: SESSION_MS / 3_600_000,
    photoLimit: Math.max(0, ...types.map(({ maxPhotos }) => maxPhotos)),
    maxPhotoMB: env().MAX_PHOTO_MB,
    asked: await Promise.all(types.map((type) => askedBy(payload, model, type, lang))),
    ...(complaint ? { complaint } : {}),
  }
}

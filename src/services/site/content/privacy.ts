import type { Payload } from 'payload'
import { ruleOf } from '@/domain/privacy/retention'
import { say, type Lang } from '@/domain/words'
import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { erasureDays } from '@/services/matters/acts/rights'
import { CONTACT_FIELDS } from '@/services/matters/contact'
import { activitiesOf, type Activity } from '@/services/processing/activities'
import { privacyVersion } from '@/services/processing/versions'
import type { OfficeModel } from '@/services/structure/load'
import type { TypeRow } from '@/services/structure/rows'
import { phoneOf } from '../phones'
import { draftHours } from '../report/draft'
import { SESSION_MS } from '../track/session'

const openToResidents = ({ active, openBy }: TypeRow): boolean => active !== false && openBy.includes('resident')

const askedIn = ({ name, asked = [] }: Activity, lang: Lang) => ({
  matterType: say(name, lang),
  questions: asked.map(({ label, purpose, required }) => ({ label: say(label, lang), ...(purpose ? { purpose: say(purpose, lang) } : {}), required })),
})

const spoken = ({ key, name, purpose, basis, data, who, period, recipients }: Activity, lang: Lang) =>
  ({ key, name: say(name, lang), purpose: say(purpose, lang), basis: say(basis, lang), data: say(data, lang), who: say(who, lang), period: say(period, lang), recipients: say(recipients, lang) })

/** What is collected, why and for how long: the register of processing as far as it concerns residents, in their language. */
export const privacyFacts = async (payload: Payload, model: OfficeModel, lang: Lang) => {
  const types = model.types.all.filter(openToResidents)
  const activities = (await activitiesOf(payload, model)).filter((each) => each.public)
  const [complaint, version] = [phoneOf(model.office.phone ?? model.office.dutyPhone), await privacyVersion(payload, model)]
  return {
    asOf: now(),
    controller: say(model.office.footerHost ?? model.office.name, lang) || say(model.office.name, lang),
    contactErasedAfterDays: Math.max(...types.map((type) => type.contactRetentionDays ?? model.office.contactRetentionDays ?? 90), 0) || (model.office.contactRetentionDays ?? 90),
    contactFields: [...CONTACT_FIELDS],
    draftHours: draftHours(model),
    logDays: env().LOG_KEEP_DAYS,
    answerDays: erasureDays(model.office),
    trackHours: SESSION_MS / 3_600_000,
    photoLimit: Math.max(0, ...types.map(({ maxPhotos }) => maxPhotos)),
    maxPhotoMB: env().MAX_PHOTO_MB,
    retention: types.flatMap((type) => {
      const rule = ruleOf(type, model.office)
      return rule ? [{ matterType: say(type.name, lang), days: rule.days, then: rule.mode }] : []
    }),
    activities: activities.map((each) => spoken(each, lang)),
    asked: activities.filter(({ key }) => key.startsWith('type:')).map((each) => askedIn(each, lang)),
    ...(version ? { version: { number: version.number, at: version.at, changed: version.changed.map(({ name, how }) => ({ name: say(name, lang), how })) } } : {}),
    ...(complaint ? { complaint } : {}),
  }
}

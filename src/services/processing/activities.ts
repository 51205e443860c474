import type { Payload } from 'payload'
import type { FormDef, Question } from '@/domain/forms/types'
import { ruleOf, type RetentionRule } from '@/domain/privacy/retention'
import type { Words } from '@/domain/words'
import { both } from '@/i18n'
import { env } from '@/lib/env'
import { registersInForce } from '@/services/registers/register'
import { draftHours } from '@/services/site/report/draft'
import type { OfficeModel } from '@/services/structure/load'
import type { TypeRow } from '@/services/structure/rows'
import { formVersion } from '@/services/structure/versions'

/** One question of a form, as the register of processing names it: what is asked and what for. */
export type AskedOf = { key: string; label: Words; purpose?: Words; required: boolean; days?: number }

/** One activity of processing personal data. `public`: of concern to residents, and told on the privacy page. */
export type Activity = {
  key: string; name: Words; purpose: Words; basis: Words; data: Words; who: Words; period: Words; recipients: Words; public: boolean
  asked?: AskedOf[]
}

/** Activities that every office has. Each has its words under `processing.activity.<key>`. */
export const FIXED = ['report', 'contact', 'photos', 'drafts', 'bookings', 'tracking', 'addresses', 'staff', 'audit', 'log', 'backups', 'rights'] as const
type Fixed = (typeof FIXED)[number]
const PUBLIC: readonly Fixed[] = ['report', 'contact', 'photos', 'drafts', 'bookings', 'tracking', 'addresses', 'log', 'backups', 'rights']

/** Which collection of the database each activity answers for. A collection that is in no activity, and not named as impersonal, fails a test. */
export const COLLECTIONS_OF: Record<Fixed | 'register', readonly string[]> = {
  report: ['matters', 'matter-events', 'matter-texts', 'assignments', 'clocks', 'outbox', 'round-checks', 'routine-runs'],
  contact: ['contacts'], photos: ['attachments', 'media', 'notice-files'], drafts: ['report-drafts'], bookings: ['bookings'], tracking: [], addresses: [], log: [], backups: [],
  staff: ['users', 'grants', 'memberships', 'acknowledgements', 'notice-reads', 'saved-views', 'staff-sessions', 'second-factors', 'single-sign-ons', 'exports'],
  audit: ['audit-log', 'audit-heads', 'audit-anchors', 'audit-segments', 'change-sets', 'structure-imports', 'tasks', 'notice-chains', 'notice-steps', 'alerts', 'counter-closings'],
  rights: ['legal-holds', 'erasure-runs', 'tombstones', 'privacy-versions'], register: ['register-entries'],
}

const days = (n: number): Words => both('processing.days', { n })

const periodOf = (rule: RetentionRule | undefined): Words => (rule ? both(`processing.period.${rule.mode}`, { n: rule.days }) : both('processing.period.kept'))

const contactDaysOf = ({ types, office }: OfficeModel): number => Math.max(office.contactRetentionDays ?? 90, ...types.all.map((type) => type.contactRetentionDays ?? 0))

/** Of matters of all types together: the office's own rule, else that each type has its own. */
const matterPeriod = ({ types, office }: OfficeModel): Words => {
  const own = ruleOf({}, office)
  return !own && types.all.some((type) => type.active !== false && ruleOf(type, office)) ? both('processing.period.byType') : periodOf(own)
}

const periodsOf = (model: OfficeModel): Record<Fixed, Words> => {
  const { AUDIT_DAYS, LOG_KEEP_DAYS } = env()
  return {
    report: matterPeriod(model), contact: both('processing.period.contact', { n: contactDaysOf(model) }), photos: both('processing.period.withMatter'), drafts: both('processing.period.hours', { n: draftHours(model) }),
    bookings: both('processing.period.bookings'), tracking: both('processing.period.hours', { n: 2 }), addresses: both('processing.period.day'), staff: both('processing.period.employed'), audit: days(AUDIT_DAYS), log: days(LOG_KEEP_DAYS),
    backups: both('processing.period.backups'), rights: both('processing.period.kept'),
  }
}

const fixed = (model: OfficeModel): Activity[] => {
  const periods = periodsOf(model)
  return FIXED.map((key) => {
    const word = (part: 'name' | 'purpose' | 'basis' | 'data' | 'who' | 'recipients'): Words =>
      both(`processing.activity.${key}.${part}`)
    return { key, name: word('name'), purpose: word('purpose'), basis: word('basis'), data: word('data'), who: word('who'), recipients: word('recipients'), period: periods[key], public: PUBLIC.includes(key) }
  })
}

const askedOf = ({ key, label, purpose, required, retentionDays }: Question): AskedOf => ({ key, label, required: required === true, ...(purpose ? { purpose } : {}), ...(retentionDays === undefined ? {} : { days: retentionDays }) })

const asks = (form: FormDef | undefined): AskedOf[] => (form?.pages ?? []).flatMap(({ questions }) => questions).filter(({ kind }) => kind !== 'info').map(askedOf)

const ofType = async (payload: Payload, model: OfficeModel, type: TypeRow): Promise<Activity> => {
  const current = model.forms.byId.get(type.form)?.current
  const asked = asks(current ? await formVersion(payload, current) : undefined)
  return {
    key: `type:${type.code}`, name: type.name, purpose: both('processing.type.purpose'), basis: both('processing.type.basis'), data: both('processing.type.data', { n: asked.length }), who: both('processing.type.who'),
    recipients: both('processing.type.recipients'), period: periodOf(ruleOf(type, model.office)), public: type.openBy.includes('resident'), asked,
  }
}

type Written = Partial<Record<'purpose' | 'basis' | 'who' | 'recipients', string>>

/** What the office wrote beside an activity, by its key; it stands behind the portal's own words. */
const additionsOf = (model: OfficeModel): Record<string, Written> =>
  (typeof model.office.processing === 'object' && model.office.processing !== null ? model.office.processing : {}) as Record<string, Written>

const withAdditions = (activity: Activity, written: Written | undefined): Activity => {
  if (!written) return activity
  const add = (words: Words, more: string | undefined): Words => (more ? { zh: `${words.zh}${more}`, ...(words.en ? { en: `${words.en} ${more}` } : {}) } : words)
  return { ...activity, purpose: add(activity.purpose, written.purpose), basis: add(activity.basis, written.basis), who: add(activity.who, written.who), recipients: add(activity.recipients, written.recipients) }
}

/**
 * The register of processing (PIPL 17, 55; 网络数据安全管理条例 21): every activity of this office, from the settings, matter types, questions and registers that
 * the portal works by, with what the office wrote beside. What residents are told comes from here and from nowhere else.
 */
export const activitiesOf = async (payload: Payload, model: OfficeModel): Promise<Activity[]> => {
  const types: Activity[] = []
  for (const type of model.types.all) if (type.active !== false) types.push(await ofType(payload, model, type))
  const registers = (await registersInForce({ payload, model })).map(({ code, def }): Activity => ({
    key: `register:${code}`, name: def.name, purpose: both('processing.register.purpose'), basis: both('processing.register.basis'), data: both('processing.register.data', { n: asks(def).length }), who: both('processing.register.who'),
    recipients: both(def.open ? 'processing.register.open' : 'processing.register.closed'), period: periodOf(def.retention && { ...def.retention }), public: false, asked: asks(def),
  }))
  const additions = additionsOf(model)
  return [...fixed(model), ...types, ...registers].map((activity) => withAdditions(activity, additions[activity.key]))
}

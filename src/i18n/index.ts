import type { Lang, Words } from '../domain/words'
import enAccount from './en/account.json'
import enBlocks from './en/blocks.json'
import enAdmin from './en/admin.json'
import enAudit from './en/audit.json'
import enCommon from './en/common.json'
import enDesk from './en/desk.json'
import enErrors from './en/errors.json'
import enFailed from './en/failed.json'
import enForm from './en/form.json'
import enHealth from './en/health.json'
import enResident from './en/resident.json'
import enRules from './en/rules.json'
import enSite from './en/site.json'
import enStaff from './en/staff.json'
import enStructure from './en/structure.json'
import enStudio from './en/studio.json'
import enStudioForms from './en/studioForms.json'
import enStudioFlow from './en/studioFlow.json'
import enStudioRouting from './en/studioRouting.json'
import enStudioLimits from './en/studioLimits.json'
import enStudioTerritory from './en/studioTerritory.json'
import enStudioPeople from './en/studioPeople.json'
import enStudioRoles from './en/studioRoles.json'
import enRegisters from './en/registers.json'
import enRoutines from './en/routines.json'
import enPackages from './en/packages.json'
import enSetup from './en/setup.json'
import enWebhooks from './en/webhooks.json'
import enRetention from './en/retention.json'
import enRights from './en/rights.json'
import enProcessing from './en/processing.json'
import enBookings from './en/bookings.json'
import enServices from './en/services.json'
import enPublishing from './en/publishing.json'
import { fill, type Params } from './fill'
import zhAccount from './zh/account.json'
import zhBlocks from './zh/blocks.json'
import zhAdmin from './zh/admin.json'
import zhAudit from './zh/audit.json'
import zhCommon from './zh/common.json'
import zhDesk from './zh/desk.json'
import zhErrors from './zh/errors.json'
import zhFailed from './zh/failed.json'
import zhForm from './zh/form.json'
import zhHealth from './zh/health.json'
import zhResident from './zh/resident.json'
import zhRules from './zh/rules.json'
import zhSite from './zh/site.json'
import zhStaff from './zh/staff.json'
import zhStructure from './zh/structure.json'
import zhStudio from './zh/studio.json'
import zhStudioForms from './zh/studioForms.json'
import zhStudioFlow from './zh/studioFlow.json'
import zhStudioRouting from './zh/studioRouting.json'
import zhStudioLimits from './zh/studioLimits.json'
import zhStudioTerritory from './zh/studioTerritory.json'
import zhStudioPeople from './zh/studioPeople.json'
import zhStudioRoles from './zh/studioRoles.json'
import zhRegisters from './zh/registers.json'
import zhRoutines from './zh/routines.json'
import zhPackages from './zh/packages.json'
import zhSetup from './zh/setup.json'
import zhWebhooks from './zh/webhooks.json'
import zhRetention from './zh/retention.json'
import zhRights from './zh/rights.json'
import zhProcessing from './zh/processing.json'
import zhBookings from './zh/bookings.json'
import zhServices from './zh/services.json'
import zhPublishing from './zh/publishing.json'

const zh = {
  account: zhAccount, blocks: zhBlocks,
  common: zhCommon, audit: zhAudit, failed: zhFailed, site: zhSite, resident: zhResident, health: zhHealth, rules: zhRules, form: zhForm, errors: zhErrors, desk: zhDesk, staff: zhStaff, admin: zhAdmin, structure: zhStructure,
  studio: zhStudio, studioForms: zhStudioForms, studioFlow: zhStudioFlow, studioRouting: zhStudioRouting, studioLimits: zhStudioLimits, studioTerritory: zhStudioTerritory, studioPeople: zhStudioPeople, studioRoles: zhStudioRoles, registers: zhRegisters, routines: zhRoutines, packages: zhPackages, setup: zhSetup, webhooks: zhWebhooks, retention: zhRetention, rights: zhRights, processing: zhProcessing, services: zhServices, bookings: zhBookings, publishing: zhPublishing,
}
const en = {
  account: enAccount, blocks: enBlocks,
  common: enCommon, audit: enAudit, failed: enFailed, site: enSite, resident: enResident, health: enHealth, rules: enRules, form: enForm, errors: enErrors, desk: enDesk, staff: enStaff, admin: enAdmin, structure: enStructure,
  studio: enStudio, studioForms: enStudioForms, studioFlow: enStudioFlow, studioRouting: enStudioRouting, studioLimits: enStudioLimits, studioTerritory: enStudioTerritory, studioPeople: enStudioPeople, studioRoles: enStudioRoles, registers: enRegisters, routines: enRoutines, packages: enPackages, setup: enSetup, webhooks: enWebhooks, retention: enRetention, rights: enRights, processing: enProcessing, services: enServices, bookings: enBookings, publishing: enPublishing,
}

/** Dotted paths to every text below `T`. */
type Leaf<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaf<T[K]>}` }[keyof T & string]

/** Every text of the dictionaries, as `namespace.path`, taken from the Chinese files. */
export type Key = Leaf<typeof zh>

/** Keys below a prefix, without it. */
export type KeyUnder<P extends string, K extends string = Key> = K extends `${P}.${infer Rest}` ? Rest : never

/** All texts of one language as a flat list, for tests and tools. */
export const flatten = (tree: object, prefix = ''): [string, string][] =>
  Object.entries(tree).flatMap(([name, value]): [string, string][] => {
    const key = prefix ? `${prefix}.${name}` : name
    return typeof value === 'string' ? [[key, value]] : flatten(value as object, key)
  })

export const DICTIONARIES: Record<Lang, ReadonlyMap<string, string>> = {
  zh: new Map(flatten(zh)),
  en: new Map(flatten(en)),
}

/** The text of a key that is only known at run time, or undefined when there is none. Falls back to Chinese. */
export const tMaybe = (lang: Lang, key: string, params?: Params): string | undefined => {
  const text = DICTIONARIES[lang].get(key) ?? DICTIONARIES.zh.get(key)
  return text === undefined ? undefined : fill(text, params)
}

/** The text of a key in one language, filled. Falls back to Chinese. Not for client components: they get `words` as props. */
export const t = (lang: Lang, key: Key, params?: Params): string => tMaybe(lang, key, params) ?? key

/** The text of a key in both languages: for rows that keep what their readers will see. */
export const both = (key: Key, params?: Params): Words => ({ zh: t('zh', key, params), en: t('en', key, params) })

/** The unfilled texts below a prefix: what a client component is given, to be filled there with `fill` from './fill'. */
export const words = <P extends string>(lang: Lang, prefix: P): Record<KeyUnder<P>, string> => {
  const found: Record<string, string> = {}
  for (const key of DICTIONARIES.zh.keys()) {
    if (key.startsWith(`${prefix}.`)) found[key.slice(prefix.length + 1)] = DICTIONARIES[lang].get(key) ?? DICTIONARIES.zh.get(key) ?? ''
  }
  return found as Record<KeyUnder<P>, string>
}

import type { Payload } from 'payload'
import type { Permission } from '@/domain/access/types'
import type { Words } from '@/domain/words'
import type { Params } from '@/i18n/fill'
import type { KeyUnder } from '@/i18n'
import type { OfficeModel } from '@/services/structure/load'

/** `now`: residents wait because of it. `soon`: to be put right within the month. `note`: good to know. */
export const GRAVITIES = ['now', 'soon', 'note'] as const
export type Gravity = (typeof GRAVITIES)[number]

/** Everything that is looked at, in the order of the page. */
export const CHECKS = ['appointments', 'signIn', 'basics', 'unowned', 'messages', 'types', 'routing', 'categories', 'forms', 'territory', 'staffing', 'teams', 'calendar', 'rules', 'registers', 'columns', 'guides', 'outbox', 'sweeps', 'tasks', 'routines', 'audit', 'keys', 'transactions', 'storage'] as const
export type CheckName = (typeof CHECKS)[number]

/** What a finding is called: texts stand in the dictionaries under `health.find.<code>`. */
export type FindingCode = KeyUnder<'health.find'> extends infer K ? (K extends `${infer C}.title` ? C : never) : never

/** Where it is put right, and what one must hold to do so (any of it). `asks`: whose hands it takes, where looking (`needs`) is not yet mending. */
export type Fix = { href: string; needs: readonly Permission[]; asks?: readonly Permission[] }

/** `names`: of units, rules, teams; `people`: of staff, told only to those who may see them. Never of residents. */
export type Finding = { code: FindingCode; gravity: Gravity; params?: Params; names?: Words[]; people?: string[]; fix?: Fix }

/** What the checks look at. Times are epoch milliseconds. */
export type Ground = { payload: Payload; model: OfficeModel; now: number }

export type Check = (ground: Ground) => Promise<Finding[]> | Finding[]

import { queueCounts } from '@/db/queue'
import { calendarGaps } from '@/domain/clocks'
import { t, words, type KeyUnder } from '@/i18n'
import type { Permission } from '@/domain/access/types'
import type { Lang } from '@/domain/words'
import { now } from '@/lib/clock'
import type { OfficeModel } from '@/services/structure/load'
import { say, type Words } from '@/domain/words'
import { teamRef } from './names'
import { awaitedReviews } from '@/services/registers/reminders'
import { awaitedRounds } from '@/services/routines/rounds/read'
import { erasureRequests, seesRequests } from './retention'
import { noticesWaiting } from './notices'
import { awaitedCount } from './rules'
import { readFactor } from '@/services/session/factor/read'
import { resetOf } from './account'
import type { Desk } from './desk'
import type { DeskFrameVM, NavItem } from './view'

type Outside = { model: OfficeModel | null; lang: Lang; path: string }

const OTHER: Record<Lang, Lang> = { zh: 'en', en: 'zh' }

const sealOf = (name: Words, seal?: string | null): string => seal || Array.from(name.zh).slice(0, 2).join('')

/** The frame around pages that need no session: sign-in and its like. */
export const outerFrame = ({ model, lang, path }: Outside): DeskFrameVM => {
  const other = OTHER[lang]
  const name = model?.office.name ?? { zh: '' }
  return {
    lang, now: now(), timeZone: model?.calendar.timeZone ?? 'Asia/Shanghai', words: words(lang, 'desk'),
    office: { name: say(model?.office.shortName ?? name, lang) || say(name, lang), seal: sealOf(name, model?.office.seal) },
    nav: [], searchHref: '/desk/queue',
    otherLang: { name: t(other, `common.language.${other}`), lang: other, href: `/desk/lang?to=${other}&back=${encodeURIComponent(path)}` },
  }
}

const warningsOf = ({ model, t, holds, now: at }: Desk): NonNullable<DeskFrameVM['warnings']> => [
  ...(model.office.appointmentsOpen ? [{ text: t('warning.appoint'), ...(holds('settings.edit') ? { href: '/desk/appoint' } : {}) }] : []),
  ...calendarGaps({ calendar: model.calendar, now: at }).slice(0, 1).map(({ year }) => ({ text: t('warning.calendar', { year }), ...(holds('health.view') ? { href: '/desk/health' } : {}) })),
]

/** Told until the person says that they know: somebody else took their second factor away. */
const resetWarning = async ({ payload, viewer, t }: Desk): Promise<NonNullable<DeskFrameVM['warnings']>> =>
  resetOf(await readFactor({ payload }, viewer.id)) ? [{ text: t('warning.factorReset'), href: '/desk/account' }] : []

type Entry = Omit<NavItem, 'name' | 'short' | 'count'> & { name: KeyUnder<'staff'>; short?: KeyUnder<'staff'>; needs?: Permission[]; rises?: boolean; leads?: boolean }

/** The pages of the workbench, in their order; an entry is shown to those who hold any of what it needs. `rises`: stands in the bar while it counts something; `leads`: always, for those who see no matters. */
const ENTRIES: Entry[] = [
  { key: 'first', name: 'nav.first', href: '/desk', icon: 'home', place: 'bar' },
  { key: 'queue', name: 'nav.queue', href: '/desk/queue', icon: 'list', place: 'bar', needs: ['matter.view'] },
  { key: 'new', name: 'nav.new', short: 'nav.newShort', href: '/desk/new', icon: 'plus', place: 'button', needs: ['matter.create'] },
  { key: 'registers', name: 'nav.registers', href: '/desk/registers', icon: 'tag', place: 'menu', needs: ['register.view', 'register.edit'], rises: true },
  { key: 'rounds', name: 'nav.rounds', href: '/desk/rounds', icon: 'check', place: 'menu', needs: ['register.view', 'register.edit'], rises: true },
  { key: 'bookings', name: 'nav.bookings', href: '/desk/bookings', icon: 'clock', place: 'menu', needs: ['booking.run'] },
  { key: 'services', name: 'nav.services', href: '/desk/services', icon: 'book', place: 'menu', needs: ['matter.create', 'booking.run'] },
  { key: 'notices', name: 'nav.notices', href: '/desk/notices', icon: 'reply', place: 'menu', rises: true },
  { key: 'alerts', name: 'nav.alerts', href: '/desk/alerts', icon: 'alert', place: 'menu', needs: ['alert.publish'] },
  { key: 'rules', name: 'nav.rules', href: '/desk/rules', icon: 'book', place: 'menu', rises: true },
  { key: 'audit', name: 'nav.audit', href: '/desk/audit', icon: 'lock', place: 'menu', needs: ['audit.view'], leads: true },
  { key: 'retention', name: 'nav.retention', href: '/desk/retention', icon: 'clock', place: 'menu', needs: ['retention.run', 'retention.hold', 'audit.view', 'matter.reply'], rises: true },
  { key: 'health', name: 'nav.health', href: '/desk/health', icon: 'pulse', place: 'menu', needs: ['health.view'] },
]

const openTo = (holds: (permission: Permission) => boolean): Entry[] => ENTRIES.filter(({ needs }) => !needs || needs.some(holds))

/** Names of the pages of the workbench that are open to somebody who holds these rights. */
export const deskPages = (lang: Lang, holds: (permission: Permission) => boolean): string[] => openTo(holds).map(({ name }) => t(lang, `staff.${name}`))

const navOf = ({ t: say, holds }: Desk, counts: Record<string, number>): NavItem[] =>
  openTo(holds).map(({ needs: _needs, rises, leads, name, short, ...entry }) => ({
    ...entry, name: say(name), place: (rises && counts[entry.key]) || (leads && !holds('matter.view')) ? 'bar' : entry.place, ...(short ? { short: say(short) } : {}), ...(counts[entry.key] ? { count: counts[entry.key] } : {}),
  }))

const hintOf = (desk: Desk): string | undefined => desk.acting.teams.flatMap((id) => teamRef(desk, id)?.name ?? [])[0]

/** The frame of a signed-in person's pages. `here`: which of the main pages it is. */
export const deskFrame = async (desk: Desk, page: { path: string; here?: DeskFrameVM['here']; search?: string }): Promise<DeskFrameVM> => {
  const { payload, viewer, now: at, me } = desk
  const [notices, reviews, rounds, mine, rules] = await Promise.all([noticesWaiting(desk), awaitedReviews(desk), awaitedRounds(desk), queueCounts({ payload, viewer, now: at, filters: { owners: [{ kind: 'share', id: viewer.id }] } }), awaitedCount(desk)])
  return {
    ...outerFrame({ model: desk.model, lang: desk.lang, path: page.path }),
    now: at,
    me: { name: me.name, hint: hintOf(desk) },
    here: page.here,
    search: page.search,
    nav: navOf(desk, { retention: seesRequests(desk) ? (await erasureRequests(desk)).length : 0, queue: mine.all, rules, notices, registers: reviews, rounds }),
    signOutAction: '/desk/sign-out',
    accountHref: '/desk/account',
    warnings: [...(await resetWarning(desk)), ...warningsOf(desk)],
  }
}

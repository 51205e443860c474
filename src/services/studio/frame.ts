import type { Permission } from '@/domain/access/types'
import { say, type Lang } from '@/domain/words'
import { t, words, type KeyUnder } from '@/i18n'
import type { Desk } from '@/services/desk/desk'

/** Parts of the dictionaries that a page of the editors speaks with. */
export type Namespace = 'studio' | 'studioForms' | 'studioFlow' | 'studioRouting' | 'studioLimits' | 'studioTerritory' | 'studioPeople' | 'studioRoles' | 'registers' | 'routines' | 'packages' | 'setup' | 'webhooks' | 'form' | 'structure'

export type StudioLink = { key: string; name: string; href: string; here: boolean }
export type StudioGroup = { key: string; name: string; open: boolean; links: StudioLink[] }

/** The frame around every page of the structure editors. */
export type StudioFrameVM = {
  lang: Lang
  now: number
  timeZone: string
  office: string
  me: string
  groups: StudioGroup[]
  crumbs: { name: string; href?: string }[]
  otherLang: { name: string; lang: Lang; href: string }
  words: Record<string, string>
}

type Entry = { key: KeyUnder<'studio.nav'>; href: string; needs: Permission[] }

const EDITS: Permission[] = ['structure.view', 'structure.edit']
const CONTENT: Permission[] = ['content.edit', 'content.publish']
const list = (slug: string): string => `/admin/collections/${slug}`

/** Every page of the administration in its order: editors of their own, and Payload's lists where a list is enough. */
const GROUPS: { key: KeyUnder<'studio.group'>; entries: Entry[] }[] = [
  { key: 'structure', entries: [
    { key: 'home', href: '/admin/structure', needs: [...EDITS, ...CONTENT, 'people.view', 'grants.view', 'audit.view', 'settings.edit', 'rules.edit'] },
    { key: 'setup', href: '/admin/structure/setup', needs: ['settings.edit', 'grants.edit'] },
    { key: 'units', href: '/admin/structure/units', needs: EDITS },
    { key: 'levels', href: '/admin/structure/levels', needs: EDITS },
    { key: 'categories', href: '/admin/structure/categories', needs: EDITS },
    { key: 'forms', href: '/admin/structure/forms', needs: EDITS },
    { key: 'workflows', href: '/admin/structure/workflows', needs: EDITS },
    { key: 'routing', href: '/admin/structure/routing', needs: EDITS },
    { key: 'limits', href: '/admin/structure/limits', needs: EDITS },
    { key: 'registers', href: '/admin/structure/registers', needs: EDITS },
    { key: 'routines', href: '/admin/structure/routines', needs: EDITS },
    { key: 'packages', href: '/admin/structure/packages', needs: EDITS },
    { key: 'changes', href: '/admin/structure/changes', needs: ['structure.view'] },
  ] },
  { key: 'matters', entries: [
    { key: 'types', href: '/admin/structure/types', needs: EDITS },
    { key: 'sources', href: '/admin/structure/sources', needs: EDITS },
    { key: 'replies', href: list('standard-replies'), needs: EDITS },
    { key: 'tags', href: list('tags'), needs: EDITS },
  ] },
  { key: 'people', entries: [
    { key: 'teams', href: '/admin/structure/teams', needs: EDITS },
    { key: 'memberships', href: '/admin/structure/people', needs: ['people.view', 'people.edit'] },
    { key: 'users', href: list('users'), needs: ['people.view', 'people.edit'] },
    { key: 'roles', href: '/admin/structure/roles', needs: ['grants.view', 'grants.edit', 'structure.view'] },
    { key: 'grants', href: list('grants'), needs: ['grants.view', 'grants.edit'] },
  ] },
  { key: 'rules', entries: [{ key: 'documents', href: list('rule-documents'), needs: ['rules.edit', 'structure.view'] }] },
  { key: 'publishing', entries: [
    { key: 'pages', href: list('pages'), needs: CONTENT },
    { key: 'blocks', href: '/admin/structure/blocks', needs: CONTENT },
    { key: 'notices', href: list('notices'), needs: CONTENT },
    { key: 'columns', href: list('notice-columns'), needs: CONTENT },
  ] },
  { key: 'system', entries: [
    { key: 'office', href: '/admin/structure/office', needs: ['settings.edit', 'structure.view'] },
    { key: 'webhooks', href: '/admin/structure/webhooks', needs: ['settings.edit', 'health.view'] },
    { key: 'audit', href: '/desk/audit', needs: ['audit.view'] },
    { key: 'health', href: '/desk/health', needs: ['health.view'] },
  ] },
]

const groupsOf = ({ lang, holds }: Pick<Desk, 'lang' | 'holds'>, here: string): StudioGroup[] =>
  GROUPS.flatMap(({ key, entries }) => {
    const links = entries.filter(({ needs }) => needs.some(holds)).map((entry): StudioLink => ({ key: entry.key, name: t(lang, `studio.nav.${entry.key}`), href: entry.href, here: entry.key === here }))
    return links.length > 0 ? [{ key, name: t(lang, `studio.group.${key}`), open: key === 'structure' || links.some((link) => link.here), links }] : []
  })

/** Names of the pages of the administration that are open to somebody who holds these rights. */
export const studioPages = (lang: Lang, holds: Desk['holds']): string[] => groupsOf({ lang, holds }, '').flatMap(({ links }) => links.map(({ name }) => name))

const OTHER: Record<Lang, Lang> = { zh: 'en', en: 'zh' }

const wordsOf = (lang: Lang, namespaces: readonly Namespace[]): Record<string, string> =>
  Object.fromEntries([...new Set<Namespace>(['studio', ...namespaces])].flatMap((namespace) => Object.entries(words(lang, namespace)).map(([key, text]) => [`${namespace}.${key}`, text])))

type Page = { path: string; here: KeyUnder<'studio.nav'>; /** Below the page of `here`. */ crumbs?: { name: string; href?: string }[]; speaks?: readonly Namespace[] }

/** The frame of a page: its place in the navigation, and the parts of the dictionary its editors speak with. */
export const studioFrame = (desk: Desk, { path, here, crumbs = [], speaks = [] }: Page): StudioFrameVM => {
  const { lang, model } = desk
  const other = OTHER[lang]
  const groups = groupsOf(desk, here)
  const group = groups.find(({ links }) => links.some((link) => link.here))
  const link = group?.links.find((one) => one.here)
  return {
    lang, now: desk.now, timeZone: model.calendar.timeZone, office: say(model.office.shortName ?? model.office.name, lang), me: desk.me.name, groups,
    crumbs: [...(group ? [{ name: group.name }] : []), ...(link ? [{ name: link.name, ...(crumbs.length > 0 ? { href: link.href } : {}) }] : []), ...crumbs],
    otherLang: { name: t(other, `common.language.${other}`), lang: other, href: `/desk/lang?to=${other}&back=${encodeURIComponent(path)}` },
    words: wordsOf(lang, speaks),
  }
}

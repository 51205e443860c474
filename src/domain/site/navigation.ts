import { z } from 'zod'
import { safeHref } from '../href'
import { say, type Lang, type Words } from '../words'

/** The portal's own sections, by which an office's navigation names them. */
export const OWN_SECTIONS = ['home', 'report', 'track', 'services', 'notices', 'grid', 'places', 'rules', 'mine', 'about', 'privacy'] as const
export type OwnSection = (typeof OWN_SECTIONS)[number]

/** Those that stand in the head where an office does not say otherwise. */
export const IN_HEAD: readonly OwnSection[] = ['home', 'report', 'track', 'services', 'notices', 'grid', 'places', 'rules']

const label: z.ZodType<Words> = z.strictObject({ zh: z.string().max(20).regex(/\S/), en: z.string().max(40).regex(/\S/).optional() })
const head = z.boolean()

/** An entry: a section of the portal, a page the office wrote, or a link of its own. `head`: it stands in the head, too; all stand in the foot. */
export const navigationEntry = z.union([
  z.strictObject({ own: z.enum(OWN_SECTIONS), head }),
  z.strictObject({ page: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/), head }),
  z.strictObject({ href: z.string().max(500).refine(safeHref), label, head }),
])
export type NavigationEntry = z.infer<typeof navigationEntry>

const keyOf = (entry: NavigationEntry): string => ('own' in entry ? `own ${entry.own}` : 'page' in entry ? `page ${entry.page}` : `href ${entry.href}`)

const MOST = 30

/** The order of an office's navigation. Nothing stands in it twice. */
export const navigation = z.array(navigationEntry).max(MOST).refine((entries) => new Set(entries.map(keyOf)).size === entries.length)

/** What an office keeps, as far as it can be read: a package may bring anything. */
export const readNavigation = (value: unknown): NavigationEntry[] | undefined => {
  const read = navigation.safeParse(value)
  return read.success && read.data.length > 0 ? read.data : undefined
}

export type NavLink = { /** Of the portal's own sections. */ own?: OwnSection; path: string; text: string }
export type Nav = { head: NavLink[]; foot: NavLink[] }

type Here = {
  lang: Lang
  /** The sections there are, in the portal's own order. */
  sections: readonly OwnSection[]
  /** What a section is called. */
  nameOf: (section: OwnSection) => string
  /** The office's published pages that stand in lists, in their order. */
  pages: readonly { code: string; path: string; text: string }[]
}

export const pathOf = (section: OwnSection): string => (section === 'home' ? '/' : `/${section}`)

const sectionLink = (own: OwnSection, { nameOf }: Here): NavLink => ({ own, path: pathOf(own), text: nameOf(own) })

const linkOf = (entry: NavigationEntry, here: Here): NavLink | undefined => {
  if ('own' in entry) return here.sections.includes(entry.own) ? sectionLink(entry.own, here) : undefined
  if ('href' in entry) return { path: entry.href, text: say(entry.label, here.lang) }
  const page = here.pages.find(({ code }) => code === entry.page)
  return page && { path: page.path, text: page.text }
}

/**
 * The links of the head and of the foot. The home page stays first in the head. Whatever an office leaves out of its order still stands in the foot, behind
 * the rest: how to report, what is kept of people and whom to ask is never out of reach.
 */
export const navOf = (entries: readonly NavigationEntry[] | undefined, here: Here): Nav => {
  const chosen = entries ?? here.sections.map((own) => ({ own, head: IN_HEAD.includes(own) }))
  const links = chosen.flatMap((entry) => {
    const link = linkOf(entry, here)
    return link ? [{ ...link, head: entry.head }] : []
  })
  const plain = ({ head: _head, ...link }: NavLink & { head: boolean }): NavLink => link
  const rest: NavLink[] = [...here.sections.map((own) => sectionLink(own, here)), ...here.pages.map(({ path, text }) => ({ path, text }))].filter(({ path }) => !links.some((link) => link.path === path))
  const home = here.sections.includes('home') ? [sectionLink('home', here)] : []
  return {
    head: [...home, ...links.filter((link) => link.head && link.own !== 'home').map(plain)],
    foot: [...links.map(plain), ...rest].filter(({ own }) => own !== 'home'),
  }
}

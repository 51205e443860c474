import type { Payload } from 'payload'
import type { Lang } from '@/domain/words'
import { t } from '@/i18n'
import type { OfficeModel } from '@/services/structure/load'
import { foundOf, holdsAll, type Found } from './found'
import { officePages, pagePath } from './pages'
import { hasOpenRegisters } from './places'
import { plainText } from './plainText'

/** The parts of a block that people read. */
const READ = ['heading', 'title', 'label', 'value', 'text', 'note'] as const

type Part = Partial<Record<(typeof READ)[number], string | null>> & { body?: unknown; items?: readonly object[] | null }

const wordsOfPart = (part: Part): string[] => [...READ.map((key) => part[key] ?? ''), plainText(part.body), ...(part.items ?? []).flatMap((item) => wordsOfPart(item))]

const wordsOf = (blocks: readonly object[] | null | undefined): string => (blocks ?? []).flatMap((block) => wordsOfPart(block)).filter(Boolean).join(' ').replace(/\n/g, ' ')

/** The portal's own pages, with the sentence each begins with. */
const OWN = [
  { path: '/report', title: 'common.nav.report', text: 'site.home.report' },
  { path: '/track', title: 'common.nav.track', text: 'site.home.track' },
  { path: '/grid', title: 'common.nav.grid', text: 'site.grid.intro' },
  { path: '/notices', title: 'common.nav.notices', text: undefined },
  { path: '/rules', title: 'common.nav.rules', text: 'site.rules.intro' },
  { path: '/mine', title: 'common.nav.mine', text: 'site.mine.intro' },
  { path: '/about', title: 'common.nav.about', text: undefined },
  { path: '/privacy', title: 'common.nav.privacy', text: 'site.privacy.intro' },
] as const

/** Only where there is a register that residents may read. */
const PLACES = { path: '/places', title: 'registers.site.title', text: 'registers.site.lead' } as const

/** Pages that hold the words looked for: the portal's own by name, the office's by all they say. Each once. */
export const findPages = async (payload: Payload, model: OfficeModel, lang: Lang, query: string): Promise<Found[]> => {
  const places = (await hasOpenRegisters({ payload, model })) ? [PLACES] : []
  const own = [...OWN, ...places].map(({ path, title, text }) => ({ path, title: t(lang, title), text: text ? t(lang, text) : '' }))
  const written = (await officePages(payload, model, lang)).map(({ code, title, blocks }) => ({ path: pagePath(code), title, text: wordsOf(blocks) }))
  const found = [...own, ...written].filter(({ title, text }) => holdsAll(`${title} ${text}`, query)).map(({ path, title, text }) => foundOf(path, title, text, query))
  return found.filter(({ path }, index) => found.findIndex((each) => each.path === path) === index)
}

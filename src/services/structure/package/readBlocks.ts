import type { PackageBlockType } from '@/domain/package/blocks'
import { SLUG } from '@/slugs'
import { plainText } from './plainText'
import type { Carried, Source } from './source'
import { codeIn, compact, isRecord, listIn, numberIn, textIn, wordsIn, wordsOr } from './values'

type Row = Record<string, unknown>
type Read = (block: Row, source: Source) => Row

const itemsOf = (value: unknown, item: (row: Row) => Row): Row[] => listIn(value).filter(isRecord).map((row) => compact(item(row)))

/** A list that a package leaves out where nothing is in it. */
const some = (rows: Row[]): Row[] | undefined => (rows.length > 0 ? rows : undefined)

const codeOf = (slug: Carried, field: string): Read => (block, source) => ({ [field]: codeIn(source, slug, block[field]) })
const textual: Read = ({ text }) => ({ text: wordsIn(text) })
const unit = codeOf(SLUG.units, 'unit')
const titled = ({ title, text }: Row): Row => ({ title: wordsOr(title, text), text: wordsOr(text, title) })

/** What a package says of each kind of block, besides its kind and heading. */
const READ: Record<PackageBlockType, Read> = {
  richText: ({ body }) => ({ paragraphs: plainText(body) }),
  facts: ({ items }) => ({ items: itemsOf(items, ({ value, label, note }) => ({ value: wordsOr(value, label), label: wordsOr(label, value), note: wordsIn(note) })) }),
  steps: ({ items }) => ({ items: itemsOf(items, titled) }),
  people: ({ items, heading }, source) => ({ items: itemsOf(items, ({ post, text }) => ({ post: codeIn(source, SLUG.posts, post), text: wordsOr(text, heading) })).filter(({ post }) => post) }),
  links: ({ items }) => ({ items: itemsOf(items, ({ label, href, note }) => ({ label: wordsOr(label, label), href, note: wordsIn(note) })) }),
  callout: ({ tone, text, heading }) => ({ tone: textIn(tone) ?? 'info', text: wordsOr(text, heading) }),
  hero: textual,
  reportEntry: textual,
  trackEntry: textual,
  myGrid: textual,
  services: (block, source) => ({ ...codeOf(SLUG.lifeEvents, 'lifeEvent')(block, source), count: numberIn(block.count) }),
  noticeList: (block, source) => ({ ...codeOf(SLUG.columns, 'column')(block, source), count: numberIn(block.count) }),
  alertBanner: ({ heading, tone, text, until, label, href }) => ({ heading: wordsOr(heading, text), tone: textIn(tone) ?? 'warn', text: wordsOr(text, heading), until: textIn(until), label: wordsIn(label), href: textIn(href) }),
  ruleList: ({ kind, count }) => ({ kind: textIn(kind) ?? 'all', count: numberIn(count) }),
  figures: unit,
  chart: ({ source, period, unitName, origin, items }) => ({
    source: textIn(source) ?? 'typed', period: wordsIn(period), unitName: wordsIn(unitName), origin: wordsIn(origin),
    items: some(itemsOf(items, ({ label, value }) => ({ label: wordsOr(label, ''), value: numberIn(value) ?? 0 }))),
  }),
  unitMap: (block, source) => ({ shows: textIn(block.shows) ?? 'units', ...unit(block, source) }),
  accordion: ({ items }) => ({ items: itemsOf(items, titled) }),
  contacts: (block, source) => ({
    source: textIn(block.source) ?? 'office', ...unit(block, source),
    items: some(itemsOf(block.items, ({ name, phone, hours, note }) => ({ name: wordsOr(name, phone), phone: textIn(phone), hours: wordsIn(hours), note: wordsIn(note) }))),
  }),
  downloads: ({ items }) => ({ items: itemsOf(items, ({ label, href, size, note }) => ({ label: wordsOr(label, href), href: textIn(href), size: textIn(size), note: wordsIn(note) })) }),
  honours: ({ items }) => ({ items: itemsOf(items, ({ title, holder, giver, year }) => ({ title: wordsOr(title, holder), holder: wordsOr(holder, title), giver: wordsIn(giver), year: textIn(year) })) }),
  embed: codeOf(SLUG.pages, 'page'),
}

const isCarried = (type: string): type is PackageBlockType => type in READ

/** Nothing of a block that leads nowhere, or that holds nothing, is worth carrying. */
const saysSomething = ({ paragraphs, items, type, page, until }: Row): boolean =>
  [paragraphs, items].every((list) => !Array.isArray(list) || list.length > 0) && (type !== 'embed' || page !== undefined) && (type !== 'alertBanner' || until !== undefined)

/** A block as packages write it; undefined where it holds nothing to carry, or only pictures. */
export const blockOf = (source: Source, block: Row): Row | undefined => {
  const type = String(block.blockType)
  if (!isCarried(type)) return undefined
  const written = compact({ type, heading: wordsIn(block.heading), ...READ[type](block, source) })
  return saysSomething(written) ? written : undefined
}

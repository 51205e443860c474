import type { PayloadRequest, Where } from 'payload'
import { findRow, findRows } from '@/db/rows'
import { checkNotice, ELEMENTS, type Checked, type Element, type Finding, type Ground } from '@/domain/publishing/check'
import { typosFor } from '@/domain/publishing/typoWords'
import { idOf } from '@/lib/idOf'
import { now } from '@/lib/clock'
import { segmentOf } from '@/lib/segment'
import { wordsOf } from '@/lib/wordsOf'
import type { OfficeModel } from '@/services/structure/load'
import { SLUG } from '@/slugs'
import { contentOf } from './chain/content'
import { publicAlready } from './scan'
import { textsIn } from './texts'

type Row = Record<string, unknown>
type Req = Pick<PayloadRequest, 'payload'>
type Path = (string | number)[]

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every node of rich text below a value, with where it stands. */
const nodesIn = (value: unknown, path: Path = []): { node: Row; path: Path }[] => {
  if (Array.isArray(value)) return value.flatMap((each, at) => nodesIn(each, [...path, at + 1]))
  if (!isRow(value)) return []
  return [{ node: value, path }, ...Object.entries(value).flatMap(([name, inner]) => nodesIn(inner, [...path, name]))]
}

const linksIn = (content: Row): Checked['links'] =>
  nodesIn(content.body, ['body']).flatMap(({ node, path }) => {
    const url = (node.type === 'link' || node.type === 'autolink') && isRow(node.fields) ? node.fields.url : undefined
    return typeof url === 'string' ? [{ path, href: url }] : []
  })

const picturesIn = async (req: Req, content: Row): Promise<Checked['pictures']> => {
  const inText = nodesIn(content.body, ['body']).filter(({ node }) => node.type === 'upload').flatMap(({ node, path }) => (idOf(node.value) ? [{ id: idOf(node.value) ?? '', path }] : []))
  const all = [...(idOf(content.cover) ? [{ id: idOf(content.cover) ?? '', path: ['cover'] as Path }] : []), ...inText]
  const rows = await findRows(req, SLUG.media, { where: { id: { in: all.map(({ id }) => id) } } })
  return all.map(({ id, path }) => ({ path, alt: wordsOf(rows.find((row) => row.id === id)?.alt).zh }))
}

const ms = (value: unknown): number | undefined => (typeof value === 'string' ? Date.parse(value) : undefined)

const TIMES = ['writtenAt', 'validFrom', 'validUntil', 'startsAt', 'endsAt'] as const

const timesIn = (content: Row): Partial<Record<(typeof TIMES)[number], number>> =>
  Object.fromEntries(TIMES.flatMap((key) => (ms(content[key]) === undefined ? [] : [[key, ms(content[key])]])))

const checkedOf = async (req: Req, content: Row): Promise<Checked> => {
  const texts = textsIn({ title: content.title, issuer: content.issuer, place: content.place, body: content.body })
  const body = textsIn(content.body).length > 0 || nodesIn(content.body).some(({ node }) => node.type === 'upload')
  const present = (['title', 'column', ...ELEMENTS] as const).filter((key) => (key === 'title' ? wordsOf(content.title).zh.trim() !== '' : content[key] !== undefined))
  return {
    texts, links: linksIn(content), pictures: await picturesIn(req, content), has: new Set([...present, ...(body ? (['body'] as const) : [])]), activity: content.kind === 'activity', place: wordsOf(content.place).zh.trim() !== '',
    ...timesIn(content),
  }
}

/** Pages that need no row behind them. */
const FIXED = new Set(['/', '/report', '/track', '/grid', '/notices', '/rules', '/mine', '/about', '/privacy', '/places', '/search', '/services', '/map', '/feeds'])

type Table = typeof SLUG.notices | typeof SLUG.pages | typeof SLUG.rules | typeof SLUG.units | typeof SLUG.registers
const TABLES: Record<string, Table> = { notices: SLUG.notices, pages: SLUG.pages, rules: SLUG.rules, grid: SLUG.units, places: SLUG.registers }
const DRAFTED: readonly Table[] = [SLUG.notices, SLUG.pages, SLUG.rules]

const codesOf = async (req: Req, { office }: OfficeModel, table: Table): Promise<ReadonlySet<string>> => {
  const where: Where = { and: [{ office: { equals: office.id } }, ...(DRAFTED.includes(table) ? [{ _status: { equals: 'published' } }] : [])] }
  return new Set((await findRows(req, table, { where, select: { code: true } })).map((row) => String((row as { code?: unknown }).code)))
}

const bare = (path: string): string[] => {
  const [, ...parts] = path.split(/[?#]/)[0]?.split('/') ?? []
  return parts.filter((part, at) => !(at < 2 && ['en', 'elder', 'contrast'].includes(part))).filter(Boolean)
}

/** Whether an address of this portal leads to a page that residents can open: looked up in the tables, never asked over the network. */
export const ownPages = async (req: Req, model: OfficeModel): Promise<(path: string) => boolean> => {
  const codes = new Map<string, ReadonlySet<string>>()
  for (const [part, table] of Object.entries(TABLES)) codes.set(part, await codesOf(req, model, table))
  return (path) => {
    const [first = '', second] = bare(path)
    if (second === undefined) return FIXED.has(`/${first}`)
    const known = codes.get(first)
    return known ? known.has(segmentOf(second)) : FIXED.has(`/${first}`) || path.startsWith('/api/')
  }
}

const groundOf = async (req: PayloadRequest, model: OfficeModel, content: Row): Promise<Ground> => {
  const column = idOf(content.column) ? await findRow(req, SLUG.columns, { where: { id: { equals: idOf(content.column) } } }) : undefined
  const own = await findRows(req, SLUG.typos, { where: { office: { equals: model.office.id } } })
  return {
    now: now(), typos: typosFor(own.map(({ wrong, right, active }) => ({ wrong, right, active: active !== false }))), needs: (column?.needs ?? []) as Element[], known: await publicAlready(req, model.office.id),
    leadsSomewhere: await ownPages(req, model),
  }
}

/** What the checker finds in a notice as it is stored, the gravest first. */
export const findingsOf = async (req: PayloadRequest, model: OfficeModel, row: Row): Promise<Finding[]> => {
  const content = contentOf(row)
  return checkNotice(await checkedOf(req, content), await groundOf(req, model, content))
}

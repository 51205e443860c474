import { newId } from '@/db/ids'
import { spansText } from '@/domain/clocks/spans'
import { BLOCK_REFERENCES } from '@/domain/package/blocks'
import type { PackageRow, StructurePackage } from '@/domain/package/schema'
import type { ListSection } from '@/domain/package/sections'
import { SLUG } from '@/slugs'
import { richText } from './richText'
import { serviceMakers } from './serviceFields'
import type { Target } from './target'
import { withIds } from './values'

type Row = Record<string, unknown>
type Block = StructurePackage['pages'][number]['blocks'][number]

const TABLES = { noticeColumn: SLUG.columns, lifeEvent: SLUG.lifeEvents, unit: SLUG.units, page: SLUG.pages } as const

/** Rows that a block names, by their ids. */
const named = (target: Target, block: Row): Row =>
  Object.fromEntries(Object.entries(BLOCK_REFERENCES).flatMap(([field, kind]) => (typeof block[field] === 'string' ? [[field, target.id(TABLES[kind], block[field])] as const] : [])))

const blockRow = (target: Target, { type, ...block }: Block): Row => {
  const base = { id: newId(), blockType: type, heading: block.heading }
  if ('paragraphs' in block) return { ...base, body: richText(block.paragraphs) }
  if (type === 'people') return { ...base, items: withIds((block as Extract<Block, { type: 'people' }>).items.map(({ post, text }) => ({ post: target.id(SLUG.posts, post), text }))) }
  return { ...base, ...block, ...named(target, block), ...('items' in block ? { items: withIds<object>(block.items ?? []) } : {}) }
}

const unit = ({ level, parent, publicContact, closed, ...row }: PackageRow<'units'>, target: Target): Row => ({
  address: null, boundary: null, ...row, level: target.id(SLUG.levels, level), parent: target.maybe(SLUG.units, parent), active: !closed, closedAt: closed ? target.at : null,
  publicPhone: publicContact?.phone ?? null, publicHours: publicContact?.hours ?? null,
})

const category = ({ parent, keywords, matterType, lead, closed, ...row }: PackageRow<'categories'>, target: Target): Row => ({
  notOurs: null, examples: null, ...row, parent: target.maybe(SLUG.categories, parent), keywords: keywords.join('、'), matterType: target.maybe(SLUG.types, matterType), lead: target.maybe(SLUG.posts, lead),
  active: !closed,
})

const rule = ({ boundTeams, clauses, edition, mustAcknowledge, ...row }: PackageRow<'ruleDocuments'>, target: Target): Row => ({
  ...row, clauses: withIds(clauses), edition: edition ?? '1', boundTeams: target.all(SLUG.teams, boundTeams), mustAcknowledge: mustAcknowledge ?? boundTeams.length > 0, _status: 'published',
})

const type = ({ form, workflow, closed, ...row }: PackageRow<'matterTypes'>, target: Target): Row => ({
  intro: null, retentionDays: null, retentionMode: null, ...row, form: target.id(SLUG.forms, form), workflow: target.id(SLUG.workflows, workflow), active: !closed,
})

const team = ({ size, units, closed, ...row }: PackageRow<'teams'>, target: Target): Row => ({
  seats: null, phone: null, kind: 'team', ...row, minSize: size?.min ?? null, maxSize: size?.max ?? null, units: target.all(SLUG.units, units), active: !closed,
})

const reply = ({ categories, steps, ...row }: PackageRow<'standardReplies'>, target: Target): Row => ({ ...row, categories: target.all(SLUG.categories, categories), steps: (steps ?? []).join(' ') })

const definition = (row: { code: string; name: unknown }): Row => ({ code: row.code, name: row.name, definition: row })

const column = ({ ownerTeam, ownerUnit, reviews, ...row }: PackageRow<'noticeColumns'>, target: Target): Row => ({
  staleDays: 180, purpose: null, needs: [], numbering: null, internal: false, ...row, ownerTeam: target.maybe(SLUG.teams, ownerTeam), ownerUnit: target.maybe(SLUG.units, ownerUnit),
  reviews: withIds((reviews ?? []).map((role) => ({ role: target.id(SLUG.roles, role) }))),
})

const open = <T extends { closed?: true | undefined }>({ closed, ...row }: T): Row => ({ ...row, active: !closed })

type Makers = { [S in ListSection]: (row: PackageRow<S>, target: Target) => Row }

const MAKERS: Makers = {
  calendarDays: ({ hours, ...row }) => ({ ...row, hours: hours ? spansText(hours) : null }),
  levels: (row) => ({ ...row }),
  units: unit,
  categories: category,
  matterTypes: type,
  forms: definition,
  workflows: definition,
  registers: definition,
  sources: open,
  teams: team,
  posts: open,
  tags: open,
  roles: (row) => ({ exclusive: null, secondFactor: null, ...row }),
  ruleDocuments: rule,
  noticeColumns: column,
  notices: ({ column: of, body, alert: _alert, ...row }, target) => ({ ...row, column: target.id(SLUG.columns, of), body: richText(body), _status: 'published' }),
  pages: ({ slug, blocks, title }, target) => ({ code: slug, title, blocks: blocks.map((block) => blockRow(target, block)), _status: 'published' }),
  standardReplies: reply,
  routines: (row) => ({ code: row.code, name: row.name, definition: row, active: row.on }),
  ...serviceMakers,
}

/** What a row of a package says of the stored row: every field that packages carry, empty ones as null. */
export const fieldsOf = <S extends ListSection>(section: S, row: PackageRow<S>, target: Target): Row => (MAKERS[section] as (row: PackageRow<S>, target: Target) => Row)(row, target)

/** Every field of the office that a package may leave out. */
const LEFT_OUT = {
  phone: null, dutyPhone: null, address: null, hours: null, codePattern: 'free', navigation: null, brand: null, accent: null, corner: null, headingFace: null, footerHost: null, footerSupport: null, footerContact: null,
  footerFault: 'report', footerFaultMail: null, notFoundWords: null, failedWords: null,
}

const set = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined))

/** What the section of the office says of its row. */
export const officeFields = ({ footer, brand, errorWords, ...office }: StructurePackage['office']): Row => ({
  ...LEFT_OUT, ...set(office), ...set({ ...brand }),
  ...set({ footerHost: footer.host, footerIcp: footer.icp, footerPolice: footer.police, footerSiteCode: footer.siteCode, footerSupport: footer.support, footerContact: footer.contact }),
  ...set({ footerFault: footer.fault, footerFaultMail: footer.faultMail, notFoundWords: errorWords?.notFound, failedWords: errorWords?.failed }),
})

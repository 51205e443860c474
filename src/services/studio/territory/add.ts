import type { PayloadRequest } from 'payload'
import { findRow, findRows } from '@/db/rows'
import { DomainError } from '@/domain/errors'
import { proposeCode, roomyLengths, type CodePattern } from '@/domain/grid'
import { t } from '@/i18n'
import { idOf } from '@/lib/idOf'
import type { Desk } from '@/services/desk/desk'
import { editing } from '@/services/structure/editing'
import { saveRowIn } from '@/services/structure/saveRow'
import { SLUG } from '@/slugs'

type Tree = typeof SLUG.units | typeof SLUG.categories
type Node = { id: string; code: string; parent?: unknown; order?: number | null }

/** A new node of a tree as its window sends it; without a code it gets the one that would have been proposed. */
export type NewNode = { slug: Tree; data: Readonly<Record<string, unknown>>; reason?: unknown }

const textIn = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

const nodesOf = async (req: PayloadRequest, slug: Tree, office: string): Promise<Node[]> =>
  (await findRows(req, slug, { where: { office: { equals: office } }, select: { code: true, parent: true, order: true } })) as Node[]

const byOrder = (one: Node, other: Node): number => (one.order ?? 0) - (other.order ?? 0) || (one.code < other.code ? -1 : 1)

type Asked = { pattern: CodePattern; parent: string | undefined; nodes: readonly Node[] }

const codeFor = (desk: Desk, { pattern, parent, nodes }: Asked): string => {
  const above = nodes.find(({ id }) => id === parent)
  const code = proposeCode({
    pattern, ...(above ? { parentCode: above.code } : {}), taken: new Set(nodes.map(({ code }) => code)),
    siblings: nodes.filter((node) => idOf(node.parent) === parent).sort(byOrder).map(({ code }) => code),
  })
  if (code === undefined) throw refuseCode(desk, above ? t(desk.lang, 'studioTerritory.unit.codeFull', { code: above.code }) : t(desk.lang, 'studioTerritory.unit.codeNone'))
  return code
}

const refuseCode = (desk: Desk, text: string): DomainError => new DomainError('invalid', { said: [{ path: 'code', text }] })

/** A unit with levels below it needs a code that leaves numbers for them. */
const assertRoom = (desk: Desk, { code, level, pattern }: { code: string; level: string; pattern: CodePattern }): void => {
  const order = desk.model.levels.byId.get(level)?.order ?? 0
  const below = desk.model.levels.all.filter((each) => each.order > order).length
  const lengths = roomyLengths(pattern, below)
  if (below > 0 && lengths && code.length > Math.max(...lengths)) throw refuseCode(desk, t(desk.lang, 'studioTerritory.unit.codeRoom', { below, lengths: lengths.join(' / ') }))
}

const patternOf = async (req: PayloadRequest, slug: Tree, office: string): Promise<CodePattern> =>
  slug === SLUG.units ? ((await findRow(req, SLUG.offices, { where: { id: { equals: office } } }))?.codePattern ?? 'free') : 'free'

/**
 * Adds a unit or a category after those that stand. A code that was left out is chosen in the same transaction, so that two people who add at the
 * same time get two. Returns the id. Errors as `saveRow`; `invalid` at `code` where the office's pattern has no number left.
 */
export const addNode = (desk: Desk, { slug, data, reason }: NewNode): Promise<string> => {
  const office = desk.model.office.id
  return editing({ desk, reason, work: async (req) => {
    const nodes = await nodesOf(req, slug, office)
    const parent = textIn(data.parent) || undefined
    const pattern = await patternOf(req, slug, office)
    const code = textIn(data.code) || codeFor(desk, { pattern, parent, nodes })
    if (slug === SLUG.units) assertRoom(desk, { code, level: textIn(data.level), pattern })
    const order = nodes.reduce((most, node) => Math.max(most, node.order ?? 0), 0) + 1
    return saveRowIn(req, office, { slug, data: { ...data, code, order, active: true, ...(parent ? { parent } : {}) } })
  } })
}

import type { PayloadRequest, Where } from 'payload'
import { findRows } from '@/db/rows'
import type { DefinitionKind } from '@/domain/package/definitions'
import { definitionReferences, routineReferences, type CodeKind } from '@/domain/package/references'
import { routine } from '@/domain/package/routines'
import { SLUG, type Slug } from '@/slugs'
import type { Use } from './relations'

/** What rows of a collection are called where definitions name them by code. */
const KIND_OF: Partial<Record<Slug, CodeKind>> = {
  [SLUG.units]: 'unit', [SLUG.categories]: 'category', [SLUG.types]: 'matterType', [SLUG.sources]: 'source', [SLUG.teams]: 'team', [SLUG.posts]: 'post', [SLUG.rules]: 'ruleDocument',
  [SLUG.forms]: 'form', [SLUG.registers]: 'register', [SLUG.roles]: 'role',
}

const DRAFTS: readonly (readonly [Slug, DefinitionKind])[] = [[SLUG.workflows, 'workflow'], [SLUG.limits, 'limits'], [SLUG.routing, 'routing'], [SLUG.registers, 'register']]

export type Named = { office: string; code: string }

/** A clause belongs to its document: `document#clause`. */
const names = (kind: CodeKind, code: string) => (reference: { kind: CodeKind; code: string }): boolean =>
  (reference.kind === kind && reference.code === code) || (kind === 'ruleDocument' && reference.kind === 'clause' && reference.code.startsWith(`${code}#`))

const countIn = (kind: DefinitionKind, rows: readonly { definition?: unknown }[], hit: ReturnType<typeof names>): number =>
  rows.filter(({ definition }) => definitionReferences(kind, definition).some(hit)).length

const within = ({ office }: Named): Where => ({ office: { equals: office } })

/** Drafts, and every version ever published: what was decided by a version names what it named then. */
const inDefinitions = async (req: PayloadRequest, named: Named, kind: CodeKind): Promise<Use[]> => {
  const hit = names(kind, named.code)
  const uses: Use[] = []
  for (const [slug, definitionKind] of DRAFTS) {
    const drafts = (await findRows(req, slug, { where: within(named) })) as { definition?: unknown }[]
    const versions = await findRows(req, SLUG.definitions, { where: { and: [within(named), { kind: { equals: definitionKind } }] } })
    uses.push({ collection: slug, as: 'draft', count: countIn(definitionKind, drafts, hit) }, { collection: slug, as: 'version', count: countIn(definitionKind, versions, hit) })
  }
  return uses
}

type StaffingRule = { post?: unknown }

const rulesOf = (staffing: unknown): StaffingRule[] => (Array.isArray(staffing) ? staffing.filter((rule): rule is StaffingRule => typeof rule === 'object' && rule !== null) : [])

const inStaffing = async (req: PayloadRequest, named: Named): Promise<Use[]> => {
  const levels = await findRows(req, SLUG.levels, { where: within(named) })
  return [{ collection: SLUG.levels, as: 'staffing', count: levels.filter(({ staffing }) => rulesOf(staffing).some(({ post }) => post === named.code)).length }]
}

const inRoutines = async (req: PayloadRequest, named: Named, kind: CodeKind): Promise<Use[]> => {
  const routines = await findRows(req, SLUG.routines, { where: within(named) })
  const hit = names(kind, named.code)
  const referring = routines.filter(({ definition }) => {
    const read = routine.safeParse(definition)
    return read.success && routineReferences(read.data).some(hit)
  })
  return [{ collection: SLUG.routines, count: referring.length }]
}

/** Where a row is named by its code: in drafts and published versions, in routines, and in the staffing rules of levels. */
export const codeUses = async (req: PayloadRequest, target: Slug, named: Named): Promise<Use[]> => {
  const kind = KIND_OF[target]
  if (!kind) return []
  const uses = [...(await inDefinitions(req, named, kind)), ...(await inRoutines(req, named, kind)), ...(kind === 'post' ? await inStaffing(req, named) : [])]
  return uses.filter(({ count }) => count > 0)
}

import type { PayloadRequest } from 'payload'
import { findRows, updateRowIf, type RowRequest } from '@/db/rows'
import { DomainError } from '@/domain/errors'
import { packageChanges } from '@/domain/package/diff'
import { mergePackages } from '@/domain/package/merge'
import type { StructurePackage } from '@/domain/package/schema'
import { isList } from '@/domain/package/sections'
import { t } from '@/i18n'
import { now } from '@/lib/clock'
import { appendAudit } from '@/services/audit/append'
import type { Desk } from '@/services/desk/desk'
import { editing } from '@/services/structure/editing'
import { planOf } from '@/services/structure/package/plan'
import { packageOf } from '@/services/structure/package/read'
import type { Leaving, Removal } from '@/services/structure/package/removals'
import { rowsFor, type RowWrite } from '@/services/structure/package/rows'
import { readSource, type Carried, type Source } from '@/services/structure/package/source'
import { TABLE_OF, targetOf } from '@/services/structure/package/target'
import { usedOutside } from '@/services/structure/package/used'
import { writePlan, type Plan } from '@/services/structure/package/write'
import { SLUG } from '@/slugs'
import { presetPackage } from './presets'
import { assertUnsettled, REPLACED } from './state'

const PUBLISHED: readonly Carried[] = [SLUG.forms, SLUG.workflows, SLUG.limits, SLUG.routing, SLUG.registers]
const CLOSABLE: readonly Carried[] = [SLUG.units, SLUG.teams, SLUG.posts]

/** What goes, goes for good: no matter needs its versions. What somebody was given already (a role, a place) stays, closed where it can be. */
const removalsOf = async (req: RowRequest, leaving: readonly Leaving[]): Promise<Removal[]> => {
  const ids = new Map<Carried, Set<string>>()
  for (const { slug, row } of leaving) ids.set(slug, (ids.get(slug) ?? new Set<string>()).add(row.id))
  const used = await usedOutside(req, ids)
  return leaving.map((one) => ({ ...one, versions: [], fate: !used.has(one.row.id) ? 'removed' : CLOSABLE.includes(one.slug) ? 'closed' : 'kept' }))
}

/** Versions of the old start that nothing is left to use. */
const oldVersions = async (req: RowRequest, source: Source, { writes, removals }: { writes: readonly RowWrite[]; removals: readonly Removal[] }): Promise<string[]> => {
  const gone = new Set([...writes.map(({ id }) => id), ...removals.filter(({ fate }) => fate === 'removed').map(({ row }) => row.id)])
  const staying = new Set(PUBLISHED.flatMap((slug) => source.rows(slug).filter(({ id }) => !gone.has(id)).map(({ current }) => String(current))))
  const all = await findRows(req, SLUG.definitions, { where: { office: { equals: source.office.id } }, select: { code: true } })
  return all.map(({ id }) => id).filter((id) => !staying.has(id))
}

const planFor = async (req: RowRequest, { office, file, reason, by }: { office: string; file: StructurePackage; reason: string; by: string }): Promise<Plan> => {
  const source = await readSource(req, office)
  const before = packageOf(source)
  const changes = packageChanges(before, mergePackages(before, file, { remove: true, skip: ['office'] }))
  const at = new Date(now()).toISOString()
  const { writes, versions } = rowsFor({ source, target: targetOf(source, { office, at }), reason, by }, changes)
  const leaving = changes.flatMap(({ kind, section, key }): Leaving[] => {
    const slug = kind === 'removed' && isList(section) ? TABLE_OF[section] : undefined
    const row = slug && source.byCode(slug, key)
    return slug && row ? [{ slug, row }] : []
  })
  const removals = await removalsOf(req, leaving)
  return { ...planOf(source, { writes, versions, removals, at }), dropped: await oldVersions(req, source, { writes, removals }) }
}

/**
 * Exchanges the untouched start of an office for another that comes with the portal, whole or not at all, as one recorded change. What the office is
 * called and its telephones stay. Everything a start brings is written, roles too: it is the portal's own, as at the first run.
 * Errors: `notAllowed`; `notFound`; `conflict` with `detail.settled` once matters exist or the structure was changed by hand.
 */
export const replaceStart = async (desk: Desk, preset: string): Promise<void> => {
  if (!desk.holds('structure.edit') || !desk.holds('settings.edit')) throw new DomainError('notAllowed')
  const file = await presetPackage(preset)
  if (!file) throw new DomainError('notFound')
  const office = desk.model.office.id
  const label = t(desk.lang, 'setup.start.label', { name: desk.say(file.name) })
  await editing({ desk, reason: label, work: async (req: PayloadRequest) => {
    await assertUnsettled(req, office)
    const batch = await writePlan(req, { office, label, reason: label, plan: await planFor(req, { office, file, reason: label, by: desk.me.id }) })
    await updateRowIf(req, SLUG.offices, { id: { equals: office } }, { preset, updatedAt: new Date(now()).toISOString() })
    await appendAudit(req, { office, action: REPLACED, actor: { kind: 'staff', id: desk.me.id, name: desk.me.name }, targetKind: SLUG.offices, target: office, detail: { preset, batch } })
  } })
}

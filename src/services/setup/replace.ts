import type { PayloadRequest } from 'payload'
import type { RowRequest } from '@/db/rows'
import { canonical } from '@/domain/canonical'
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
import type { Leaving } from '@/services/structure/package/removals'
import { rowsFor, type RowWrite } from '@/services/structure/package/rows'
import { readSource, type Source } from '@/services/structure/package/source'
import { TABLE_OF, targetOf } from '@/services/structure/package/target'
import { writePlan, type Plan } from '@/services/structure/package/write'
import { SLUG } from '@/slugs'
import { presetPackage } from './presets'
import { removalsOfStart } from './removals'
import { assertUnsettled, REPLACED } from './state'

const same = (one: unknown, other: unknown): boolean => canonical(one ?? null) === canonical(other ?? null)

/** The settings of the office: what somebody changed stays, what is still the old start's is the new one's. */
const settingsOf = (before: StructurePackage, old: StructurePackage | undefined, file: StructurePackage): Pick<StructurePackage, 'office' | 'week'> => {
  if (!old) return { office: before.office, week: before.week }
  const changed = Object.entries(before.office).filter(([key, value]) => !same(value, old.office[key as keyof StructurePackage['office']]))
  return { office: { ...file.office, ...Object.fromEntries(changed) }, week: same(before.week, old.week) ? file.week : before.week }
}

/** Which start the office has is written with the rest, and taken back with it. */
const withPreset = ({ office }: Source, writes: readonly RowWrite[], preset: string): RowWrite[] => {
  const own = writes.find(({ slug }) => slug === SLUG.offices)
  return [...writes.filter((write) => write !== own), { slug: SLUG.offices, id: office.id, before: office, after: { ...office, ...own?.after, preset } }]
}

const planFor = async (req: RowRequest, { office, preset, file, reason, by }: { office: string; preset: string; file: StructurePackage; reason: string; by: string }): Promise<Plan> => {
  const source = await readSource(req, office)
  const before = packageOf(source)
  const old = await presetPackage(String(source.office.preset ?? ''))
  const changes = packageChanges(before, mergePackages(before, { ...file, ...settingsOf(before, old, file) }, { remove: true }))
  const at = new Date(now()).toISOString()
  const { writes, versions } = rowsFor({ source, target: targetOf(source, { office, at }), reason, by }, changes)
  const leaving = changes.flatMap(({ kind, section, key }): Leaving[] => {
    const slug = kind === 'removed' && isList(section) ? TABLE_OF[section] : undefined
    const row = slug && source.byCode(slug, key)
    return slug && row ? [{ slug, row }] : []
  })
  const removals = await removalsOfStart(req, leaving)
  return planOf(source, { writes: withPreset(source, writes, preset), versions, removals, at })
}

/**
 * Exchanges the untouched start of an office for another that comes with the portal, whole or not at all, as one recorded change. What somebody
 * changed in the office's own settings (its name, its telephones) stays. Everything a start brings is written, roles too: it is the portal's own, as at the first run.
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
    const batch = await writePlan(req, { office, label, reason: label, plan: await planFor(req, { office, preset, file, reason: label, by: desk.me.id }) })
    await appendAudit(req, { office, action: REPLACED, actor: { kind: 'staff', id: desk.me.id, name: desk.me.name }, targetKind: SLUG.offices, target: office, detail: { preset, batch } })
  } })
}

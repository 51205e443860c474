import { updateRowIf } from '@/db/rows'
import type { Permission } from '@/domain/access/types'
import { DomainError } from '@/domain/errors'
import { now } from '@/lib/clock'
import { appendAudit } from '@/services/audit/append'
import type { Desk } from '@/services/desk/desk'
import { editing } from '@/services/structure/editing'
import { flowOffice } from '@/services/structure/holders'
import { saveRowIn } from '@/services/structure/saveRow'
import { faultsOfType } from '@/services/studio/types/view'
import { SLUG } from '@/slugs'

/** What stands between the office and its first report. */
export type Unready = 'noListed' | 'noUnits' | 'unpublished'

/** What a report would miss on its way: the door may open all the same. */
export type Wanting = 'noPhone' | 'noCategories' | 'nobodyWorks' | 'noRules' | 'noLimits'

/** What one must hold for a report to be taken on, sent on, handled and verified. */
const STAGES = ['matter.accept', 'matter.route', 'matter.handle', 'matter.verify'] as const satisfies readonly Permission[]
export type Stage = (typeof STAGES)[number]

/** Steps of the work that nobody here may do yet. */
export const vacantStages = async ({ payload, model }: Pick<Desk, 'payload' | 'model'>): Promise<Stage[]> => {
  const { holders } = await flowOffice({ payload }, model)
  return STAGES.filter((permission) => holders(permission).length === 0)
}

/** What would be good to have before the door opens. */
export const wanting = async (desk: Pick<Desk, 'payload' | 'model'>): Promise<Wanting[]> => {
  const { model } = desk
  const lacks: [Wanting, boolean][] = [
    ['noPhone', !model.office.dutyPhone],
    ['noCategories', !model.categories.all.some(({ active }) => active !== false)],
    ['nobodyWorks', (await vacantStages(desk)).length > 0],
    ['noRules', (model.routing?.definition.rules ?? []).length === 0],
    ['noLimits', (model.limits?.definition.limits ?? []).length === 0],
  ]
  return lacks.flatMap(([code, is]) => (is ? [code] : []))
}

/** What is still missing before residents can report; empty: nothing. */
export const unready = ({ model }: Pick<Desk, 'model'>): Unready[] => {
  const listed = model.types.all.find((type) => type.listed === true && type.active !== false)
  return [
    ...(model.units.all.some(({ active }) => active !== false) ? [] : ['noUnits' as const]),
    ...(listed ? [] : ['noListed' as const]),
    ...(listed && faultsOfType(model, listed).length > 0 ? ['unpublished' as const] : []),
  ]
}

/**
 * Ends the set-up; with `open` the door for residents' reports opens too. Errors: `notAllowed`, `invalid` with `detail.unready` when it is to open and
 * something is missing.
 */
export const finishSetup = async (desk: Desk, { open }: { open: boolean }): Promise<void> => {
  if (!desk.holds('settings.edit')) throw new DomainError('notAllowed')
  const missing = unready(desk)
  if (open && missing.length > 0) throw new DomainError('invalid', { unready: missing })
  const office = desk.model.office.id
  await editing({ desk, work: async (req) => {
    if (open) await saveRowIn(req, office, { slug: SLUG.offices, id: office, data: { reportDoor: 'open' } })
    const ended = await updateRowIf(req, SLUG.offices, { and: [{ id: { equals: office } }, { setup: { equals: 'pending' } }] }, { setup: 'done', updatedAt: new Date(now()).toISOString() })
    if (ended === 1) await appendAudit(req, { office, action: 'setup.finish', actor: { kind: 'staff', id: desk.me.id, name: desk.me.name }, targetKind: SLUG.offices, target: office, detail: { open } })
  } })
}

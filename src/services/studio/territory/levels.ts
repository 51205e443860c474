import { findRows } from '@/db/rows'
import { DomainError } from '@/domain/errors'
import { buildTree, LEVELS_MAX, LEVELS_MIN, lintLevels, type Level, type StaffingRule } from '@/domain/grid'
import { level as levelShape } from '@/domain/package/territory'
import { t } from '@/i18n'
import type { Desk } from '@/services/desk/desk'
import { unitOf } from '@/services/health/units'
import { SLUG } from '@/slugs'
import { dropRow, putRow, restructure } from './restructure'

/** A level as its editor sends it; without an id it is new. */
export type LevelInput = { id?: string; code: string; name: { zh: string; en?: string }; staffing: StaffingRule[] }

const invalid = (said: { path: string; text: string }[]): DomainError => new DomainError('invalid', { said })

const read = (value: unknown, at: number): LevelInput => {
  const row = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  const parsed = levelShape.safeParse({ code: row.code, name: row.name, order: at + 1, staffing: row.staffing })
  if (!parsed.success) throw new DomainError('invalid', {}, parsed.error.issues.slice(0, 5).map(({ path }) => ({ field: `levels.${at}.${path.join('.')}`, code: 'malformed' })))
  const { code, name, staffing } = parsed.data
  return { ...(typeof row.id === 'string' ? { id: row.id } : {}), code, name, staffing }
}

const tree = (desk: Desk, levels: readonly Level[]): { path: string; text: string }[] => {
  const { issues } = buildTree({ units: desk.model.units.all.map(unitOf), levels: [...levels] })
  const wrong = issues.filter(({ code }) => code === 'levelOrder' || code === 'topLevel' || code === 'levelUnknown')
  return wrong.length > 0 ? [{ path: 'levels', text: t(desk.lang, 'studioTerritory.levels.breaksTree', { count: wrong.length, name: desk.say(desk.model.units.byId.get(wrong[0]?.unit ?? '')?.name) }) }] : []
}

/**
 * Keeps all levels of the office at once, first the top: new ones are made, absent ones removed if nothing uses them. Errors: `invalid` when
 * they are too few or too many, twice the same, or units would stand in the wrong order; `conflict` when a removed one is used.
 */
export const saveLevels = async (desk: Desk, { levels: given, reason }: { levels: readonly unknown[]; reason: unknown }): Promise<void> => {
  const levels = given.map(read)
  const after: Level[] = levels.map((each, at) => ({ id: each.id ?? `new-${at}`, code: each.code, name: each.name, order: at + 1, staffing: each.staffing }))
  const issues = lintLevels(after).map(({ code, params }) => ({ path: 'levels', text: t(desk.lang, `studioTerritory.levels.issue.${code}`, { min: LEVELS_MIN, max: LEVELS_MAX, ...params }) }))
  const said = [...issues, ...tree(desk, after)]
  if (said.length > 0) throw invalid(said)
  await restructure(desk, { label: t('zh', 'studioTerritory.levels.heading'), reason, work: async (on) => {
    const now = await findRows(on.req, SLUG.levels, { where: { office: { equals: on.office } } })
    const keep = new Set(levels.flatMap(({ id }) => id ?? []))
    for (const { id } of now) if (!keep.has(id)) await dropRow(on, SLUG.levels, id)
    for (const [at, { id, ...data }] of levels.entries()) {
      if (id !== undefined && !now.some((row) => row.id === id)) throw new DomainError('conflict')
      await putRow(on, SLUG.levels, { ...(id === undefined ? {} : { id }), data: { ...data, order: at + 1 } })
    }
  } })
}

import { buildTree, lintLevels, type TreeIssue } from '@/domain/grid'
import type { OfficeModel } from '@/services/structure/load'
import { unitOf } from '../units'
import type { Check, Finding, Fix, Ground } from '../types'

const UNITS: Fix = { href: '/admin/structure/units', needs: ['structure.view', 'structure.edit'] }
const LEVELS: Fix = { href: '/admin/structure/levels', needs: UNITS.needs }

const named = (model: OfficeModel, code: 'treeBroken' | 'parentClosed', issues: TreeIssue[]): Finding[] => {
  const units = [...new Set(issues.map(({ unit }) => unit))]
  if (units.length === 0) return []
  return [{ code, gravity: code === 'treeBroken' ? 'now' : 'soon', params: { n: units.length }, names: units.flatMap((id) => model.units.byId.get(id)?.name ?? []), fix: UNITS }]
}

const levelsOf = (model: OfficeModel) => model.levels.all.map(({ id, code, name, order }) => ({ id, code, name, order }))

const levelFindings = ({ model }: Ground): Finding[] => {
  const issues = lintLevels(levelsOf(model))
  return issues.length > 0 ? [{ code: 'levels', gravity: 'soon', params: { n: issues.length }, fix: LEVELS }] : []
}

/** Whether the territory is a tree in the order of its levels (domain.md §6): whatever was written past the forms shows here. */
export const territory: Check = (ground) => {
  const { model } = ground
  const { issues } = buildTree({ units: model.units.all.map(unitOf), levels: levelsOf(model) })
  return [
    ...named(model, 'treeBroken', issues.filter(({ severity }) => severity === 'error')),
    ...named(model, 'parentClosed', issues.filter(({ code }) => code === 'parentClosed')),
    ...levelFindings(ground),
  ]
}

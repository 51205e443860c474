import { both } from '@/i18n'
import { vacantStages } from '@/services/setup/finish'
import type { Check, Finding } from '../types'

const EDIT = ['structure.view', 'structure.edit'] as const

/** What an office needs before a report can run through it: a territory, people who may do each part of the work, limits to be held. */
export const basics: Check = async (ground) => {
  const { model } = ground
  const vacant = await vacantStages(ground)
  const has = <T extends { active?: boolean | null }>(rows: readonly T[]): boolean => rows.some(({ active }) => active !== false)
  const found: (Finding | false)[] = [
    !has(model.units.all) && { code: 'noUnits', gravity: 'now', fix: { href: '/admin/structure/units', needs: EDIT } },
    vacant.length > 0 && { code: 'nobodyWorks', gravity: 'now', params: { n: vacant.length }, names: vacant.map((stage) => both(`studioRoles.permission.${stage}`)), fix: { href: '/admin/structure/setup#step-people', needs: ['people.edit', 'grants.edit'] } },
    !has(model.categories.all) && { code: 'noCategories', gravity: 'soon', fix: { href: '/admin/structure/categories', needs: EDIT } },
    (model.limits?.definition.limits ?? []).length === 0 && { code: 'noLimits', gravity: 'soon', fix: { href: '/admin/structure/limits', needs: EDIT } },
    !model.office.dutyPhone && { code: 'noPhone', gravity: 'soon', fix: { href: '/admin/structure/office', needs: ['settings.edit'] } },
  ]
  return found.flatMap((finding) => finding || [])
}

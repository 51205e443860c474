import { pathIds } from '@/domain/grid'
import { reaches } from '@/domain/routing/reach'
import type { Words } from '@/domain/words'
import { routinesOf } from '@/services/routines/row'
import type { OfficeModel } from '@/services/structure/load'
import type { CategoryRow } from '@/services/structure/rows'
import { faultsOfType } from '@/services/studio/types/view'
import type { Check, Finding, Fix } from '../types'

const EDIT = ['structure.view', 'structure.edit'] as const
const ROUTES: Fix = { href: '/admin/structure/routing', needs: EDIT }
const TYPES: Fix = { href: '/admin/structure/types', needs: EDIT }
const FORMS: Fix = { href: '/admin/structure/forms', needs: EDIT }

const active = <T extends { active?: boolean | null }>(rows: readonly T[]): T[] => rows.filter((row) => row.active !== false)

const factsOf = (model: OfficeModel, { path, matterType, severity }: CategoryRow) => {
  const type = model.types.byId.get(matterType ?? '')?.code
  return { line: pathIds(path).flatMap((id) => model.categories.byId.get(id)?.code ?? []), severity: severity ?? 2, ...(type ? { matterType: type } : {}) }
}

/** Whether a category or one above it names the post that leads in it. */
const isLed = (model: OfficeModel, { path, lead }: CategoryRow): boolean => Boolean(lead) || pathIds(path).some((id) => Boolean(model.categories.byId.get(id)?.lead))

/** Categories that residents can choose and that no rule leads on from: their matters all fall to the unit's lead. */
export const categories: Check = ({ model }) => {
  const rules = model.routing?.definition.rules ?? []
  // An office without any rule is told so once, not category by category.
  if (rules.length === 0) return []
  const parents = new Set(active(model.categories.all).flatMap(({ parent }) => parent ?? []))
  const lost = active(model.categories.all).filter((row) => !parents.has(row.id) && !isLed(model, row) && !rules.some((rule) => reaches(rule, factsOf(model, row))))
  return lost.length > 0 ? [{ code: 'categoryNoRoute', gravity: 'soon', params: { n: lost.length }, names: lost.map(({ name }) => name), fix: ROUTES }] : []
}

const found = (code: Finding['code'], gravity: Finding['gravity'], { names, fix }: { names: Words[]; fix: Fix }): Finding[] =>
  (names.length > 0 ? [{ code, gravity, params: { n: names.length }, names, fix }] : [])

/** Kinds of matters: whether reports without a category are taken, and whether each has a form and a workflow in force. */
export const types: Check = ({ model }) => {
  const used = active(model.types.all)
  const listed = used.some((type) => type.listed === true)
  const broken = used.filter((type) => faultsOfType(model, type).length > 0)
  return [
    ...(listed ? [] : [{ code: 'noListed', gravity: 'now', fix: TYPES } as const]),
    ...found('typeUnpublished', 'now', { names: broken.map(({ name }) => name), fix: TYPES }),
  ]
}

/** Forms that nobody reaches: neither a kind of matter in use nor a routine has them. */
export const forms: Check = async ({ payload, model }) => {
  const reached = new Set(active(model.types.all).map(({ form }) => form))
  const planned = JSON.stringify((await routinesOf({ payload }, model.office.id)).map(({ definition }) => definition))
  return found('formUnused', 'note', { names: model.forms.all.filter(({ id, code }) => !reached.has(id) && !planned.includes(`"form":"${code}"`)).map(({ name }) => name), fix: FORMS })
}

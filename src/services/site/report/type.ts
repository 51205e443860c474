import type { FormDef } from '@/domain/forms/types'
import { visibleQuestions } from '@/domain/forms/visible'
import type { Payload } from 'payload'
import { place, type Placed } from '@/services/matters/createInput'
import type { OfficeModel } from '@/services/structure/load'
import type { CategoryRow } from '@/services/structure/rows'
import { formVersion } from '@/services/structure/versions'
import { STEPS, type Draft, type Step } from './draft'

/** The category the draft names, if it still may be chosen. */
export const categoryOf = (model: OfficeModel, draft: Pick<Draft, 'category'>): CategoryRow | undefined => {
  const row = draft.category ? model.categories.byCode.get(draft.category) : undefined
  return row && row.active !== false ? row : undefined
}

/** What is applied for from a guide is of the guide's type. */
const typeOfService = (model: OfficeModel, { service }: Draft): { type?: string } => {
  const type = service && model.types.byCode.get(service.type)
  return type && type.active !== false && type.openBy.includes('resident') ? { type: type.id } : {}
}

// What is reported at a well is about the well, unless its category is of another type.
const typeOfEntry = (model: OfficeModel, { entry }: Draft, category: CategoryRow | undefined): { type?: string } => {
  if (!entry?.type || category?.matterType) return {}
  const type = model.types.byCode.get(entry.type)
  return type && type.active !== false && type.openBy.includes('resident') ? { type: type.id } : {}
}

/** What the report would become as it stands: its type follows from the category, else from the register entry it was begun at. */
export const placedOf = (model: OfficeModel, draft: Draft): Placed => {
  const unit = draft.place.unit ? model.units.byCode.get(draft.place.unit) : undefined
  const category = categoryOf(model, draft)
  return place(model, { text: '', category: category?.id, ...typeOfEntry(model, draft, category), ...typeOfService(model, draft), ...(unit && unit.active !== false ? { unit: unit.id } : {}) }, 'resident')
}

/** The questions of the report's type, as they are published now. */
export const formOf = async (payload: Payload, model: OfficeModel, draft: Draft): Promise<FormDef | undefined> => {
  const current = model.forms.byId.get(placedOf(model, draft).type.form)?.current
  return current ? formVersion(payload, current) : undefined
}

/** The steps this report has: no page of questions when there are none, none of photos when the type takes none. */
export const stepsOf = (model: OfficeModel, draft: Draft, form: FormDef | undefined): Step[] => {
  const { type } = placedOf(model, draft)
  const asks = form !== undefined && visibleQuestions(form, {}).visible.length > 0
  return STEPS.filter((step) => (step !== 'questions' || asks) && (step !== 'photos' || type.maxPhotos > 0))
}

/** The first step that was not gone through, up to the one asked for: nobody jumps over a question by its address. */
export const allowedStep = (steps: readonly Step[], draft: Draft, wanted: Step): Step => {
  const open = steps.find((step) => !draft.passed.includes(step)) ?? 'check'
  const at = steps.indexOf(wanted)
  return at >= 0 && at <= steps.indexOf(open) ? wanted : open
}

export const passed = (draft: Draft, step: Step): Draft => ({ ...draft, passed: [...new Set([...draft.passed, step])], faults: undefined, trouble: undefined })

/** The address of a step's page. */
export const pathOfStep = (step: Step): string => (step === 'describe' ? '/report' : `/report/${step}`)

/** What comes after a step: the next one, or the check page when everything else was gone through. */
export const stepAfter = (steps: readonly Step[], draft: Draft, step: Step): Step => {
  const open = steps.find((each) => !draft.passed.includes(each)) ?? 'check'
  return open === 'check' ? 'check' : (steps[steps.indexOf(step) + 1] ?? 'check')
}

/** Where to go after a step. */
export const afterStep = (steps: readonly Step[], draft: Draft, step: Step): string => pathOfStep(stepAfter(steps, draft, step))

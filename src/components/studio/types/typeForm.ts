import type { RetentionMode } from '../../../domain/privacy/retention'
import type { Words } from '../../../domain/words'
import type { TypeLine, TypesView } from '../../../services/studio/types/view'

/** A matter type as its form edits it. */
export type TypeDraft = {
  code: string; name: Words; intro: Words; prefix: string; form: string; workflow: string; openBy: ('resident' | 'staff')[]; publicity: 'reporter' | 'public'; confidentiality: 'normal' | 'restricted'
  reopenDays?: number; contactRetentionDays?: number; retentionDays?: number; retentionMode?: RetentionMode; maxPhotos?: number; listed: boolean; active: boolean
}

/** What a form starts with: the type as it is, or a new one with what most offices want. */
export const draftOf = (type: TypeLine | undefined, { proposed, forms, workflows, types }: TypesView): TypeDraft => {
  if (type) {
    const { id: _id, seen: _seen, faults: _faults, categories: _categories, ...fields } = type
    return { ...fields, intro: type.intro ?? { zh: '' } }
  }
  return {
    code: proposed.code, prefix: proposed.prefix, name: { zh: '' }, intro: { zh: '' }, form: forms.length === 1 ? (forms[0]?.id ?? '') : '', workflow: workflows.length === 1 ? (workflows[0]?.id ?? '') : '',
    openBy: ['resident', 'staff'], publicity: 'reporter', confidentiality: 'normal', reopenDays: 30, maxPhotos: 6, listed: !types.some(({ listed, active }) => listed && active), active: true,
  }
}

/** Fields that a type cannot be without. */
export type DraftFault = 'name' | 'prefix' | 'form' | 'workflow' | 'openBy'

/** What must be mended before a type can be kept. Prefixes are two to six capital letters and belong to one type alone. */
export const draftFaults = (draft: TypeDraft, others: readonly Pick<TypeLine, 'prefix'>[]): DraftFault[] => [
  ...(draft.name.zh.trim() ? [] : ['name' as const]),
  ...(/^[A-Z]{2,6}$/.test(draft.prefix) && !others.some(({ prefix }) => prefix === draft.prefix) ? [] : ['prefix' as const]),
  ...(draft.form ? [] : ['form' as const]),
  ...(draft.workflow ? [] : ['workflow' as const]),
  ...(draft.openBy.length > 0 ? [] : ['openBy' as const]),
]

/** A draft as it is sent: emptied numbers say so. */
export const sentType = ({ reopenDays, contactRetentionDays, retentionDays, retentionMode, maxPhotos, ...draft }: TypeDraft): Record<string, unknown> =>
  ({ ...draft, retentionDays: retentionDays ?? null, retentionMode: retentionDays === undefined ? null : (retentionMode ?? 'anonymise'), reopenDays: reopenDays ?? 0, maxPhotos: maxPhotos ?? 0, contactRetentionDays: contactRetentionDays ?? null })

import type { RetentionMode } from '@/domain/privacy/retention'
import type { Words } from '@/domain/words'
import type { Desk } from '@/services/desk/desk'
import type { DraftRow, SourceRow, TypeRow } from '@/services/structure/rows'

/** A form or workflow that a type may use; `published`: it has a version in force. */
export type DefinitionChoice = { id: string; name: string; code: string; published: boolean }

/** What keeps a type from working. */
export type TypeFault = 'formUnpublished' | 'workflowUnpublished' | 'formMissing' | 'workflowMissing'

export type TypeLine = {
  id: string; seen: string; code: string; name: Words; intro?: Words; prefix: string; form: string; workflow: string; openBy: ('resident' | 'staff')[]
  publicity: 'reporter' | 'public'; confidentiality: 'normal' | 'restricted'; reopenDays: number; contactRetentionDays?: number; retentionDays?: number; retentionMode?: RetentionMode; maxPhotos: number; listed: boolean; active: boolean
  /** Categories that lead to it. */
  categories: number
  faults: TypeFault[]
}

export type TypesView = { types: TypeLine[]; forms: DefinitionChoice[]; workflows: DefinitionChoice[]; /** Days that contact details are kept where a type says nothing. */ retention: number; /** Days that whole matters are kept where a type says nothing; without it they are kept for good. */ keep?: number; proposed: { code: string; prefix: string } }

type Stored<T> = T & { updatedAt?: string }

/** Whether the forms and workflows that a type uses can be used. */
export const faultsOfType = ({ forms, workflows }: Pick<Desk['model'], 'forms' | 'workflows'>, { form, workflow }: Pick<TypeRow, 'form' | 'workflow'>): TypeFault[] => {
  const fault = (row: DraftRow | undefined, missing: TypeFault, unpublished: TypeFault): TypeFault[] => (row ? (row.current ? [] : [unpublished]) : [missing])
  return [...fault(forms.byId.get(form), 'formMissing', 'formUnpublished'), ...fault(workflows.byId.get(workflow), 'workflowMissing', 'workflowUnpublished')]
}

const wordsIn = (key: 'intro', words: Words | null | undefined) => (words?.zh || words?.en ? { [key]: words } : {})

const lineOf = ({ model }: Desk) => (row: Stored<TypeRow>): TypeLine => ({
  id: row.id, seen: row.updatedAt ?? '', code: row.code, name: row.name, ...wordsIn('intro', row.intro), prefix: row.prefix, form: row.form, workflow: row.workflow, openBy: row.openBy,
  publicity: row.publicity === 'public' ? 'public' : 'reporter', confidentiality: row.confidentiality, reopenDays: row.reopenDays, maxPhotos: row.maxPhotos,
  ...(row.contactRetentionDays == null ? {} : { contactRetentionDays: row.contactRetentionDays }),
  ...(row.retentionDays == null ? {} : { retentionDays: row.retentionDays, retentionMode: row.retentionMode ?? 'anonymise' }),
  listed: row.listed === true, active: row.active !== false, categories: model.categories.all.filter(({ matterType }) => matterType === row.id).length, faults: faultsOfType(model, row),
})

const choiceOf = ({ say }: Desk) => ({ id, name, code, current }: DraftRow): DefinitionChoice => ({ id, name: say(name), code, published: Boolean(current) })

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** The first two letters that no type numbers its matters with. */
export const freePrefix = (taken: readonly string[]): string => {
  const all = [...LETTERS].flatMap((one) => [...LETTERS].map((other) => one + other))
  return all.find((prefix) => !taken.includes(prefix)) ?? ''
}

const freeCode = (taken: readonly string[]): string => {
  for (let number = taken.length + 1; ; number += 1) if (!taken.includes(`type-${number}`)) return `type-${number}`
}

/** Every matter type with what it uses and what keeps it from working. */
export const typesView = (desk: Desk): TypesView => {
  const { model } = desk
  return {
    types: (model.types.all as Stored<TypeRow>[]).map(lineOf(desk)), forms: model.forms.all.map(choiceOf(desk)), workflows: model.workflows.all.map(choiceOf(desk)),
    retention: model.office.contactRetentionDays ?? 90, ...(model.office.retentionDays == null ? {} : { keep: model.office.retentionDays }),
    proposed: { code: freeCode([...model.types.byCode.keys()]), prefix: freePrefix(model.types.all.map(({ prefix }) => prefix)) },
  }
}

export const SOURCE_KINDS = ['web', 'kiosk', 'phone', 'counter', 'patrol', 'duty', 'import', 'device', 'api'] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]
export type SourceLine = { id: string; seen: string; code: string; name: Words; kind: SourceKind; openToStaff: boolean; active: boolean }

const kindOf = (kind: string): SourceKind => SOURCE_KINDS.find((one) => one === kind) ?? 'api'

/** Where matters come from. */
export const sourcesView = ({ model }: Desk): SourceLine[] =>
  (model.sources.all as Stored<SourceRow>[]).map(({ id, code, name, kind, openToStaff, active, updatedAt }) => ({ id, code, name, seen: updatedAt ?? '', kind: kindOf(kind), openToStaff: openToStaff !== false, active: active !== false }))

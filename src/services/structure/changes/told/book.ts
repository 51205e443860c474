import type { FormDef, Question } from '@/domain/forms/types'
import { keyOf, LISTS, nameOf, rowsOf, type ListSection } from '@/domain/package/sections'
import type { StructurePackage } from '@/domain/package/schema'
import type { Reader } from '@/domain/routing/describe'
import type { NamedKind } from '@/domain/routing/types'
import type { Words } from '@/domain/words'

type Named = { code: string; name: Words }

/** What names are looked up in: rows by section, and what lies inside forms, workflows and documents. */
export type Sheets = {
  rows: readonly { section: ListSection; rows: readonly Named[] }[]
  forms: readonly FormDef[]
  steps: readonly Named[]
  documents: readonly { code: string; title: Words; clauses: readonly { code: string; heading: Words }[] }[]
  /** The form that a type of matter asks, by code. */
  formOfType: ReadonlyMap<string, string>
}

/** The names of what definitions and rows refer to by code. */
export type Book = {
  name: (section: ListSection, code: string) => Words | undefined
  form: (code: string) => FormDef | undefined
  formOfType: (type: string) => FormDef | undefined
  step: (code: string) => Words | undefined
  clause: (cites: string) => { title: Words; heading?: Words } | undefined
  reader: Reader
}

const SECTION_OF: Record<Exclude<NamedKind, 'question'>, ListSection> = { category: 'categories', matterType: 'matterTypes', source: 'sources', post: 'posts' }

const readerIn = (name: Book['name'], forms: readonly FormDef[]): Reader => {
  const asked = (key: string): Question | undefined => forms.flatMap(({ pages }) => pages.flatMap(({ questions }) => questions)).find((question) => question.key === key)
  const row = (section: ListSection, code: string) => {
    const found = name(section, code)
    return found && { id: code, name: found, members: 0, active: true }
  }
  return {
    team: (code) => row('teams', code),
    unit: (code) => row('units', code),
    nameOf: (kind, code) => (kind === 'question' ? asked(code)?.label : name(SECTION_OF[kind], code)),
    answerOf: (question, value) => asked(question)?.options?.find(({ code }) => code === value)?.label,
  }
}

/** A book of what is given; of two that have the same code the later one counts. */
export const bookOf = ({ rows, forms, steps, documents, formOfType }: Sheets): Book => {
  const names = new Map(rows.flatMap(({ section, rows: own }) => own.map(({ code, name }): [string, Words] => [`${section}:${code}`, name])))
  const name: Book['name'] = (section, code) => names.get(`${section}:${code}`)
  const form: Book['form'] = (code) => forms.findLast((one) => one.code === code)
  return {
    name, form, reader: readerIn(name, forms),
    formOfType: (type) => form(formOfType.get(type) ?? ''),
    // workflows may use a code twice: the first one is meant, as in all references
    step: (code) => steps.find((step) => step.code === code)?.name,
    clause: (cites) => {
      const [code, clause] = cites.split('#')
      const document = documents.findLast((one) => one.code === code)
      const heading = document?.clauses.find((one) => one.code === clause)?.heading
      return document && { title: document.title, ...(heading ? { heading } : {}) }
    },
  }
}

/** The names that packages bring, those of the last one first. */
export const bookOfPackages = (...packages: StructurePackage[]): Book =>
  bookOf({
    rows: packages.flatMap((pkg) => LISTS.map((section) => ({ section, rows: rowsOf(pkg, section).map((row) => ({ code: keyOf(row), name: nameOf(row) })) }))),
    forms: packages.flatMap(({ forms }) => forms),
    steps: packages.toReversed().flatMap(({ workflows }) => workflows.flatMap(({ steps }) => steps)),
    documents: packages.flatMap(({ ruleDocuments }) => ruleDocuments),
    formOfType: new Map(packages.flatMap(({ matterTypes }) => matterTypes.map(({ code, form }): [string, string] => [code, form]))),
  })

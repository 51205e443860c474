import { countRows, findRows } from '@/db/rows'
import type { FormDef } from '@/domain/forms/types'
import { say, type Words } from '@/domain/words'
import type { Desk } from '@/services/desk/desk'
import { listDrafts, readDraft, type DraftView } from '@/services/structure/drafts'
import { SLUG } from '@/slugs'

/** One form in the list. */
export type FormLine = { id: string; code: string; name: string; names: Words; /** Keys of its questions: rules speak of answers by key alone, so no two forms should use one for different things. */ keys: string[]; questions: number; pages: number; number?: number; changed: boolean; usedBy: string[] }

const usedBy = ({ model, lang }: Desk, form: string): string[] => model.types.all.filter((type) => type.form === form).map(({ name }) => say(name, lang))

const keysOf = (pages: FormDef['pages']): string[] => pages.flatMap(({ questions }) => questions.map(({ key }) => key))

/** All forms of the office: their size, their version, and the matter types that use them. */
export const formList = async (desk: Desk): Promise<FormLine[]> =>
  (await listDrafts(desk, 'form')).map(({ id, code, name, number, changed, definition }) => {
    const { pages } = definition as FormDef
    return {
      id, code, name: say(name, desk.lang), names: name, changed, usedBy: usedBy(desk, id), pages: pages.length, keys: keysOf(pages),
      questions: pages.reduce((count, { questions }) => count + questions.length, 0), ...(number === undefined ? {} : { number }),
    }
  })

/** Matters in progress that hang on a form: those of its older versions, and all. */
export type InFlight = { older: number; all: number }

const inFlightOf = async ({ req, model }: Desk, { code, current }: DraftView<FormDef>): Promise<InFlight> => {
  const office = { office: { equals: model.office.id } }
  const versions = await findRows(req, SLUG.definitions, { where: { and: [office, { kind: { equals: 'form' } }, { code: { equals: code } }] }, select: { number: true } })
  const count = (ids: string[]) => (ids.length === 0 ? 0 : countRows(req, SLUG.matters, { and: [office, { open: { equals: true } }, { formVersion: { in: ids } }] }))
  return { all: await count(versions.map(({ id }) => id)), older: await count(versions.filter(({ number }) => number !== current?.number).map(({ id }) => id)) }
}

export type FormView = { draft: DraftView<FormDef>; /** Keys of the questions of other forms. */ elsewhere: string[]; usedBy: string[]; inFlight: InFlight }

/** A form as its editor shows it, by id or code. Errors: `notFound`. */
export const formView = async (desk: Desk, key: string): Promise<FormView> => {
  const draft = await readDraft<FormDef>(desk, 'form', key)
  const elsewhere = (await listDrafts(desk, 'form')).filter(({ id }) => id !== draft.id).flatMap(({ definition }) => keysOf((definition as FormDef).pages))
  return { draft, elsewhere, usedBy: usedBy(desk, draft.id), inFlight: await inFlightOf(desk, draft) }
}

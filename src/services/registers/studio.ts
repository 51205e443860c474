import { countRows, findRows } from '@/db/rows'
import type { RegisterDef } from '@/domain/registers/types'
import { eachInTurn } from '@/lib/eachInTurn'
import { wordsOf } from '@/lib/wordsOf'
import type { Desk } from '@/services/desk/desk'
import { listDrafts, readDraft, type DraftView } from '@/services/structure/drafts'
import { SLUG } from '@/slugs'

export type RegisterDraftLine = { id: string; code: string; name: string; subject: RegisterDef['subject']; fields: number; number?: number; changed: boolean; open: boolean; entries: number }

const fieldsIn = ({ pages }: RegisterDef): number => pages.flatMap(({ questions }) => questions).filter(({ kind }) => kind !== 'info').length

/** Every register, drafts included, as their editors list them. */
export const registerDrafts = async (desk: Desk): Promise<RegisterDraftLine[]> =>
  eachInTurn(await listDrafts(desk, 'register'), async ({ id, code, name, definition, number, changed }): Promise<RegisterDraftLine> => {
    const def = definition as RegisterDef
    const entries = await countRows({ payload: desk.payload }, SLUG.entries, { and: [{ register: { equals: id } }, { active: { not_equals: false } }] })
    return { id, code, name: desk.say(name), subject: def.subject, fields: fieldsIn(def), changed, open: def.open, entries, ...(number ? { number } : {}) }
  })

export type RoleChoice = { code: string; name: string; view: boolean; edit: boolean }

export type RegisterEditorView = { draft: DraftView<RegisterDef>; roles: RoleChoice[]; types: { code: string; name: string }[]; posts: { code: string; name: string }[]; entries: number }

const rolesOf = async (desk: Desk): Promise<RoleChoice[]> => {
  const rows = await findRows({ payload: desk.payload }, SLUG.roles, { where: { office: { equals: desk.model.office.id } }, sort: 'code' })
  return rows.map(({ code, name, permissions }) => {
    const held: readonly string[] = permissions ?? []
    const edit = held.includes('register.edit')
    return { code, name: desk.say(wordsOf(name)), view: edit || held.includes('register.view'), edit }
  })
}

/** A register for its editor, with what may be chosen. Errors: `notFound`. */
export const registerEditorView = async (desk: Desk, key: string): Promise<RegisterEditorView> => {
  const draft = await readDraft<RegisterDef>(desk, 'register', key)
  const named = <T extends { code: string; name: { zh: string; en?: string }; active?: boolean | null }>(rows: readonly T[]) => rows.filter(({ active }) => active !== false).map(({ code, name }) => ({ code, name: desk.say(name) }))
  return {
    draft, roles: await rolesOf(desk), types: named(desk.model.types.all), posts: named(desk.model.posts.all),
    entries: await countRows({ payload: desk.payload }, SLUG.entries, { register: { equals: draft.id } }),
  }
}

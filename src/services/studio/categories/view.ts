import { countRows, findRow } from '@/db/rows'
import { DomainError } from '@/domain/errors'
import { proposeCode } from '@/domain/grid'
import type { Words } from '@/domain/words'
import type { Desk } from '@/services/desk/desk'
import type { CategoryRow } from '@/services/structure/rows'
import { SLUG } from '@/slugs'

/** A category as the tree shows it. */
export type CategoryLine = { id: string; code: string; name: string; parent?: string; active: boolean; severity: number }

export type CategoriesView = { categories: CategoryLine[]; types: { id: string; name: string }[]; posts: { id: string; name: string }[] }

/** One category with everything its pane edits. */
export type CategoryView = {
  id: string; seen: string; code: string; name: Words; parent?: string; severity: number; keywords: string; matterType: string; lead: string; publicity: 'reporter' | 'public'
  help?: Words; notOurs?: Words; active: boolean; /** Matters of it and below, open and done. */ open: number; done: number
}

type Named = { id: string; name: Words; active?: boolean | null }

/** All categories of the office with what they may point to. */
export const categoriesView = (desk: Desk): CategoriesView => {
  const { model } = desk
  const named = (rows: readonly Named[]) => rows.filter(({ active }) => active !== false).map(({ id, name }) => ({ id, name: desk.say(name) }))
  return {
    categories: model.categories.all.map(({ id, code, name, parent, active, severity }) => ({ id, code, name: desk.say(name), ...(parent ? { parent } : {}), active: active !== false, severity: severity ?? 2 })),
    types: named(model.types.all), posts: named(model.posts.all),
  }
}

const words = (given: Words | null | undefined): Words | undefined => (given?.zh || given?.en ? given : undefined)

const shownFields = (row: CategoryRow): Omit<CategoryView, 'id' | 'seen' | 'open' | 'done'> => {
  const [help, notOurs] = [words(row.help), words(row.notOurs)]
  return {
    code: row.code, name: row.name, ...(row.parent ? { parent: row.parent } : {}), severity: row.severity ?? 2, keywords: row.keywords ?? '', matterType: row.matterType ?? '', lead: row.lead ?? '',
    publicity: row.publicity === 'public' ? 'public' : 'reporter', ...(help ? { help } : {}), ...(notOurs ? { notOurs } : {}), active: row.active !== false,
  }
}

/** One category as its pane shows it. Errors: `notFound`. */
export const categoryView = async (desk: Desk, id: string): Promise<CategoryView> => {
  const row = desk.model.categories.byId.get(id)
  const stored = row && (await findRow({ payload: desk.payload }, SLUG.categories, { where: { id: { equals: id } }, select: { updatedAt: true } }))
  if (!row || !stored) throw new DomainError('notFound')
  const count = (open: boolean) => countRows({ payload: desk.payload }, SLUG.matters, {
    and: [{ categoryPath: { greater_than_equal: row.path } }, { categoryPath: { less_than: `${row.path.slice(0, -1)}0` } }, { open: { equals: open } }],
  })
  return { id, seen: stored.updatedAt, ...shownFields(row), open: await count(true), done: await count(false) }
}

/** The code to propose for a new category. */
export const proposedCategoryCode = ({ model }: Desk, parent: CategoryRow | undefined): string | undefined =>
  proposeCode({
    pattern: 'free', ...(parent ? { parentCode: parent.code } : {}),
    siblings: model.categories.all.filter((row) => (row.parent ?? undefined) === parent?.id).map(({ code }) => code), taken: new Set(model.categories.byCode.keys()),
  })

import { APIError, ValidationError, type CollectionBeforeChangeHook, type CollectionBeforeDeleteHook, type PayloadRequest } from 'payload'
import { ulid } from 'ulid'
import { makePath } from '../domain/grid/path'
import { idOf } from '../lib/idOf'
import { SLUG } from '../slugs'

type TreeSlug = typeof SLUG.units | typeof SLUG.categories
type Node = { id: string; path: string }
type Tree = { slug: TreeSlug; matterPath: 'path' | 'categoryPath' }

const inUse = async (req: PayloadRequest, tree: Tree, id: string): Promise<boolean> => {
  const below = await req.payload.db.findOne({ collection: tree.slug, where: { parent: { equals: id } }, req })
  if (below) return true
  return Boolean(await req.payload.db.findOne({ collection: SLUG.matters, where: { [tree.matterPath]: { contains: `/${id}/` } }, req }))
}

const words = {
  inUse: { zh: '下面还有下级或事项，不能在这里改上级', en: 'It has children or matters: its parent cannot be changed here' },
  noParent: { zh: '上级不存在', en: 'The parent does not exist' },
  circle: { zh: '上级不能是自己或自己的下级', en: 'A node cannot stand below itself' },
  removal: { zh: '下面还有下级或事项，只能停用，不能删除', en: 'It is in use: close it instead of deleting it' },
}

const language = (req: PayloadRequest) => (req.i18n.language === 'en' ? 'en' : 'zh')

/**
 * Keeps the materialised path of a tree's nodes. A node in use keeps its parent here: moving it re-paths its subtree and
 * its open matters, which is a job of its own (domain.md §6).
 */
export const keepPath = (tree: Tree): CollectionBeforeChangeHook => async ({ data, originalDoc, operation, req }) => {
  const id = idOf(originalDoc) ?? idOf(data) ?? ulid()
  const parent = idOf('parent' in data ? data.parent : originalDoc?.parent)
  const refuse = (message: keyof typeof words) =>
    new ValidationError({ collection: tree.slug, errors: [{ path: 'parent', message: words[message][language(req)] }] }, req.t)
  const moved = operation === 'update' && parent !== idOf(originalDoc?.parent)
  if (moved && (await inUse(req, tree, id))) throw refuse('inUse')
  if (!parent) return { ...data, id, path: makePath(undefined, id) }
  const above = await req.payload.db.findOne<Node>({ collection: tree.slug, where: { id: { equals: parent } }, req })
  if (!above) throw refuse('noParent')
  if (above.path.includes(`/${id}/`)) throw refuse('circle')
  return { ...data, id, path: makePath(above.path, id) }
}

/** What is in use is closed, not removed (decisions.md 5). */
export const refuseUsed = (tree: Tree): CollectionBeforeDeleteHook => async ({ id, req }) => {
  if (await inUse(req, tree, String(id))) throw new APIError(words.removal[language(req)], 409, undefined, true)
}

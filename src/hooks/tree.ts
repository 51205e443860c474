import { ValidationError, type CollectionBeforeChangeHook, type PayloadRequest } from 'payload'
import { ulid } from 'ulid'
import { makePath } from '../domain/grid/path'
import { idOf } from '../lib/idOf'
import { langOf } from '../lib/langOf'
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
}

type Kept = { tree: Tree; req: PayloadRequest; id: string; parent: string | undefined }

const refuse = ({ tree, req }: Kept, message: keyof typeof words) =>
  new ValidationError({ collection: tree.slug, errors: [{ path: 'parent', message: words[message][langOf(req)] }] }, req.t)

/** The path below a parent. Errors: 400 when there is no such parent, or it stands below the node itself. */
const pathBelow = async (kept: Kept): Promise<string> => {
  const { tree, req, id, parent } = kept
  if (!parent) return makePath(undefined, id)
  const above = await req.payload.db.findOne<Node>({ collection: tree.slug, where: { id: { equals: parent } }, req })
  if (!above) throw refuse(kept, 'noParent')
  if (above.path.includes(`/${id}/`)) throw refuse(kept, 'circle')
  return makePath(above.path, id)
}

/**
 * Keeps the materialised path of a tree's nodes. A node in use keeps its parent here: moving it re-paths its subtree and
 * its open matters, which the service that moves branches does (domain.md §6).
 */
export const keepPath = (tree: Tree): CollectionBeforeChangeHook => async ({ data, originalDoc, operation, req }) => {
  const id = idOf(originalDoc) ?? idOf(data) ?? ulid()
  const before = idOf(originalDoc?.parent)
  const parent = 'parent' in data ? idOf(data.parent) : before
  const kept: Kept = { tree, req, id, parent }
  const moved = operation === 'update' && parent !== before
  if (moved && req.context.movesBranch !== true && (await inUse(req, tree, id))) throw refuse(kept, 'inUse')
  return { ...data, id, path: await pathBelow(kept) }
}

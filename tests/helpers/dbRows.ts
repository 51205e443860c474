import type { CollectionSlug, Payload, PayloadRequest, Where } from 'payload'

import { countRows, findRows, insertRow, type RowQuery, type RowRequest, updateRowIf } from '@/db/rows'

/** The collections of the tests are not among the generated types, hence the casts, all of them here. */
const slug = (name: string) => name as CollectionSlug

export type Box = { id: string; title: string; revision: number; dueAt?: string | null; tags?: string[]; rows?: { word: string }[] }

/** Through Payload's Local API, hooks and all. */
export const createDoc = (payload: Payload, collection: string, data: object, req?: Partial<PayloadRequest>) =>
  payload.create({ collection: slug(collection), data: data as never, req, overrideAccess: true })

export const insertBox = (req: RowRequest, data: object) => insertRow(req, slug('boxes'), data as never)
export const insertPart = (req: RowRequest, data: object) => insertRow(req, slug('parts'), data as never)

export const findBoxes = async (req: RowRequest, query: RowQuery = {}) => (await findRows(req, slug('boxes'), query)) as unknown as Box[]
export const findParts = async (req: RowRequest, query: RowQuery = {}) => (await findRows(req, slug('parts'), query)) as unknown as (Box & { label: string })[]

export const updateBoxIf = (req: RowRequest, where: Where, data: object) => updateRowIf(req, slug('boxes'), where, data as never)
export const updatePartIf = (req: RowRequest, where: Where, data: object) => updateRowIf(req, slug('parts'), where, data as never)

/** How many rows are committed. */
export const committed = (payload: Payload, collection: string, where?: Where) => countRows({ payload }, slug(collection), where)

import { APIError, type CollectionBeforeChangeHook } from 'payload'
import { viewerOf } from '../access/viewer'
import { mayAnywhere } from '../domain/access/decide'
import { now } from '../lib/clock'

/** Whoever writes drafts need not be able to publish them; a publication date is set once and stays (国办秘函〔2019〕19号). */
export const onlyPublishers: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const publishing = data._status === 'published'
  if (publishing && req.user) {
    const viewer = await viewerOf(req)
    if (!viewer || !mayAnywhere(viewer, 'content.publish', now())) throw new APIError('发布要由有发布权限的人来做；可以先存草稿', 403, undefined, true)
  }
  const first = originalDoc?.publishedAt
  if (first) return { ...data, publishedAt: first }
  return publishing && !data.publishedAt ? { ...data, publishedAt: new Date(now()).toISOString() } : data
}

import { MOST_BOXES } from '@/domain/photos/boxes'
import { coverable } from '@/services/photos/redact'
import type { Desk } from './desk'
import type { CoverVM } from './view/cover'

/** The page on which parts of a photo are covered. Errors: `notFound`, `notAllowed`. */
export const coverView = async (desk: Desk, id: string): Promise<CoverVM> => {
  const { row, matter, original } = await coverable(desk, id)
  const redaction = row.redaction ?? 0
  const url = `/desk/api/photos/${id}`
  return {
    id, number: matter.number, matterHref: `/desk/matters/${matter.id}`, width: row.width ?? 1, height: row.height ?? 1, redaction, url: `${url}?v=${redaction}`,
    ...(original && redaction > 0 ? { originalUrl: `${url}?original` } : {}), saveUrl: `${url}/cover`, mostBoxes: MOST_BOXES,
  }
}

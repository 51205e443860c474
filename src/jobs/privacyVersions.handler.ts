import type { Payload } from 'payload'
import { findRows } from '@/db/rows'
import { keepPrivacyVersion } from '@/services/processing/versions'
import { SLUG } from '@/slugs'

/** Keeps a version of the privacy page where what it says has changed. Returns of how many offices. */
export const privacyVersions = async (payload: Payload): Promise<number> => {
  let kept = 0
  for (const { id } of await findRows({ payload }, SLUG.offices, { sort: 'id' })) kept += (await keepPrivacyVersion(payload, id)) ? 1 : 0
  return kept
}

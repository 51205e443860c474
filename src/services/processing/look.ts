import type { PayloadRequest } from 'payload'
import { findingsIn, publicAlready, type Found } from '@/services/publishing/scan'

export type Written = Record<string, Record<string, string>>

export const writtenOf = (value: unknown): Written => (typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}) as Written

/** What looks like personal data in the office's own words beside its activities, as far as they are new: residents read them at once. */
export const lookAtWritten = async (req: Pick<PayloadRequest, 'payload'>, { office, before, after }: { office: string; before: unknown; after: unknown }): Promise<Found[]> => {
  const old = writtenOf(before)
  const fresh = Object.entries(writtenOf(after)).map(([key, parts]) => Object.fromEntries(Object.entries(parts ?? {}).filter(([part, text]) => old[key]?.[part] !== text)))
  return findingsIn(fresh, await publicAlready(req, office)).map((each) => ({ ...each, path: each.path.slice(1) }))
}

import type { PayloadRequest } from 'payload'
import { findRows } from '@/db/rows'
import { quoteOf, scanForPublic, type PublicFinding } from '@/domain/privacy/publicScan'
import { idOf } from '@/lib/idOf'
import { SLUG } from '@/slugs'
import { textsIn, type PlacedText } from './texts'

/** Something that looks like personal data: what, where, and a few words around it. */
export type Found = { kind: PublicFinding['kind']; path: PlacedText['path']; quote: string; at: number }

const wordsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return value && typeof value === 'object' ? Object.values(value).flatMap(wordsIn) : []
}

/** The numbers and addresses of an office and its units, which residents see on every page. */
export const publicAlready = async (req: Pick<PayloadRequest, 'payload'>, office: string | undefined): Promise<string[]> => {
  const offices = (await findRows(req, SLUG.offices, {})).filter(({ id }) => !office || id === office)
  const units = await findRows(req, SLUG.units, office ? { where: { office: { equals: office } } } : {})
  return [...offices.flatMap(({ phone, dutyPhone, address }) => wordsIn([phone, dutyPhone, address])), ...units.flatMap((unit) => wordsIn([(unit as { publicPhone?: unknown }).publicPhone, (unit as { phone?: unknown }).phone]))]
}

/** What looks like personal data in a document that is to be public. */
export const findingsIn = (document: unknown, known: readonly string[]): Found[] =>
  textsIn(document).flatMap(({ path, text }) => scanForPublic(text, known).map((found) => ({ kind: found.kind, path, quote: quoteOf(text, found), at: found.start + 1 })))

export const officeOfRequest = (req: PayloadRequest, data: { office?: unknown } | undefined): string | undefined => idOf(data?.office) ?? idOf(req.user?.office)

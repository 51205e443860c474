import { ValidationError, type CollectionBeforeChangeHook } from 'payload'
import { isFiling, isMail, tidyFiling, type FilingKind } from '@/domain/site/filings'
import { t } from '@/i18n'
import { langOf } from '@/lib/langOf'
import { SLUG } from '@/slugs'

type Row = Record<string, unknown>

const NUMBERS: readonly (readonly [string, FilingKind])[] = [['footerIcp', 'icp'], ['footerPolice', 'police'], ['footerSiteCode', 'siteCode']]

const tidied = (data: Row): Row =>
  Object.fromEntries(NUMBERS.flatMap(([field]) => (typeof data[field] === 'string' ? [[field, tidyFiling(data[field])] as const] : [])))

/** What stands in the foot of every page has its form: numbers as they are issued, and an address mail can be written to. */
export const checkFoot: CollectionBeforeChangeHook = ({ data, originalDoc, req }) => {
  const row: Row = { ...(data as Row), ...tidied(data as Row) }
  const whole: Row = { ...(originalDoc as Row | undefined), ...row }
  const lang = langOf(req)
  const numbers = NUMBERS.flatMap(([field, kind]) => (typeof row[field] !== 'string' || isFiling(kind, row[field]) ? [] : [{ path: field, message: t(lang, `structure.hooks.filing.${kind}`) }]))
  const mail = typeof whole.footerFaultMail === 'string' ? whole.footerFaultMail : ''
  const asked = ('footerFault' in row || 'footerFaultMail' in row) && (whole.footerFault === 'mail' || mail !== '')
  const errors = [...numbers, ...(asked && !isMail(mail) ? [{ path: 'footerFaultMail', message: t(lang, 'structure.hooks.filing.mail') }] : [])]
  if (errors.length > 0) throw new ValidationError({ collection: SLUG.offices, errors }, req.t)
  return row
}

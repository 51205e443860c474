import { ValidationError, type CollectionBeforeChangeHook } from 'payload'
import { safeHref } from '@/domain/href'
import { DomainError } from '@/domain/errors'
import { dayNumber } from '@/domain/clocks/calendar'
import { t } from '@/i18n'
import { langOf } from '@/lib/langOf'

type Row = { forms?: { href?: string | null }[] | null; onlineHref?: string | null; validFrom?: string | null; validUntil?: string | null }
type Fault = { path: string; message: string }

const isDay = (value: string): boolean => {
  try {
    dayNumber(value)
    return true
  } catch (error) {
    if (error instanceof DomainError) return false
    throw error
  }
}

const faultsOf = (row: Row, say: (key: 'href' | 'date' | 'until') => string): Fault[] => {
  const links = (row.forms ?? []).flatMap(({ href }, at): Fault[] => (href && !safeHref(href) ? [{ path: `forms.${at}.href`, message: say('href') }] : []))
  const online: Fault[] = row.onlineHref && !safeHref(row.onlineHref) ? [{ path: 'onlineHref', message: say('href') }] : []
  const days = (['validFrom', 'validUntil'] as const).flatMap((path): Fault[] => (row[path] && !isDay(row[path]) ? [{ path, message: say('date') }] : []))
  const turned: Fault[] = days.length === 0 && row.validFrom && row.validUntil && row.validUntil < row.validFrom ? [{ path: 'validUntil', message: say('until') }] : []
  return [...links, ...online, ...days, ...turned]
}

/** Links lead to this portal or over https, days are days and in their order: on every door, whatever it checks by itself. */
export const checkLinks: CollectionBeforeChangeHook = ({ data, originalDoc, collection, req }) => {
  const found = faultsOf({ ...(originalDoc as Row | undefined), ...(data as Row) }, (key) => t(langOf(req), `services.editor.${key}`))
  if (found.length > 0) throw new ValidationError({ collection: collection.slug, errors: found }, req.t)
  return data
}

import { spansIn, spansText } from '@/domain/clocks/spans'
import type { Span } from '@/domain/clocks/calendar'
import { isRecord } from '../../package/values'

type Row = Record<string, unknown>

/** Days of work by their weekday, ISO: 1 is Monday. */
const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const

/** Hours that a day is worked, whether a file lists minutes or a row keeps the text; office hours are words and stay so. */
const hoursOf = (value: unknown): Row => {
  const spans = Array.isArray(value) ? (value as Span[]) : typeof value === 'string' ? spansIn(value) : undefined
  return spans ? { workHours: spansText(spans) } : { hours: value }
}

const listOf = (joint: RegExp) => (value: unknown): unknown => (typeof value === 'string' ? value.split(joint).map((word) => word.trim()).filter(Boolean) : value)

const inside = (value: unknown, fields: Record<string, string>): Row => (isRecord(value) ? Object.fromEntries(Object.entries(fields).map(([own, name]) => [name, value[own]])) : {})

/** Files group what the editors ask for one by one. */
const FLAT: Record<string, (value: unknown) => Row> = {
  publicContact: (value) => inside(value, { phone: 'publicPhone', hours: 'publicHours' }),
  size: (value) => inside(value, { min: 'minSize', max: 'maxSize' }),
  footer: (value) => inside(value, { host: 'footerHost', icp: 'footerIcp', police: 'footerPolice', siteCode: 'footerSiteCode', support: 'footerSupport', contact: 'footerContact', fault: 'footerFault', faultMail: 'footerFaultMail' }),
  brand: (value) => (isRecord(value) ? { brand: value.brand, ...inside(value, { accent: 'accent', corner: 'corner', headingFace: 'headingFace' }) } : { brand: value }),
  errorWords: (value) => inside(value, { notFound: 'notFoundWords', failed: 'failedWords' }),
  closed: (value) => ({ active: value !== true }),
  week: (value) => inside(value, Object.fromEntries(WEEKDAYS.map((day) => [day, `weekday${day}`]))),
  hours: hoursOf,
  keywords: (value) => ({ keywords: listOf(/[、,，;；\n]+/)(value) }),
  steps: (value) => ({ steps: listOf(/\s+/)(value) }),
}

/** Which units a team serves is asked otherwise than which a person covers: it has a duty. */
const unitsOf = (units: unknown, row: Row): Row => (units === undefined ? {} : { ['duty' in row ? 'teamUnits' : 'units']: units })

/** A row of a file or of the database in the fields that its editor has. */
export const flat = ({ units, ...row }: Row): Row => Object.assign({}, ...Object.entries(row).map(([field, value]): Row => FLAT[field]?.(value) ?? { [field]: value }), unitsOf(units, row)) as Row

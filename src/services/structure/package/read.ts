import type { StructurePackage } from '@/domain/package/schema'
import { readNavigation } from '@/domain/site/navigation'
import { withoutIdleClosed } from '@/domain/package/part'
import { PACKAGE_VERSION } from '@/domain/package/upgrade'
import { both } from '@/i18n'
import { SLUG } from '@/slugs'
import { calendarOf, ownHours } from '../calendarOf'
import type { CalendarDayRow } from '../rows'
import { readContent } from './readContent'
import { readMatters } from './readMatters'
import { readServices } from './readServices'
import { codeOfRow, type Source, type StoredRow } from './source'
import { byOrder, closedIn, codeIn, codesIn, compact, listIn, numberIn, numberOr, textIn, treeOrder, wordsIn, wordsOr } from './values'

type Row = Record<string, unknown>

/** Of several values together; undefined where none of them is set. */
const together = (values: Row): Row | undefined => {
  const set = compact(values)
  return Object.keys(set).length > 0 ? set : undefined
}

const footerOf = (row: StoredRow): Row => {
  const fault = textIn(row.footerFault)
  return {
    ...compact({ host: wordsIn(row.footerHost), support: wordsIn(row.footerSupport), contact: wordsIn(row.footerContact), fault: fault === 'report' ? undefined : fault, faultMail: textIn(row.footerFaultMail) }),
    icp: textIn(row.footerIcp) ?? '', police: textIn(row.footerPolice) ?? '', siteCode: textIn(row.footerSiteCode) ?? '',
  }
}

const officeOf = (row: StoredRow): Row => {
  const pattern = textIn(row.codePattern)
  return compact({
    name: wordsOr(row.name, row.code), shortName: wordsOr(row.shortName, row.name), seal: textIn(row.seal) ?? [...wordsOr(row.name, row.code).zh][0],
    phone: textIn(row.phone), dutyPhone: textIn(row.dutyPhone), address: wordsIn(row.address), hours: wordsIn(row.hours), footer: footerOf(row),
    brand: together({ brand: textIn(row.brand), accent: textIn(row.accent), corner: textIn(row.corner), headingFace: textIn(row.headingFace) }),
    navigation: readNavigation(row.navigation), errorWords: together({ notFound: wordsIn(row.notFoundWords), failed: wordsIn(row.failedWords) }), timeZone: textIn(row.timeZone) ?? 'Asia/Shanghai',
    contactRetentionDays: numberOr(row.contactRetentionDays, 90), draftHours: numberOr(row.draftHours, 24), nearBoundaryMetres: numberOr(row.nearBoundaryMetres, 30),
    codePattern: pattern === 'free' ? undefined : pattern,
  })
}

const calendarIn = ({ office, rows }: Source): Row => {
  const { week, coveredYears } = calendarOf(office as never, [])
  const days = rows(SLUG.calendarDays).map((row) => ({ date: String(row.date), kind: row.kind, name: wordsOr(row.name, row.date), ...ownHours(row as unknown as CalendarDayRow) }))
  return { week, calendarYears: [...coveredYears].sort(), calendarDays: days.sort((one, other) => (one.date < other.date ? -1 : 1)) }
}

const unitOf = (source: Source, row: StoredRow): Row => {
  const phone = textIn(row.publicPhone)
  return compact({
    code: row.code, name: wordsOr(row.name, row.code), level: codeIn(source, SLUG.levels, row.level), parent: codeIn(source, SLUG.units, row.parent), kind: textIn(row.kind) ?? 'area',
    address: wordsIn(row.address), publicContact: phone && compact({ phone, hours: wordsIn(row.publicHours) }), boundary: row.boundary, closed: closedIn(row),
  })
}

const sizeOf = ({ minSize, maxSize }: Row): Row | undefined => {
  const size = compact({ min: numberIn(minSize), max: numberIn(maxSize) })
  return Object.keys(size).length > 0 ? size : undefined
}

const teamOf = (source: Source, row: StoredRow): Row => {
  const [units, seats] = [codesIn(source, SLUG.units, row.units), listIn(row.seats)]
  return compact({
    code: row.code, name: wordsOr(row.name, row.code), duty: wordsOr(row.duty, row.name), kind: row.kind === 'leading' ? 'leading' : undefined, size: sizeOf(row),
    units: units.length > 0 ? units : undefined, seats: seats.length > 0 ? seats : undefined, phone: textIn(row.phone), closed: closedIn(row),
  })
}

const territoryIn = (source: Source): Row => ({
  levels: byOrder(source.rows(SLUG.levels)).map((row) => ({ code: row.code, name: wordsOr(row.name, row.code), order: row.order, staffing: listIn(row.staffing) })),
  units: treeOrder(source.rows(SLUG.units)).map((row) => unitOf(source, row)),
  teams: source.rows(SLUG.teams).map((row) => teamOf(source, row)),
  posts: source.rows(SLUG.posts).map((row) => compact({ code: row.code, name: wordsOr(row.name, row.code), duty: wordsOr(row.duty, row.name), closed: closedIn(row) })),
})

const smallIn = ({ rows }: Source): Row => ({
  sources: rows(SLUG.sources).map((row) => compact({ code: row.code, name: wordsOr(row.name, row.code), kind: row.kind, openToStaff: row.openToStaff !== false, closed: closedIn(row) })),
  roles: rows(SLUG.roles).map((row) => compact({ code: row.code, name: wordsOr(row.name, row.code), description: wordsOr(row.description, row.name), permissions: listIn(row.permissions), exclusive: textIn(row.exclusive), secondFactor: textIn(row.secondFactor) })),
  tags: rows(SLUG.tags).map((row) => compact({ code: row.code, name: wordsOr(row.name, row.code), closed: closedIn(row) })),
})

/** The whole of an office's structure as it is in force, closed rows too: no ids, no people, no secrets, no matters. */
export const packageOf = (source: Source): StructurePackage => {
  const name = wordsOr(source.office.name, source.office.code)
  const whole = {
    schemaVersion: PACKAGE_VERSION, code: codeOfRow(source.office), name, description: both('packages.exportedDescription'), office: officeOf(source.office), ...calendarIn(source), ...territoryIn(source),
    ...readMatters(source), ...smallIn(source), ...readContent(source), ...readServices(source),
  }
  return whole as unknown as StructurePackage
}

/** As an office hands it on: of what is closed only what something open still names. */
export const exportOf = (source: Source): StructurePackage => withoutIdleClosed(packageOf(source))

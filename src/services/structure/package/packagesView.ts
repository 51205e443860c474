import { checkPackage } from '@/domain/package/check'
import { packageFileName } from '@/domain/package/fileName'
import { partOf } from '@/domain/package/part'
import { PACKAGE_CAPS } from '@/domain/package/read'
import { serialise } from '@/domain/package/serialise'
import type { StructurePackage } from '@/domain/package/schema'
import { isList, rowsOf, SECTIONS, type Section } from '@/domain/package/sections'
import { PACKAGE_VERSION } from '@/domain/package/upgrade'
import { SCHEMA_FILE } from '@/domain/package/jsonSchema'
import { DomainError } from '@/domain/errors'
import { withTransaction } from '@/db/transaction'
import { now } from '@/lib/clock'
import { idOf } from '@/lib/idOf'
import type { StructureImport } from '@/payload-types'
import { appendAudit } from '@/services/audit/append'
import type { Desk } from '@/services/desk/desk'
import { SLUG } from '@/slugs'
import { mayImport } from './allowed'
import { recentImports } from './imports'
import { namedProblem, problemSaid, type ProblemSaid } from './problemSaid'
import { exportOf } from './read'
import { sectionSaid } from './said'
import { readSource } from './source'

export type PackagesView = {
  sections: { key: Section; name: string; count: number }[]
  /** What other offices would refuse. */
  problems: ProblemSaid[]
  recent: { id: string; name: string; state: NonNullable<StructureImport['state']>; at: string; by: string }[]
  maxMB: number
  version: number
  schema: string
}

const exportNow = async (desk: Desk): Promise<StructurePackage> => exportOf(await readSource({ payload: desk.payload }, desk.model.office.id))

const countOf = (pkg: StructurePackage, section: Section): number => {
  if (isList(section)) return rowsOf(pkg, section).length
  if (section === 'limits') return pkg.limits.limits.length
  return section === 'routing' ? pkg.routing.rules.length : 1
}

/** What there is to export, whether others could read it, and what was imported last. */
export const packagesView = async (desk: Desk): Promise<PackagesView> => {
  const pkg = await exportNow(desk)
  const checked = checkPackage(pkg)
  const recent = mayImport(desk.holds) ? await recentImports(desk) : []
  return {
    sections: SECTIONS.map((key) => ({ key, name: sectionSaid(key, desk.lang), count: countOf(pkg, key) })),
    problems: checked.ok ? [] : checked.problems.slice(0, 20).map((problem) => problemSaid(namedProblem(problem, pkg), desk.lang)),
    recent: recent.map(({ id, name, state, requestedAt, requestedBy }) => ({ id, name: name ?? '', state, at: requestedAt, by: desk.model.people.get(idOf(requestedBy) ?? '')?.name ?? '' })),
    maxMB: PACKAGE_CAPS.bytes / 1024 / 1024, version: PACKAGE_VERSION, schema: `/${SCHEMA_FILE}`,
  }
}

const chosenOf = (asked: string): Section[] => {
  const keys = asked.split(',').filter(Boolean)
  const sections = SECTIONS.filter((section) => keys.includes(section))
  if (sections.length === 0 || sections.length !== keys.length) throw new DomainError('invalid', {}, [{ field: 'sections', code: 'invalid' }])
  return sections
}

/** The office's structure as a file, whole or only some sections with what they need. Kept in the audit log. Errors: `invalid` for sections there are none of. */
export const exportFile = async (desk: Desk, sections: string | null): Promise<{ name: string; text: string }> => {
  const whole = await exportNow(desk)
  const pkg = sections === null ? whole : partOf(whole, Object.fromEntries(chosenOf(sections).map((section) => [section, 'all'])))
  const day = new Date(now()).toLocaleDateString('en-CA', { timeZone: desk.model.calendar.timeZone })
  await withTransaction(desk.payload, (req) => appendAudit(req, {
    office: desk.viewer.office, action: 'structure.export', actor: { kind: 'staff', id: desk.me.id, name: desk.me.name }, targetKind: SLUG.offices, target: desk.viewer.office, detail: { format: 'json', count: sections === null ? SECTIONS.length : sections.split(',').length },
    ...(desk.acting.address ? { address: desk.acting.address } : {}),
  }))
  return { name: packageFileName({ office: pkg.office.shortName.zh, part: sections !== null, day }), text: serialise(pkg) }
}

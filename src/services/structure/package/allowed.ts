import type { Permission } from '@/domain/access/types'
import { SECTIONS, type Section } from '@/domain/package/sections'

/** Rights beyond editing the structure that a part of a package needs: a file opens no door that its bearer could not open by hand. */
const NEEDS: Partial<Record<Section, readonly Permission[]>> = {
  office: ['settings.edit'], calendar: ['settings.edit'], roles: ['grants.edit'], ruleDocuments: ['rules.edit'], noticeColumns: ['content.edit'],
  notices: ['content.edit', 'content.publish'], pages: ['content.edit', 'content.publish'], standardReplies: ['structure.edit'],
  lifeEvents: ['content.edit'], serviceCounters: ['content.edit'], serviceItems: ['content.edit', 'content.publish'],
}

const PUBLISHED: readonly Section[] = ['forms', 'workflows', 'limits', 'routing', 'registers']

/** What somebody must hold to change a section. */
export const needsOf = (section: Section): readonly Permission[] => NEEDS[section] ?? (PUBLISHED.includes(section) ? ['structure.edit', 'structure.publish'] : ['structure.edit'])

/** Sections that somebody may not change, and an import therefore leaves alone. */
export const closedTo = (holds: (permission: Permission) => boolean): Section[] => SECTIONS.filter((section) => !needsOf(section).every(holds))

/** Rights of which each opens a part of a package to its bearer. */
export const IMPORT_RIGHTS: readonly Permission[] = [...new Set(SECTIONS.map(needsOf).filter(({ length }) => length === 1).flat())]

/** Whether somebody may change any part by a package: roles are the security administrator's, pages the reviewer's, the rest the owner's. */
export const mayImport = (holds: (permission: Permission) => boolean): boolean => closedTo(holds).length < SECTIONS.length

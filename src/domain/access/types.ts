/** The closed list of verbs (domain.md §9). Roles are data that collect them. */
export const PERMISSIONS = [
  'matter.view', 'matter.viewRestricted', 'matter.create', 'matter.accept', 'matter.reject', 'matter.route',
  'matter.coordinate', 'matter.handle', 'matter.verify', 'matter.archive', 'matter.reopen', 'matter.note',
  'matter.reply', 'matter.tag', 'matter.assign', 'matter.extend', 'matter.merge', 'matter.split', 'matter.attach',
  'matter.publish', 'matter.original', 'matter.restrict', 'contact.reveal', 'structure.view', 'structure.edit', 'structure.publish', 'rules.edit',
  'content.edit', 'content.publish', 'alert.publish', 'people.view', 'people.edit', 'grants.view', 'grants.edit', 'audit.view',
  'settings.edit', 'health.view', 'register.view', 'register.edit', 'retention.run', 'retention.hold', 'booking.run',
] as const
export type Permission = (typeof PERMISSIONS)[number]

export type Confidentiality = 'normal' | 'restricted'

/**
 * One row of what a person was granted, resolved: AND inside a row, OR across rows (decisions.md 12).
 * `unitPath` is a materialised path of ids ending in "/", e.g. "/a/b/"; absent means the whole office.
 */
export type Grant = {
  role: string
  permissions: readonly Permission[]
  unitPath?: string
  team?: string
  /** Materialised paths of categories; a matter fits when its category path starts with one of them. */
  categoryPaths?: readonly string[]
  from?: number
  until?: number
}

export type Viewer = { id: string; office: string; grants: readonly Grant[] }

/** What access depends on, of one matter. Paths end in "/". */
export type MatterFacts = {
  office: string
  path: string
  categoryPath: string
  confidentiality: Confidentiality
  /** Teams and persons with a share: lead and co-handlers. */
  teams: readonly string[]
  persons: readonly string[]
}

/**
 * The same decision as a filter, for lists, counts, GraphQL and search. `never` matches nothing. `anyOf`: OR of rows, each row AND.
 */
export type AccessFilter =
  | { kind: 'never' }
  | { kind: 'anyOf'; office: string; rows: FilterRow[] }

export type FilterRow = {
  unitPath?: string
  team?: string
  person?: string
  categoryPaths?: readonly string[]
  /** Absent: restricted matters included. */
  confidentiality?: 'normal'
}

const known: ReadonlySet<string> = new Set(PERMISSIONS)
export const isPermission = (value: string): value is Permission => known.has(value)

import type { Permission } from '@/domain/access/types'

/**
 * Who gets rows of a collection by Payload's own doors when they hold a role for the whole office: said once more and apart from the
 * access functions. `staff`: anybody signed in, if only their own row. A list: one of these rights.
 */
export type Readers = 'everybody' | 'staff' | 'nobody' | readonly Permission[]

const STAFF_READ = ['grid-levels', 'grid-units', 'risk-categories', 'matter-types', 'forms', 'workflows', 'limit-sets', 'routing-sets', 'calendar-days', 'registers', 'routines', 'sources', 'definition-versions',
  'standard-replies', 'tags', 'teams', 'posts', 'notice-columns', 'typo-words', 'offices', 'roles', 'life-events', 'service-counters'] as const

const MATTERS = ['matters', 'matter-events', 'assignments', 'clocks', 'attachments'] as const

const CLOSED = ['contacts', 'matter-texts', 'report-drafts', 'saved-views', 'counters', 'outbox', 'audit-heads', 'register-entries', 'round-checks', 'structure-imports', 'staff-sessions', 'second-factors',
  'audit-log', 'audit-anchors', 'audit-segments', 'legal-holds', 'erasure-runs', 'tombstones', 'privacy-versions', 'webhooks', 'bookings', 'payload-kv', 'payload-migrations'] as const

const all = (slugs: readonly string[], who: Readers): [string, Readers][] => slugs.map((slug) => [slug, who])

export const READ_BY: Record<string, Readers> = Object.fromEntries([
  ...all(STAFF_READ, 'staff'),
  ...all(MATTERS, ['matter.view']),
  ...all(CLOSED, 'nobody'),
  ...all(['media', 'notices', 'notice-files', 'pages', 'rule-documents', 'service-items'], 'everybody'),
  ...all(['notice-chains', 'notice-steps'], ['content.edit', 'content.publish']),
  ...all(['alerts'], ['alert.publish']),
  ...all(['users', 'grants', 'payload-preferences', 'acknowledgements', 'notice-reads'], 'staff'),
  ...all(['memberships'], ['people.view', 'people.edit']),
  ...all(['change-sets', 'routine-runs'], ['structure.view']),
  ...all(['tasks'], ['health.view']),
  ...all(['booking-days', 'counter-closings'], ['booking.run']),
  ...all(['payload-locked-documents'], ['structure.edit', 'content.edit', 'rules.edit', 'people.edit', 'grants.edit', 'settings.edit']),
])

const USES = ['get /:id/uses']
const DEFINITION = ['get /:id/check', 'get /:id/uses', 'post /:id/publish']

/** What collections answer beyond Payload's reading and writing of rows. */
export const COLLECTION_DOORS: Record<string, string[]> = {
  ...Object.fromEntries(['forms', 'workflows', 'limit-sets', 'routing-sets', 'registers'].map((slug) => [slug, DEFINITION])),
  ...Object.fromEntries(['grid-levels', 'grid-units', 'risk-categories', 'matter-types', 'calendar-days', 'routines', 'sources', 'standard-replies', 'tags', 'teams', 'posts', 'memberships', 'rule-documents',
    'notice-columns', 'notices', 'typo-words', 'pages', 'roles', 'grants', 'life-events', 'service-counters', 'service-items'].map((slug) => [slug, USES])),
  media: ['get /:id/uses', 'get /file/:filename', 'get /paste-url/:id?'],
  'notice-files': ['get /:id/uses', 'get /file/:filename', 'get /paste-url/:id?'],
  matters: ['post /:id/act', 'post /:id/transition'],
  'payload-preferences': ['delete /:key', 'get /:key', 'post /:key'],
  users: ['get /init', 'get /me', 'post /first-register', 'post /forgot-password', 'post /login', 'post /logout', 'post /refresh-token', 'post /reset-password', 'post /second-factor', 'post /unlock', 'post /verify/:id'],
}

/** What every collection answers by Payload itself: asked per collection by the matrix. */
export const STANDARD = ['get /count', 'post /', 'delete /', 'delete /:id', 'post /access/:id?', 'get /versions', 'get /', 'get /:id', 'get /versions/:id', 'post /versions/:id', 'patch /', 'patch /:id', 'post /:id/duplicate']

const pascal = (slug: string): string => slug.split('-').map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('')

const KEPT: Record<string, { one: string; many: string }> = {
  'payload-kv': { one: 'PayloadKv', many: 'PayloadKvs' },
  'payload-locked-documents': { one: 'PayloadLockedDocument', many: 'PayloadLockedDocuments' },
  'payload-preferences': { one: 'PayloadPreference', many: 'PayloadPreferences' },
}

/** The names of a collection's questions in GraphQL; undefined where it has none. */
export const queryOf = (slug: string): { one: string; many: string } | undefined =>
  slug === 'payload-migrations' ? undefined : (KEPT[slug] ?? { one: `${pascal(slug)}Item`, many: pascal(slug) })

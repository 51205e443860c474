import type { Permission } from '@/domain/access/types'

/**
 * Every door of the portal that is a file: who may go through it. Said once more and apart from the code, so that the two can
 * disagree; a route or a page without a line here fails the test of the doors.
 *
 * `everybody`: no account. `holder`: whoever has the receipt's or the draft's cookie. `entry`: before or after a session, judged by the form itself.
 * `staff`: anybody signed in, who gets what the rows' own rule lets them see. `matter`: the rule of the matter decides; asked case by case in the
 * matrix of matters. `register`: the rule of the register decides. `collections`: Payload's own door, judged per collection.
 * A list: one of these rights, and without it a refusal before anything is looked at.
 */
export type Who = 'everybody' | 'holder' | 'entry' | 'staff' | 'matter' | 'register' | 'collections' | readonly Permission[]

export type Doors = Record<string, Record<string, Who>>

const READ: Who = ['structure.view', 'structure.edit']
const LOOK: Who = ['structure.view', 'structure.edit', 'structure.publish']
const EDIT: Who = ['structure.edit']
const ROWS: Who = ['structure.edit', 'people.edit', 'grants.edit', 'content.edit', 'settings.edit']
const PACKAGE: Who = ['settings.edit', 'grants.edit', 'rules.edit', 'content.edit', 'structure.edit']

const SITE = '/s/[lang]/[mode]'
const DESK = '/desk/api'
const STUDIO = '/admin/structure/api'

const under = (base: string, doors: Doors): Doors => Object.fromEntries(Object.entries(doors).map(([address, methods]) => [`${base}${address}`, methods]))

export const ROUTES: Doors = {
  '/healthz': { GET: 'everybody' },
  '/readyz': { GET: 'everybody' },
  '/api/[...slug]': { GET: 'collections', POST: 'collections', DELETE: 'collections', PATCH: 'collections', PUT: 'collections', OPTIONS: 'everybody' },
  '/api/graphql': { POST: 'collections', OPTIONS: 'everybody' },
  ...under(SITE, {
    '/do/book/[act]': { POST: 'everybody', GET: 'everybody' },
    '/do/leave': { POST: 'everybody', GET: 'everybody' },
    '/do/report/[step]': { POST: 'everybody', GET: 'everybody' },
    '/do/track': { POST: 'everybody', GET: 'everybody' },
    '/do/track/act': { POST: 'holder', GET: 'everybody' },
    '/feeds/[...feed]': { GET: 'everybody' },
    '/photo/[id]': { GET: 'holder' },
    '/r': { GET: 'everybody' },
  }),
  '/desk/account/go': { POST: 'entry' },
  '/desk/alerts/go': { POST: 'entry' },
  '/desk/notices/[id]/act': { POST: 'entry' },
  '/desk/notices/[id]/read': { POST: 'entry' },
  '/desk/appoint/go': { POST: 'entry' },
  '/desk/bookings/go': { POST: 'entry' },
  '/desk/code/go': { POST: 'entry' },
  '/desk/oidc': { GET: 'everybody' },
  '/desk/oidc/back': { GET: 'everybody' },
  '/desk/processing/go': { POST: 'entry' },
  '/desk/prove/go': { POST: 'entry' },
  '/desk/retention/go': { POST: 'entry' },
  '/desk/second-factor/go': { POST: 'entry' },
  '/desk/lang': { GET: 'everybody' },
  '/desk/password/go': { POST: 'entry' },
  '/desk/rules/[code]/acknowledge': { POST: 'entry' },
  '/desk/sign-in/go': { POST: 'entry' },
  '/desk/sign-out': { POST: 'entry' },
  ...under(DESK, {
    '/arrivals': { GET: 'staff' },
    '/audit/anchors': { GET: ['audit.view'] },
    '/audit/file': { GET: ['audit.view'] },
    '/audit/verify': { POST: ['audit.view'] },
    '/photos/[id]/cover': { POST: 'matter' },
    '/prove': { GET: 'staff', POST: 'staff' },
    '/bulk': { POST: 'matter' },
    '/matters': { POST: 'matter' },
    '/matters/[id]': { GET: 'matter' },
    '/matters/[id]/act': { POST: 'matter' },
    '/matters/[id]/revision': { GET: 'matter' },
    '/photos': { POST: 'staff' },
    '/photos/[id]': { GET: 'matter' },
    '/pick': { GET: 'staff' },
    '/queue': { GET: 'staff' },
    '/retention/list': { GET: ['retention.run', 'retention.hold', 'audit.view'] },
    '/registers': { GET: 'register' },
    '/registers/[code]/entries': { GET: 'register', POST: 'register' },
    '/registers/[code]/entries/[entry]': { GET: 'register', PUT: 'register' },
    '/registers/[code]/entries/[entry]/[act]': { POST: 'register' },
    '/registers/[code]/file': { GET: 'register' },
    '/registers/[code]/imports': { POST: 'register' },
    '/registers/[code]/imports/[id]': { GET: 'register', POST: 'register' },
    '/registers/[code]/imports/[id]/undo': { POST: 'register' },
    '/registers/[code]/units': { GET: 'register' },
    '/rounds/[run]/[check]/[act]': { POST: 'staff' },
    '/suggest': { GET: 'staff' },
    '/units': { GET: 'staff' },
    '/views': { GET: 'staff', POST: 'staff' },
  }),
  ...under(STUDIO, {
    '/categories': { POST: EDIT },
    '/categories/[id]': { GET: READ },
    '/categories/[id]/close': { POST: EDIT },
    '/categories/[id]/move': { POST: EDIT },
    '/categories/code': { GET: EDIT },
    '/categories/order': { POST: EDIT },
    '/changes/[id]': { GET: ['structure.view'] },
    '/changes/[id]/undo': { POST: READ },
    '/definitions/[kind]': { POST: EDIT },
    '/definitions/[kind]/[key]': { GET: LOOK, PUT: EDIT, DELETE: EDIT },
    '/definitions/[kind]/[key]/publish': { POST: ['structure.publish'] },
    '/definitions/[kind]/[key]/take': { POST: EDIT },
    '/definitions/[kind]/check': { POST: LOOK },
    '/forms/try': { POST: LOOK },
    '/forms/versions/[id]': { GET: LOOK },
    '/import/[kind]': { POST: EDIT },
    '/import/[kind]/[id]': { GET: EDIT, DELETE: EDIT },
    '/import/[kind]/[id]/apply': { POST: EDIT },
    '/import/[kind]/[id]/merge': { POST: EDIT },
    '/import/[kind]/template': { GET: READ },
    '/limits/calendar/day': { POST: EDIT },
    '/limits/calendar/import': { POST: EDIT },
    '/packages': { POST: PACKAGE },
    '/packages/[id]': { GET: PACKAGE, DELETE: PACKAGE },
    '/packages/[id]/apply': { POST: PACKAGE },
    '/packages/[id]/compare': { POST: PACKAGE },
    '/packages/export': { GET: READ },
    '/people/[id]/account/[act]': { POST: ['grants.edit'] },
    '/people/[id]/hand-over': { POST: ['people.edit'] },
    '/roles/see': { POST: ['structure.view', 'grants.view', 'grants.edit'] },
    '/routines/[id]/runs': { GET: READ },
    '/routines/[id]/runs/[run]': { POST: EDIT },
    '/routines/check': { POST: READ },
    '/routines/try': { POST: READ },
    '/routing/replay': { POST: READ },
    '/routing/try': { POST: READ },
    '/rows/[slug]': { POST: ROWS },
    '/rows/[slug]/[id]': { PATCH: ROWS, DELETE: ROWS },
    '/setup/finish': { POST: ['settings.edit'] },
    '/setup/grants': { POST: ['grants.edit'] },
    '/setup/people': { POST: ['people.edit'] },
    '/setup/start': { POST: EDIT },
    '/units': { POST: EDIT },
    '/units/[id]': { GET: READ },
    '/units/[id]/close': { POST: EDIT },
    '/units/[id]/effect': { GET: EDIT },
    '/units/[id]/merge': { POST: EDIT },
    '/units/[id]/move': { POST: EDIT },
    '/units/[id]/split': { POST: EDIT },
    '/units/code': { GET: EDIT },
    '/units/levels': { PUT: EDIT },
    '/units/order': { POST: EDIT },
    '/units/tasks': { GET: READ },
    '/webhooks': { POST: ['settings.edit'] },
    '/webhooks/[id]': { PATCH: ['settings.edit'], DELETE: ['settings.edit'] },
    '/webhooks/[id]/secret': { POST: ['settings.edit'] },
    '/webhooks/[id]/try': { POST: ['settings.edit'] },
    '/webhooks/undelivered': { POST: ['settings.edit'] },
    '/workflows/[key]/flight': { GET: LOOK, POST: ['structure.publish'] },
    '/workflows/[key]/flight/preview': { POST: LOOK },
    '/workflows/try': { POST: LOOK },
  }),
}

const PUBLIC_PAGES = ['', '/[...rest]', '/about', '/grid', '/grid/[code]', '/mine', '/notices', '/notices/[code]', '/pages/[code]', '/places', '/book', '/book/[counter]', '/book/mine', '/services', '/services/[code]', '/places/[register]', '/places/[register]/[entry]',
  '/privacy', '/report', '/report/[step]', '/rules', '/rules/[code]', '/search', '/sos', '/track']

const KEEPING: Who = ['retention.run', 'retention.hold', 'audit.view', 'matter.reply']

const STAFF_PAGES = ['', '/[...rest]', '/account', '/prove', '/health', '/new', '/notices', '/notices/[id]', '/queue', '/services', '/rounds', '/rounds/[id]', '/rounds/[id]/[check]', '/rules', '/rules/[code]', '/registers']

const REGISTER_PAGES = ['', '/e/[entry]', '/e/[entry]/edit', '/import', '/map', '/new', '/qr']

const STUDIO_PAGES: Record<string, Who> = {
  '': 'staff', '/[...rest]': 'staff', '/blocks': ['content.edit', 'content.publish'], '/categories': READ, '/categories/import': EDIT, '/changes': ['structure.view'], '/forms': READ, '/forms/[key]': READ, '/levels': READ, '/limits': READ, '/limits/calendar': READ,
  '/office': ['settings.edit', 'structure.view'], '/packages': READ, '/packages/[id]': PACKAGE, '/people': ['people.view', 'people.edit'], '/people/[id]': ['people.view', 'people.edit'], '/registers': READ,
  '/registers/[key]': READ, '/roles': ['structure.view', 'grants.view', 'grants.edit'], '/routines': READ, '/routines/[key]': READ, '/routing': READ, '/setup': ['settings.edit', 'grants.edit', 'people.edit'],
  '/sources': READ, '/teams': ['structure.view', 'structure.edit', 'people.edit'], '/types': READ, '/units': READ, '/units/import': EDIT, '/webhooks': ['settings.edit', 'health.view'], '/workflows': READ, '/workflows/[key]': READ,
}

const pagesUnder = (base: string, addresses: readonly string[], who: Who): [string, Who][] => addresses.map((address) => [`${base}${address}`, who])

/** Every page, by the same words. */
export const PAGES: Record<string, Who> = Object.fromEntries([
  ...pagesUnder(SITE, PUBLIC_PAGES, 'everybody'),
  ...pagesUnder(SITE, ['/receipt', '/track/[code]', '/track/[code]/data'], 'holder'),
  ...pagesUnder('/desk', STAFF_PAGES, 'staff'),
  ...pagesUnder('/desk/registers/[code]', REGISTER_PAGES, 'register'),
  ...pagesUnder('/desk', ['/matters/[id]', '/photos/[id]', '/retention/matter/[id]'], 'matter'),
  ...pagesUnder('/desk', ['/processing', '/retention', '/retention/[run]'], KEEPING),
  ['/desk/audit', ['audit.view']],
  ['/desk/bookings', ['booking.run']],
  ['/desk/alerts', ['alert.publish']],
  ...pagesUnder('/desk', ['/sign-in', '/password', '/appoint', '/code', '/second-factor', '/second-factor/codes'], 'entry'),
  ['/admin/[[...segments]]', 'collections'],
  ...pagesUnder('/admin/preview/[lang]/[mode]', ['/blocks/[type]', '/notices/[id]', '/pages/[id]', '/services/[id]'], ['content.edit', 'content.publish']),
  ...Object.entries(STUDIO_PAGES).map(([address, who]): [string, Who] => [`/admin/structure${address}`, who]),
])

/** Functions a browser calls without an address: the admin's, which go through the collections' own rules. */
export const HIDDEN = ['(payload)/layout.tsx']

const BOTH = 'opens its databases itself, on both engines'
const SQLITE = 'is about SQLite itself'

/**
 * Files of tests/int that are not run a second time on MongoDB's protocol, each with its reason.
 * @type {Readonly<Record<string, string>>}
 */
export const NOT_ON_MONGO = {
  'audit-proof': `${SQLITE}: its rows are changed by hand below the portal`,
  backup: SQLITE,
  books: `${SQLITE}: its rows are changed by hand below the portal`,
  'db-contract': BOTH,
  'db-faults': SQLITE,
  'db-load': SQLITE,
  'db-migration': SQLITE,
  'db-mongo': BOTH,
  'db-payload': SQLITE,
  'db-retry': 'stands on a server of its own that fails on purpose',
  'db-rows': BOTH,
  'db-statements': `${SQLITE}: faults around each statement`,
  'db-transaction': SQLITE,
  'disk-full': `${SQLITE}: its file has no room, or may not be written`,
  'doors-audit': `${SQLITE}: its rows are changed by hand below the portal`,
  'doors-matrix': `${SQLITE}: looks at its tables below the portal`,
  'doors-registry': `${SQLITE}: looks at its tables below the portal`,
  'doors-bodies': `${SQLITE}: one of its tables is taken away`,
  instances: 'starts its own server and processes',
  limits: BOTH,
  logs: `${SQLITE}: its statements fail on purpose`,
  move: 'goes from one engine to the other itself',
  outbox: `${SQLITE}: its statements fail on purpose; lifecycle-jobs sends messages on both`,
  'outbox-dead': `${SQLITE}: its statements fail on purpose`,
  'packages-killed': 'starts and kills processes of its own, on one copied file',
  shared: BOTH,
  upgrade: SQLITE,
}

const SLOW = 'takes minutes on the server that tests bring along, and asks of the database what others ask, too'

/**
 * Files that are run on MongoDB's protocol only by `npm run test:full`, each with its reason.
 * @type {Readonly<Record<string, string>>}
 */
export const LONG_ON_MONGO = {
  'doors-reading': SLOW,
  'doors-residents': SLOW,
  'lifecycle-demo': SLOW,
  'studio-flow-flight': SLOW,
}

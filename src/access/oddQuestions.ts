/** Numbers of a question that Payload hands on to the database as they came. */
const NUMBERS = ['limit', 'page', 'depth'] as const

/** Beyond this no page of anything lies; multiplied with one another, numbers stay such that the database can count to. */
const MOST = 1_000_000

const isCount = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MOST

/** Operators that take several values, and those that no field here has: they fail in the database. */
const LISTS = ['in', 'not_in']
const UNKNOWN = ['near', 'within', 'intersects', 'all']

const isPlain = (value: unknown): boolean => value === null || ['string', 'number', 'boolean', 'undefined'].includes(typeof value) || value instanceof Date

const isOperand = (operator: string, value: unknown): boolean =>
  !UNKNOWN.includes(operator) && (isPlain(value) || (LISTS.includes(operator) && Array.isArray(value) && value.every(isPlain)))

const isCondition = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

const isBranch = (key: string): boolean => ['and', 'or'].includes(key.toLowerCase())

const ORDERED = ['greater_than', 'greater_than_equal', 'less_than', 'less_than_equal']

/** Instants are compared as instants: a text that is none fails in the database. Fields of time are named so throughout. */
const isInstant = (path: string): boolean => /(?:At|Since|Until|from|until)$/.test(path)

const oddOperand = (path: string, [operator, value]: [string, unknown]): string | undefined => {
  const noInstant = ORDERED.includes(operator) && isInstant(path) && typeof value === 'string' && Number.isNaN(Date.parse(value))
  return isOperand(operator, value) && !noInstant ? undefined : `${path} ${operator}`
}

const oddWhere = (where: unknown): string | undefined => {
  if (Array.isArray(where)) return where.map(oddWhere).find(Boolean)
  if (!isCondition(where)) return undefined
  return Object.entries(where).map(([key, value]) => {
    if (isBranch(key)) return oddWhere(value)
    return isCondition(value) ? Object.entries(value).map((each) => oddOperand(key, each)).find(Boolean) : undefined
  }).find(Boolean)
}

/** What in a question could only fail in the database, if anything: it is then refused with a plain answer, and no fault is logged. */
export const oddIn = (args: Record<string, unknown>): string | undefined =>
  NUMBERS.find((name) => args[name] !== undefined && args[name] !== null && !isCount(args[name])) ?? oddWhere(args.where)

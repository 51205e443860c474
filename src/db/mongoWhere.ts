import type { Where } from 'payload'

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Operators whose value may be a list written with commas. */
const LISTS = new Set(['in', 'not_in', 'all'])

const meant = ([operator, value]: [string, unknown]): [string, unknown] => {
  if (typeof value !== 'string' || !value.includes(',') || LISTS.has(operator)) return [operator, value]
  return [operator.startsWith('not') ? 'not_in' : 'in', [value]]
}

const asked = ([key, part]: [string, unknown]): [string, unknown] => {
  if (Array.isArray(part)) return [key, part.map((each) => (isRecord(each) ? wholeIds(each as Where) : each))]
  if (key !== 'id' || !isRecord(part)) return [key, part]
  return [key, Object.fromEntries(Object.entries(part).map(meant))]
}

/**
 * The same condition with every id asked for as one word. Payload's MongoDB adapter makes a list of an id that holds a comma, whatever
 * the operator, and mongoose then refuses to compare: an address with a comma in it would be answered with a fault instead of 404.
 */
export const wholeIds = (where: Where): Where => Object.fromEntries(Object.entries(where).map(asked)) as Where

const METHODS = ['count', 'deleteMany', 'deleteOne', 'find', 'findDistinct', 'findOne', 'queryDrafts', 'updateMany', 'updateOne', 'upsert'] as const

/** The adapter's methods that take a condition, each asking with whole ids. */
export const withWholeIds = <T extends object>(adapter: T): Partial<T> => {
  const methods = METHODS.flatMap((name) => {
    const method: unknown = Reflect.get(adapter, name)
    if (typeof method !== 'function') return []
    const whole = (args: unknown, ...rest: unknown[]): unknown =>
      Reflect.apply(method, adapter, [isRecord(args) && isRecord(args.where) ? { ...args, where: wholeIds(args.where as Where) } : args, ...rest])
    return [[name, whole] as const]
  })
  return Object.fromEntries(methods) as Partial<T>
}

/** What may be wrong with a package; the words stand in the dictionaries under `package.<code>`. */
export const PROBLEM_CODES = [
  'missing', // a value that must be there is not
  'wrongType', // text where a number belongs, and the like
  'unknownKey', // a key the format does not have
  'badFormat', // a code, date, telephone or colour not written as one
  'outOfRange', // too short, too long, too small, too large
  'notOffered', // not one of the values the format knows
  'notReadable', // no JSON at all; `params.line` says where it breaks off
  'tooLarge', // more bytes than a package may have
  'tooDeep', // nested deeper than any package is
  'tooMuch', // more values than a package may have
  'tooNew', // written by a later version of the portal
  'malformed', // anything else that the format refuses
  'duplicate', // the same code twice within its kind
  'unknownCode', // names a row that the package does not hold
  'cycle', // a row is its own ancestor
  'levelOrder', // a unit stands above or beside its parent's level, or a root below the top level
  'badRange', // a smallest value above the largest
  'separation', // one role holds rights that must lie apart
  'roleFirst', // names a role that the file brings, and that its bearer may not make
  'roleMissing', // none of the three separated roles is there
  'refused', // the engine that would use the row refuses it; `params.rule` is its reason
] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number]

/** One thing wrong with a package. `path` is a JSON pointer, empty for the whole file. */
export type Problem = { path: string; code: ProblemCode; params: Record<string, string | number> }

/** A JSON pointer from the keys that lead to a place (RFC 6901). */
export const pointer = (keys: readonly PropertyKey[]): string =>
  keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

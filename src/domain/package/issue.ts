import type { Words } from '../words'

/** An `error` forbids publishing, a `warning` is shown. `path` is a JSON pointer into the definition. */
export type DefinitionIssue = { severity: 'error' | 'warning'; path: string; code: string; params?: Record<string, unknown>; /** Of refused questions. */ why?: Words; instead?: Words }

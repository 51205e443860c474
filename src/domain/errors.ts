/** The closed list of what can go wrong, with the HTTP status of each. Words stand in the dictionaries under `error.<code>`. */
export const ERROR_STATUS = {
  invalid: 400, // input is malformed, or misses something it needs; `fields` says which
  notSignedIn: 401, // a staff door without a session
  notAllowed: 403, // signed in, but permission, scope or confidentiality refuse
  verifierHandled: 403, // a person may not supervise their own work
  proofNeeded: 428, // a dangerous act, and the last proof of who acts is too long ago; `detail.minutes` says how long one counts
  notFound: 404, // does not exist, or must not be known to exist
  wrongCode: 404, // receipt code and query word do not belong together
  conflict: 409, // somebody changed it meanwhile; `detail` shows what happened
  illegalStep: 409, // the transition does not leave from the matter's present step
  guardFailed: 409, // a rule of the workflow forbids it now; `detail.guard` names it
  tooLarge: 413, // a file or body above its limit
  unsupportedFile: 415, // not a JPEG, PNG or WebP picture
  effortNeeded: 429, // often used, and the browser's little task is missing, was handed in before or is too old
  notScanned: 503, // an upload could not be looked at by the virus scanner; nothing was kept
  tooMany: 429, // rate limit; `detail.retryAfter` in seconds
  expired: 410, // a draft or a time-limited right ran out
  busy: 503, // the database could not take the write in time; nothing was saved
  storageFull: 503, // the disk is full; nothing was saved
  unwritable: 503, // the database or the disk takes no writes now (read-only, failing); nothing was saved
  internal: 500, // a fault of ours, with a reference the log knows
} as const
export type ErrorCode = keyof typeof ERROR_STATUS

export type FieldError = { field: string; code: string; params?: Record<string, string | number> }

/** The one error class of domain and services. `detail` must hold nothing the caller may not see. */
export class DomainError extends Error {
  /** By name: a bundler may put the class into several chunks, and an error may cross from one to another. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'DomainError'
  }
  readonly status: number
  constructor(
    readonly code: ErrorCode,
    readonly detail: Record<string, unknown> = {},
    readonly fields: FieldError[] = [],
  ) {
    super(fields.length === 0 ? code : `${code}: ${fields.map((fault) => `${fault.field} ${fault.code}`).join(', ')}`)
    this.name = 'DomainError'
    this.status = ERROR_STATUS[code]
  }
}

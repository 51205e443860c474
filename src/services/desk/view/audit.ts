/** One entry of the audit log in words: who, when, what, on which object. Never what anybody wrote. */
export type AuditLineVM = { seq: number; at: string; who: string; where: string; what: string; object: string; more: string; outcome: 'done' | 'denied' | 'failed' }

export type AuditQuery = { from?: string | undefined; to?: string | undefined; person?: string | undefined; group?: string | undefined; target?: string | undefined; outcome?: string | undefined; before?: number | undefined }

export type AuditVM = {
  query: AuditQuery
  groups: { code: string; name: string }[]
  rows: AuditLineVM[]
  /** Where the next page begins; absent at the end. */
  next?: string
  /** The same conditions, for the files. */
  fileQuery: string
  state: { tone: 'done' | 'late' | 'warn'; title: string; detail: string }
  cuts: string[]
  anchors: { day: string; seq: number; hash: string }[]
}

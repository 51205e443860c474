const READ = /^\s*(?:select|values|explain)\b/i
const WITH = /^\s*with\b/i
const WRITE_WORD = /\b(?:insert|update|delete|replace)\b/i
const CONTROL = /^\s*(?:begin|commit|end|rollback|savepoint|release)\b/i
const ALONE = /^\s*(?:pragma|vacuum|attach|detach)\b/i

/** True when the reader may run it. Whatever is not certainly a read goes to the writer, which is always correct. */
export const isRead = (sql: string): boolean => READ.test(sql) || (WITH.test(sql) && !WRITE_WORD.test(sql))

/** True for statements that begin or end a transaction: only the adapter itself may run these. */
export const isControl = (sql: string): boolean => CONTROL.test(sql)

/** True for statements that SQLite refuses or ignores inside a transaction. */
export const standsAlone = (sql: string): boolean => ALONE.test(sql)

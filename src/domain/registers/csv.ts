/**
 * Cells that a spreadsheet would run: it takes them for formulas (OWASP, "CSV injection"). Signs of full width are the same to programs
 * of East Asia, and what cannot be seen in front of a sign does not stop all of them.
 */
const RUNS = /^[\s\u0000-\u001F\u200B-\u200F\u2060\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/

const PLAIN_NUMBER = /^[+-]?\d+(?:\.\d+)?$/

/** A cell's text made harmless: an apostrophe before what a spreadsheet would run. Numbers stay numbers. */
export const harmless = (text: string): string => (RUNS.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text)

/** The inverse of `harmless`: what came back from a file that we wrote reads as it did. */
export const asWritten = (text: string): string => (text.startsWith("'") && RUNS.test(text.slice(1)) ? text.slice(1) : text)

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Rows as CSV (RFC 4180), with the mark by which office programs know UTF-8. Every cell is harmless. */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map((cell) => quoted(harmless(cell))).join(',')).join('\r\n')}\r\n`
